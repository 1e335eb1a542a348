import BidModel

/// What a person who cannot see the screen has been told of it.
struct Announced: Hashable, Sendable {
  var focus: PaneID
  var answer: AnswerID
  var part: Int
  /// The row that is selected in a list, as it reads.
  var row: String
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
    guard overlays.isEmpty else { return }
    let new = whatIsShown()
    defer { announced = new }
    guard let old = announced, old != new, message == nil else { return }
    let words = changes(from: old, to: new)
    if !words.isEmpty { say(words.joined(separator: " "), as: .note) }
  }

  private mutating func whatIsShown() -> Announced {
    let width = screenLayout.inside(focus)?.columns ?? 40
    let rows = focus == .editor ? [] : rows(of: focus, width: width)
    let selected = lists[focus]?.selected ?? 0
    let row = rows.indices.contains(selected) ? Self.spoken(rows[selected].pieces.map(\.text).joined()) : ""
    let coverage = session.readings.coverage(of: editor.answer)
    return Announced(
      focus: focus, answer: editor.answer,
      part: session.answers[currentIndex].answer.place(of: editor.caret.block)?.part ?? 0, row: row,
      marks: session.themes.themes.indices.map { coverage.marks(of: $0) }, findings: currentFindings.count)
  }

  private func changes(from old: Announced, to new: Announced) -> [String] {
    var words: [String] = []
    if old.answer != new.answer { words.append("\(session.answers[currentIndex].name).") }
    if old.focus != new.focus { words.append("\(new.focus.title).") }
    if new.focus == .editor, old.part != new.part || old.answer != new.answer {
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

  /// A row without the signs that are drawn only for the eye.
  static func spoken(_ text: String) -> String { withoutDrawing(text).trimmingSpaces() }

  /// The text without the signs that are drawn only for the eye.
  static func withoutDrawing(_ text: String) -> String {
    text.filter { !"■□█░▓▒▏▎▍▌▋▊▉─│╌▸".contains($0) }
  }
}
