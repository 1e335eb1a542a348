extension MemoryTerminal {
  /// The screen as text: rows joined by line feeds, each without its trailing spaces. The cursor is not in it.
  /// - Complexity: O(rows × columns).
  package func snapshot() -> String {
    (0..<screen.size.rows).map { Self.trimmed(screen.line($0)) }.joined(separator: "\n")
  }

  /// The screen as text with a line under each styled row that names the styles: `3-9 bold cyan`.
  /// - Complexity: O(rows × columns).
  package func snapshotWithStyles() -> String {
    (0..<screen.size.rows).map { row in
      let spans = styledSpans(row)
      let text = Self.trimmed(screen.line(row))
      return spans.isEmpty ? text : text + "\n  ╰ " + spans.joined(separator: ", ")
    }.joined(separator: "\n")
  }

  private func styledSpans(_ row: Int) -> [String] {
    var spans: [String] = []
    var start = 0
    while start < screen.size.columns {
      let style = screen[row, start].style
      var end = start + 1
      while end < screen.size.columns, screen[row, end].style == style { end += 1 }
      if style != .plain { spans.append("\(start)-\(end - 1) \(style.description)") }
      start = end
    }
    return spans
  }

  private static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
    return String(line[..<end])
  }
}

extension Style: CustomStringConvertible {
  /// The style in words: `bold cyan on blue`; `plain` for none.
  package var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if foreground != .standard { words.append("\(foreground)") }
    if background != .standard { words.append("on \(background)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
