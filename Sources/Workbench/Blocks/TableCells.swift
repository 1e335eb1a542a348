import BidModel

/// Where the cells of a table block stand in its text.
///
/// A table is lines of cells between bars, the second line being the rule under the head. The text is
/// edited in place, so that what the file's author lined up stays as it is.
struct TableCells {
  /// For each line but the rule, the UTF-8 bytes of each cell's words; empty cells keep their place.
  private(set) var rows: [[Range<Int>]] = []

  /// Finds the cells of `text`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) {
    var lineStart = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let cells = Self.cells(of: Array(line), from: lineStart)
      if !TableRow.isRule(TableRow.cells(of: Substring(line))) { rows.append(cells) }
      lineStart += line.count + 1
    }
  }

  /// One line of a table.
  struct Line {
    /// UTF-8 bytes of the table's text, the line feed left out.
    var range: Range<Int>
    /// The bytes of each cell's words.
    var cells: [Range<Int>]
    /// Whether it is the rule under the head.
    var isRule: Bool
  }

  /// All lines of a table; `nil` when a bar does not open and close every one of them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func lines(of text: String) -> [Line]? {
    var lines: [Line] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bar = UInt8(ascii: "|")
      guard line.first == bar, line.last == bar, line.count > 1 else { return nil }
      lines.append(
        Line(
          range: start..<start + line.count, cells: cells(of: Array(line), from: start),
          isRule: TableRow.isRule(TableRow.cells(of: Substring(line)))))
      start += line.count + 1
    }
    return lines
  }

  /// Row and column of the cell at `offset`, or the nearest before it.
  func place(of offset: Int) -> (row: Int, column: Int)? {
    var found: (Int, Int)?
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell.lowerBound <= offset || found == nil {
        found = (row, column)
      }
    }
    return found
  }

  /// The words between unescaped bars, spaces at their ends left out.
  private static func cells(of line: [UInt8], from start: Int) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var open: Int?
    for (index, byte) in line.enumerated() {
      let isBar = byte == UInt8(ascii: "|") && (index == 0 || line[index - 1] != UInt8(ascii: "\\"))
      guard isBar else { continue }
      if let open { cells.append(trimmed(line, open..<index, from: start)) }
      open = index + 1
    }
    return cells
  }

  private static func trimmed(_ line: [UInt8], _ range: Range<Int>, from start: Int) -> Range<Int> {
    var (from, to) = (range.lowerBound, range.upperBound)
    while from < to, line[from] == 0x20 { from += 1 }
    while to > from, line[to - 1] == 0x20 { to -= 1 }
    // An empty cell is entered after the space that follows its bar.
    if from == to {
      from = min(range.lowerBound + 1, range.upperBound)
      to = from
    }
    return start + from..<start + to
  }
}
