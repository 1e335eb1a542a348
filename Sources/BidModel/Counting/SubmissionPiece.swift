/// What one block contributes to the submitted plain text.
package struct SubmissionPiece: Hashable, Sendable {
  /// The marker of a list item, or nothing. It stands by itself in the submitted text, so it is counted with it.
  package var marker: String
  /// The words, on one line; a table has a line for each row.
  package var body: String
  /// Whether the block is a list item, which stands close to the item before it.
  package var isItem: Bool

  /// The text as submitted.
  package var text: String { marker + body }

  /// What `block` is submitted as, or `nil` for one that is not: a comment, or nothing.
  ///
  /// - Parameter rendered: The block's text with its placeholders filled.
  package init?(_ block: Block, rendered: RenderedText, rule: CountRule) {
    guard !block.isEmpty else { return nil }
    isItem = block.kind.isItem
    switch block.kind {
    case .verbatim: return nil
    case .prose, .heading:
      marker = ""
      body = Self.oneLine(rendered.text)
    case .bullet(let item):
      marker = String(repeating: "  ", count: item.level) + rule.bullet
      body = Self.oneLine(rendered.text)
    case .numbered(let item):
      marker = String(repeating: "  ", count: item.level) + item.symbol + " "
      body = Self.oneLine(rendered.text)
    case .table:
      marker = ""
      body = Self.rows(rendered.text, separator: rule.cellSeparator)
    }
    if rule.straightensQuotes { body = Self.straightened(body) }
  }

  /// What the piece counts as.
  package func count(rule: CountRule) -> TextCount {
    TextCount(marker, rule: rule) + TextCount(body, rule: rule)
  }

  /// The text with line breaks as spaces, and no space at its ends.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text.trimmingSpaces() }
    return text.split(separator: "\n").map { $0.trimmingSpaces() }.joined(separator: " ").trimmingSpaces()
  }

  /// A table's rows with their cells apart by `separator`, without the rule under the head.
  private static func rows(_ text: String, separator: String) -> String {
    text.split(separator: "\n").compactMap { line -> String? in
      let cells = TableRow.cells(of: line)
      return TableRow.isRule(cells) ? nil : cells.joined(separator: separator)
    }.joined(separator: "\n")
  }

  /// The text with curly quotes, long dashes and the ellipsis as plain characters.
  package static func straightened(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201A}", "\u{2032}": result.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}": result.append("\"")
      case "\u{2010}"..."\u{2015}", "\u{2212}": result.append("-")
      case "\u{2026}": result.append(contentsOf: "...".unicodeScalars)
      case "\u{A0}", "\u{202F}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// The cells of a table's line.
package enum TableRow {
  /// Cells between unescaped bars, trimmed, with `\|` read as a bar.
  package static func cells(of line: some StringProtocol) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmingSpaces() {
      switch character {
      case "|" where !isEscaped:
        cells.append(cell.trimmingSpaces())
        cell = ""
      case "|":
        cell.removeLast()
        cell.append("|")
      default: cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell.trimmingSpaces())
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "" { cells.removeLast() }
    return cells
  }

  /// Whether the cells are the dashes under a table's head.
  package static func isRule(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.contains("-") && cell.allSatisfy { $0 == "-" || $0 == ":" }
      }
  }
}
