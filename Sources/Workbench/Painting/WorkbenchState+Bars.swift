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
    return session.countText(session.count(ofAnswerAt: index), of: session.answers[index])
  }

  private mutating func paintHeader(on surface: inout Surface, row: Int) {
    surface.write(
      headerLine().text(columns: size.columns), at: Point(row: row, column: 0), limit: size.columns,
      style: theme.status)
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
