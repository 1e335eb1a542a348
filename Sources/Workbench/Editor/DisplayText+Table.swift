import BidModel
import Screen

/// Tables with their columns lined up.
extension DisplayText {
  /// The text of a table with each column as wide as its widest cell.
  ///
  /// What stands between the words of two cells is shown as one chip: the spaces that line the column up, and the
  /// bar. The file keeps its own spaces. Limitations: numbers are not set to the right, and a table that is wider
  /// than `columns`, or has a line that no bar opens and closes, is shown as it is written.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(table source: String, columns: Int, values: KPIValues, cursor: Int?) {
    let plain = DisplayText(source, values: values, cursor: cursor)
    self = plain
    guard let cells = TableCells.lines(of: source) else { return }
    let widths = cells.reduce(into: [Int]()) { widths, line in
      for (column, cell) in line.cells.enumerated() where !line.isRule {
        if column == widths.count { widths.append(1) }
        widths[column] = max(widths[column], TextWidth.columns(plain.shownText(cell)))
      }
    }
    guard widths.reduce(1, { $0 + $1 + 3 }) <= columns else { return }
    self = DisplayText(lines: cells, of: source, as: plain, widths: widths)
  }

  private init(lines: [TableCells.Line], of source: String, as plain: DisplayText, widths: [Int]) {
    self.init("", values: KPIValues(), cursor: nil)
    for (index, line) in lines.enumerated() {
      if index > 0 { append("\n") }
      guard !line.isRule else {
        append(Self.rule(line, widths: widths), for: line.range, role: .bar)
        continue
      }
      var (end, bar) = (line.range.lowerBound, "| ")
      for (column, cell) in line.cells.enumerated() {
        append(bar, for: end..<cell.lowerBound, role: .bar)
        append(plain, cell)
        let gap = widths[column] - TextWidth.columns(plain.shownText(cell))
        bar = String(repeating: " ", count: gap) + (column + 1 < line.cells.count ? " | " : " |")
        end = cell.upperBound
      }
      append(bar, for: end..<line.range.upperBound, role: .bar)
    }
    takeEmphasis(of: source)
  }

  /// The line under the head, as wide as the columns that it has.
  private static func rule(_ line: TableCells.Line, widths: [Int]) -> String {
    "|" + widths.prefix(line.cells.count).map { String(repeating: "-", count: $0 + 2) + "|" }.joined()
  }

  /// What is shown for bytes of the source.
  private func shownText(_ range: Range<Int>) -> Substring {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: shownOffset(range.lowerBound))
    let end = bytes.index(bytes.startIndex, offsetBy: shownOffset(range.upperBound))
    return text[start..<max(start, end)]
  }

  /// Adds what `other` shows for bytes of the source, its chips with it.
  private mutating func append(_ other: DisplayText, _ range: Range<Int>) {
    let shift = text.utf8.count - other.shownOffset(range.lowerBound)
    append(other.shownText(range))
    for chip in other.chips
    where range.lowerBound <= chip.source.lowerBound && chip.source.upperBound <= range.upperBound {
      append(
        Chip(
          source: chip.source, shown: chip.shown.lowerBound + shift..<chip.shown.upperBound + shift,
          role: chip.role))
    }
  }
}
