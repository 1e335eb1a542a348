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

  private mutating func paintFooter(on surface: inout Surface, row: Int) {
    let all = Rect(row: row, column: 0, rows: 1, columns: size.columns)
    surface.clear(all, style: theme.text)
    if let message {
      surface.write(
        TextWidth.clip(" " + message.text, columns: size.columns), at: Point(row: row, column: 0),
        limit: size.columns, style: style(of: message))
      return
    }
    var columns = size.columns
    if view.isQuiet, focus == .editor {
      // Without the row at the top the count stands in the corner.
      let count = countText() + (session.answers[currentIndex].isModified ? " *" : "")
      let width = TextWidth.columns(count)
      if width + 2 < columns {
        surface.write(count, at: Point(row: row, column: columns - width - 1), limit: width, style: theme.dim)
        columns -= width + 3
      }
    }
    var column = 1
    for item in footerItems(columns: columns) {
      column += surface.write(
        item.key, at: Point(row: row, column: column), limit: size.columns - column, style: theme.key)
      column += surface.write(
        " " + item.word, at: Point(row: row, column: column), limit: size.columns - column, style: theme.text)
      column += 2
    }
  }

  private func style(of message: Message) -> Style {
    switch message.kind {
    case .note: theme.text
    case .warning: theme.warning
    case .error: theme.error
    }
  }

  /// Paints a message that is longer than the last row over the rows above it as well, so that its end, which
  /// says what to do, is read.
  mutating func paintLongMessage(on surface: inout Surface, layout: ScreenLayout) {
    guard let message, let row = layout.footer, TextWidth.columns(message.text) >= size.columns else {
      return
    }
    let rows = PaneRow.wrapped(message.text, width: size.columns - 2, style: style(of: message))
      .prefix(max(1, min(4, size.rows - 4)))
    for (offset, piece) in rows.enumerated() {
      let point = Point(row: row - rows.count + 1 + offset, column: 0)
      surface.clear(Rect(row: point.row, column: 0, rows: 1, columns: size.columns), style: theme.text)
      paintRow(
        piece, isSelected: false, at: Point(row: point.row, column: 1), width: size.columns - 1, on: &surface)
    }
    // What lies under it is painted again when it goes.
    for offset in editor.painted.indices where editor.area.row + offset > row - rows.count {
      editor.painted[offset].stamp = PaintedRow.covered
    }
  }

  /// The keys that fit into the last row. Help, the palette and the way out are kept before all others.
  private func footerItems(columns: Int) -> [(key: String, word: String)] {
    let all = commands.commands.compactMap { command -> (id: String, key: String, word: String)? in
      guard let word = command.footer, let key = command.keys.first else { return nil }
      return (
        command.id, key.name.replacing("Ctrl-", with: "^"), command.id == "help.menu" ? escapeWord : word
      )
    }
    let first = ["help.keys", "help.palette"]
    let ranked = (first + ["help.menu"]).compactMap { id in all.first { $0.id == id } } + all
    var room = columns - 1
    var kept: Set<String> = []
    for item in ranked where !kept.contains(item.id) {
      let width = TextWidth.columns(item.key) + 1 + TextWidth.columns(item.word)
      guard width < room else { continue }
      room -= width + 2
      kept.insert(item.id)
    }
    let order = first + all.map(\.id).filter { !first.contains($0) }
    return order.filter(kept.contains).compactMap { id in all.first { $0.id == id } }.map {
      ($0.key, $0.word)
    }
  }

  /// What Esc does just now.
  private var escapeWord: String {
    !overlays.isEmpty ? "Close" : focus == .editor ? "Menu" : "Text"
  }
}
