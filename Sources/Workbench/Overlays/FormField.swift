import BidModel

/// One field of a form, with the cursor and the selection in it.
package struct FormField: Hashable, Sendable {
  /// What the program knows it by.
  package let name: FieldName
  package var label: String
  package private(set) var text: String
  /// What could stand there, shown while it is empty.
  package var hint: String
  /// What Left and Right choose among; none for free words.
  package var choices: [String]
  /// What stood there when the form was opened, or what the program offered since.
  private(set) var original: String
  /// Characters before the cursor.
  package private(set) var cursor: Int
  /// The other end of the selection; `nil` for none.
  private var anchor: Int?
  /// Whether sentences are written there: going to it then selects only what was offered.
  private let isProse: Bool
  /// Whether the text may have several lines.
  package var takesLines = false

  /// - Parameter name: Its label when left out.
  package init(
    _ name: FieldName? = nil, label: String, text: String, hint: String, choices: [String] = [],
    isProse: Bool = false
  ) {
    self.name = name ?? .label(label)
    self.label = label
    self.text = text
    self.hint = hint
    self.choices = choices
    self.isProse = isProse
    original = text
    cursor = text.count
  }

  /// Characters that are selected; `nil` for none.
  package var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// Whether something is selected, so that typing takes its place.
  package var isSelected: Bool { selection != nil }

  /// Whether something else stands there than when the form was opened.
  package var isChanged: Bool { text != original }

  /// Whether the cursor stands behind the last character.
  var isAtEnd: Bool { cursor >= text.count && !isSelected }

  /// Goes into the field: what is there is selected, but for sentences that a person wrote.
  mutating func enter() {
    cursor = text.count
    anchor = isProse && isChanged || text.isEmpty ? nil : 0
  }

  /// Ends the selection.
  mutating func leave() { anchor = nil }

  /// Puts `words` at the cursor, or in the place of what is selected, line breaks as spaces where the field has
  /// one line, and without what cannot be seen; among choices, goes to the next that begins with the letter.
  mutating func type(_ words: String) {
    guard choices.isEmpty else { return pick(words) }
    let seen = words.compactMap { character -> Character? in
      if character.isNewline { return takesLines ? "\n" : " " }
      if character == "\t" { return " " }
      let isHidden = character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
      return isHidden ? nil : character
    }
    replace(selection ?? cursor..<cursor, with: String(seen))
  }

  /// Puts the cursor behind `offset` characters.
  mutating func go(to offset: Int) {
    cursor = max(0, min(text.count, offset))
    anchor = nil
  }

  /// The one of `names` that begins as the last entry before the cursor does, entries being parted by commas;
  /// `nil` when none does, several do, or the name is whole.
  func offered(from names: [String]) -> String? {
    guard isAtEnd else { return nil }
    let typed = lastEntry.lowercased()
    let fits = names.filter { $0.lowercased().hasPrefix(typed) }
    return typed.isEmpty || fits.count != 1 || fits[0].lowercased() == typed ? nil : fits[0]
  }

  /// Puts `name` in the place of the last entry.
  mutating func complete(with name: String) { set(String(text.dropLast(lastEntry.count)) + name) }

  private var lastEntry: String {
    (text.split(separator: ",", omittingEmptySubsequences: false).last ?? "").trimmingSpaces()
  }

  /// Puts another text there, with the cursor behind it.
  mutating func set(_ words: String) { replace(0..<text.count, with: words) }

  /// Puts what the program suggests there, which is not taken for a person's words.
  mutating func offer(_ words: String) {
    set(words)
    original = words
  }

  /// Deletes what is selected, or the character or word before the cursor or after it.
  mutating func erase(forward: Bool, byWord: Bool = false) {
    if let selection { return replace(selection, with: "") }
    guard let place = step(forward: forward, byWord: byWord) else { return }
    replace(min(place, cursor)..<max(place, cursor), with: "")
  }

  /// Moves the cursor by `step` characters; what was selected stays as it is.
  mutating func move(by step: Int) {
    if let selection {
      cursor = step < 0 ? selection.lowerBound : selection.upperBound
      if abs(step) > 1 { cursor = step < 0 ? 0 : text.count }
    } else {
      cursor = max(0, min(text.count, cursor + step))
    }
    anchor = nil
  }

  /// Moves the cursor by a word.
  mutating func moveByWord(forward: Bool) {
    cursor = step(forward: forward, byWord: true) ?? cursor
    anchor = nil
  }

  /// Extends the selection by `step` characters.
  mutating func select(by step: Int) {
    anchor = anchor ?? cursor
    cursor = max(0, min(text.count, cursor + step))
  }

  /// Extends the selection by a word.
  mutating func selectWord(forward: Bool) {
    anchor = anchor ?? cursor
    cursor = step(forward: forward, byWord: true) ?? cursor
  }

  /// Selects all of it.
  mutating func selectAll() { (anchor, cursor) = (0, text.count) }

  /// Shows the choice `step` further on.
  mutating func choose(by step: Int) {
    guard !choices.isEmpty else { return }
    let index = choices.firstIndex(of: text) ?? (step > 0 ? -1 : choices.count)
    set(choices[(index + step + choices.count) % choices.count])
  }

  private mutating func pick(_ letters: String) {
    for letter in letters.lowercased() {
      let start = (choices.firstIndex(of: text) ?? -1) + 1
      let order = choices[start...] + choices[..<start]
      if let next = order.first(where: { $0.lowercased().first == letter }) { set(next) }
    }
  }

  private mutating func replace(_ range: Range<Int>, with words: String) {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(text.startIndex, offsetBy: range.upperBound)
    let rest = text.count - range.upperBound
    text.replaceSubrange(start..<end, with: words)
    // Counted from the end, since a mark that is typed may join the character before it.
    cursor = max(0, text.count - rest)
    anchor = nil
  }

  /// Where the cursor would go; `nil` at an end.
  private func step(forward: Bool, byWord: Bool) -> Int? {
    guard byWord else {
      let place = forward ? cursor + 1 : cursor - 1
      return (0...text.count).contains(place) ? place : nil
    }
    let offset = text.prefix(cursor).utf8.count
    guard let place = TextStep.word(in: text, from: offset, forward: forward) else { return nil }
    return String(decoding: text.utf8.prefix(place), as: UTF8.self).count
  }
}

/// What the program knows a field by, whatever its label says and wherever it stands.
package enum FieldName: Hashable, Sendable {
  /// A field that only its label tells from the others.
  case label(String)
  /// The one field of a box that asks for a line.
  case line
  case state, writer, expert, reviewers, due
  case number, title, limit, weight, subAsks
  case comment, about, kind, severity, betterWords
  /// Of a criterion; of the question as a whole for an empty one.
  case score(String), reason(String), lift(String), rationale(String)

  /// The criterion that the field is about; empty for the question as a whole, and for every other field.
  var criterion: String {
    switch self {
    case .score(let name), .reason(let name), .lift(let name), .rationale(let name): name
    default: ""
    }
  }
}
