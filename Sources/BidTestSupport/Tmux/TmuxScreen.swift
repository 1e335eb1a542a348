/// What a terminal showed at one moment.
package struct TmuxScreen {
  /// The rows from the top, without spaces at their ends.
  package var rows: [String]
  /// Where the cursor stood.
  package var cursor: (row: Int, column: Int)
  /// Whether it was the alternate screen, which a program leaves when it ends.
  package var isAlternate: Bool

  init(capture: String, cursor: (row: Int, column: Int), isAlternate: Bool) {
    // By bytes: a row that begins with a combining mark would take the line feed into its first character.
    rows = capture.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { row in
      var end = row.endIndex
      while end > row.startIndex, row[row.index(before: end)] == UInt8(ascii: " ") {
        end = row.index(before: end)
      }
      return String(decoding: row[row.startIndex..<end], as: UTF8.self)
    }
    // The line feed behind the last row begins no other.
    if rows.last == "" { rows.removeLast() }
    self.cursor = cursor
    self.isAlternate = isAlternate
  }

  /// All rows, a line each.
  package var text: String { rows.joined(separator: "\n") }

  /// Whether one row holds `text`.
  package func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The first row that holds `text`.
  package func row(with text: String) -> String? { rows.first { $0.contains(text) } }
}
