import BidModel

/// What a person who cannot see the screen has been told of it.
struct Announced: Hashable, Sendable {
  var focus: PaneID
  var answer: AnswerID
  var part: Int
  /// The box on top, as its title reads; `nil` when none is open.
  var box: String?
  /// The row that is selected in a list, as it reads.
  var row: String
  /// What has to change before the row is said again.
  var rowKey: String
  /// The marks of each theme of the answer.
  var marks: [MarkSet]
  var findings: Int
}

extension WorkbenchState {
  /// Says in the message line what has changed since it was said last, unless something is said already.
  ///
  /// A screen reader speaks the row that changes; so one row says what the eye would have seen
  /// elsewhere: another pane, row or part, a mark gained or lost, a finding more or fewer.
  mutating func announceChanges() {
    let new = whatIsShown()
    let old = announced
    announced = new
    guard old != new, message == nil else { return }
    var words = new.box == nil ? old.map { changes(from: $0, to: new) } ?? [] : boxWords(from: old, to: new)
    words.removeAll(where: \.isEmpty)
    if !words.isEmpty { say(words.joined(separator: " "), as: .note) }
  }

  /// What is said of the box on top: its title when it has come, and the row in hand when that is another.
  private func boxWords(from old: Announced?, to new: Announced) -> [String] {
    guard let title = new.box, old?.box != title else { return old?.rowKey == new.rowKey ? [] : [new.row] }
    return [title.hasSuffix(".") || title.hasSuffix("?") ? title : title + ".", new.row]
  }

  private mutating func whatIsShown() -> Announced {
    let width = screenLayout.inside(focus)?.columns ?? 40
    let rows = focus == .editor || !overlays.isEmpty ? [] : rows(of: focus, width: width)
    let box = spokenBox()
    let row = box?.row ?? Self.spoken(rows, selected: lists[focus]?.selected ?? 0)
    let coverage = session.readings.coverage(of: editor.answer)
    return Announced(
      focus: focus, answer: editor.answer,
      part: session.answers[currentIndex].answer.place(of: editor.caret.block)?.part ?? 0, box: box?.title,
      row: row,
      rowKey: box?.key ?? row,
      marks: session.themes.themes.indices.map { coverage.marks(of: $0) }, findings: currentFindings.count)
  }

  private func changes(from old: Announced, to new: Announced) -> [String] {
    var words: [String] = []
    if old.answer != new.answer { words.append("\(session.answers[currentIndex].name).") }
    if old.focus != new.focus || old.box != nil { words.append("\(new.focus.title).") }
    if new.focus == .editor, old.part != new.part || old.answer != new.answer || old.box != nil {
      words.append("\(currentAnswer.parts[new.part].title ?? "Before the first part").")
    }
    if new.focus != .editor, old.row != new.row || old.focus != new.focus { words.append(new.row) }
    guard old.answer == new.answer else { return words }
    for (index, theme) in session.themes.themes.enumerated() where old.marks[index] != new.marks[index] {
      let names = Mark.allCases.filter { new.marks[index].contains(MarkSet($0)) }.map { "\($0)" }
      words.append("\(theme.title): \(names.isEmpty ? "nothing" : names.joined(separator: ", ")).")
    }
    if old.findings != new.findings {
      words.append("\(new.findings) finding\(new.findings == 1 ? "" : "s").")
    }
    return words
  }

  /// A row without the signs that are drawn only for the eye; where columns stand apart, a comma parts them.
  static func spoken(_ text: String) -> String {
    var words = ""
    var spaces = 0
    for character in withoutDrawing(text).trimmingSpaces() {
      if character == " " || character == "\t" {
        spaces += 1
        continue
      }
      if spaces > 0 { words += spaces == 1 || words.last?.isPunctuation == true ? " " : ", " }
      spaces = 0
      words.append(character)
    }
    return words
  }

  /// The text without the signs that are drawn only for the eye: lines, blocks and squares.
  static func withoutDrawing(_ text: String) -> String {
    text.filter { character in
      guard let scalar = character.unicodeScalars.first else { return true }
      return !(0x2500...0x259F).contains(scalar.value) && !"■□▲▼▸".contains(character)
    }
  }
}
