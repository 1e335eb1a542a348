import BidModel
import Screen

extension WorkbenchState {
  /// Paints the row at the top, the strip of a narrow window, and the row of keys or the message.
  mutating func paintBars(on surface: inout Surface, layout: ScreenLayout) {
    if let row = layout.header { paintHeader(on: &surface, row: row) }
    if let row = layout.strip { paintStrip(on: &surface, row: row) }
    if let row = layout.footer { paintFooter(on: &surface, row: row) }
  }

  /// The count by the question's rule, such as `412/750 words`.
  mutating func countText() -> String {
    let index = currentIndex
    let count = session.count(ofAnswerAt: index)
    guard let limit = session.answers[index].question.limit else {
      return "\(count.total[session.rule.defaultUnit]) \(session.rule.defaultUnit.rawValue)"
    }
    let over = count.total[limit.unit] - limit.amount
    let note = over > 0 ? " (\(over) over)" : ""
    return "\(count.total[limit.unit])/\(limit.amount) \(limit.unit.rawValue)\(note)"
  }

  private mutating func paintHeader(on surface: inout Surface, row: Int) {
    let answer = session.answers[currentIndex]
    let state =
      answer.readOnlyReason != nil
      ? "read-only" : answer.isModified ? "edited" : answer.savedAt.map { "saved \($0)" } ?? "no changes"
    let right = " \(countText())   \(state) "
    let question = [
      answer.question.number.isEmpty ? answer.name : "Q\(answer.name)",
      answer.question.weight.map { "\(Int($0))%" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let room = max(0, size.columns - TextWidth.columns(right))
    let deadline = session.heading.deadline.isEmpty ? "" : "due \(session.heading.deadline)"
    let left = Self.fitting([session.heading.line, question, deadline], keeping: 1, columns: room)
    surface.write(
      TextWidth.pad(left, columns: room) + right, at: Point(row: row, column: 0), limit: size.columns,
      style: theme.status)
  }

  /// The pieces that fit side by side, the one at `keeping` before all others, then from the left.
  private static func fitting(_ pieces: [String], keeping kept: Int, columns: Int) -> String {
    var left = columns - TextWidth.columns(pieces[kept]) - 1
    var shown: Set<Int> = [kept]
    for (index, piece) in pieces.enumerated() where index != kept && !piece.isEmpty {
      let needed = TextWidth.columns(piece) + 3
      guard needed <= left else { continue }
      left -= needed
      shown.insert(index)
    }
    return " "
      + pieces.indices.filter { shown.contains($0) && !pieces[$0].isEmpty }.map { pieces[$0] }.joined(
        separator: "   ")
  }

  private mutating func paintStrip(on surface: inout Surface, row: Int) {
    let coverage = session.readings.coverage(of: editor.answer)
    let targets = session.targets(of: session.answers[currentIndex])
    let words = session.themes.themes.indices.filter(targets.contains).map { index -> String in
      let marks = coverage.marks(of: index)
      let bar = String(Mark.allCases.map { marks.contains(MarkSet($0)) ? "■" : "□" })
      return "\(session.themes.themes[index].title.prefix(11)) \(bar)"
    }
    surface.write(
      TextWidth.pad(" " + words.joined(separator: "  "), columns: size.columns),
      at: Point(row: row, column: 0),
      limit: size.columns, style: theme.dim)
  }

  private func paintFooter(on surface: inout Surface, row: Int) {
    let all = Rect(row: row, column: 0, rows: 1, columns: size.columns)
    surface.clear(all, style: theme.text)
    if let message {
      let style =
        switch message.kind {
        case .note: theme.text
        case .warning: theme.warning
        case .error: theme.error
        }
      surface.write(
        TextWidth.clip(" " + message.text, columns: size.columns), at: Point(row: row, column: 0),
        limit: size.columns, style: style)
      return
    }
    var column = 1
    for command in commands.commands {
      guard let word = command.footer, let key = command.keys.first else { continue }
      let name = key.name.replacing("Ctrl-", with: "^")
      let width = TextWidth.columns(name) + 1 + TextWidth.columns(word)
      guard column + width < size.columns else { break }
      column += surface.write(name, at: Point(row: row, column: column), limit: width, style: theme.key)
      column +=
        surface.write(" " + word, at: Point(row: row, column: column), limit: width, style: theme.text) + 2
    }
  }
}
