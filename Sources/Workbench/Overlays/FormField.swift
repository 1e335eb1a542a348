import BidModel

/// One field of a form, with the cursor in it.
package struct FormField: Hashable, Sendable {
  package var label: String
  package var text: String
  /// What could stand there, shown while it is empty.
  package var hint: String
  /// Characters before the cursor.
  package private(set) var cursor: Int
  /// Whether the whole text is selected, so that typing takes its place.
  package private(set) var isSelected = false
  /// Whether the text may have several lines.
  package var takesLines = false
  /// Whether Left and Right choose what stands there.
  package var isChoice = false

  package init(label: String, text: String, hint: String) {
    self.label = label
    self.text = text
    self.hint = hint
    cursor = text.count
  }

  /// Selects what is there, as when the field is gone to.
  mutating func enter() {
    cursor = text.count
    isSelected = !text.isEmpty
  }

  /// Ends the selection.
  mutating func leave() { isSelected = false }

  /// Puts `text` at the cursor, or in the place of what is selected; line breaks as spaces where the field
  /// has one line. What cannot be seen is left out.
  mutating func type(_ text: String) {
    let words = String(
      text.compactMap { character -> Character? in
        if character.isNewline { return takesLines ? "\n" : " " }
        if character == "\t" { return " " }
        return character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
          ? nil : character
      })
    if isSelected { set("") }
    let place = self.text.index(self.text.startIndex, offsetBy: min(cursor, self.text.count))
    self.text.insert(contentsOf: words, at: place)
    cursor = min(self.text.count, cursor + words.count)
  }

  /// Puts another text there, with the cursor behind it.
  mutating func set(_ words: String) {
    text = words
    cursor = words.count
    isSelected = false
  }

  /// Deletes what is selected, or the character before the cursor or after it.
  mutating func erase(forward: Bool) {
    if isSelected { return set("") }
    let place = forward ? cursor : cursor - 1
    guard place >= 0, place < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: place))
    cursor = place
  }

  /// Moves the cursor by `step` characters; what was selected stays as it is.
  mutating func move(by step: Int) {
    if isSelected {
      cursor = step < 0 ? 0 : text.count
    } else {
      cursor = max(0, min(text.count, cursor + step))
    }
    isSelected = false
  }

  /// Puts the cursor behind `offset` characters.
  mutating func go(to offset: Int) { cursor = max(0, min(text.count, offset)) }

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

  /// Whether the cursor stands behind the last character.
  var isAtEnd: Bool { cursor >= text.count && !isSelected }
}

/// A form: fields, one of which takes what is typed.
protocol FieldForm {
  var fields: [FormField] { get set }
  var selected: Int { get set }
  /// Types into the field in hand.
  mutating func type(_ text: String)
  /// Shows another choice, or moves the cursor by `step`.
  mutating func choose(by step: Int)
}

extension FieldForm {
  mutating func type(_ text: String) { fields[selected].type(text) }

  mutating func choose(by step: Int) { fields[selected].move(by: step) }

  /// Goes to the field `step` further on.
  mutating func moveField(by step: Int) {
    fields[selected].leave()
    selected = max(0, min(fields.count - 1, selected + step))
    fields[selected].enter()
  }

  /// Goes to the field at `index`.
  mutating func go(to index: Int) { moveField(by: index - selected) }
}

extension WorkbenchState {
  /// Goes a row up or down in a field of several lines, else to the next field.
  mutating func moveLine(by step: Int) {
    guard let page = formPage else { return }
    let field = page.fields[page.selected]
    let lines = FieldLines(field, columns: fieldColumns(of: page))
    guard field.takesLines, !field.isSelected, let offset = lines.offset(from: field.cursor, by: step) else {
      return moveField(by: step)
    }
    changeForm { $0.fields[$0.selected].go(to: offset) }
  }

  /// Breaks the line of a field that takes several.
  mutating func breakFieldLine() {
    guard let page = formPage, page.fields[page.selected].takesLines else {
      return say("This field has one line.", as: .note)
    }
    changeForm { $0.type("\n") }
  }

  /// Changes the form on top, whichever it is.
  mutating func changeForm(_ change: (inout any FieldForm) -> Void) {
    var form: any FieldForm
    switch overlays.last {
    case .form(let own): form = own
    case .details(let own): form = own
    case .question(let own): form = own
    default: return
    }
    change(&form)
    let changed: Overlay? =
      switch form {
      case let own as KPIForm: .form(own)
      case let own as DetailsForm: .details(own)
      case let own as QuestionForm: .question(own)
      default: nil
      }
    if let changed { overlays[overlays.count - 1] = changed }
  }
}
