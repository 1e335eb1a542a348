import BidModel
import Screen

/// A block wrapped to a width: what each of its rows shows, and where each byte stands.
///
/// Wrapping is greedy, as in every word processor: a row takes words as long as they fit, the space
/// after the last one hangs over the edge, and a word longer than a row is cut between graphemes. A
/// list item hangs under its own words.
///
/// Limitations: the whole block is wrapped again after each edit of it, which costs about a
/// microsecond for 200 bytes; right-to-left text is laid out in logical order.
///
/// A class only so that handing it about costs one reference count: nothing in it ever changes.
final class BlockLayout: Sendable {
  /// The block's text as shown.
  let display: DisplayText
  /// For each row, the UTF-8 bytes of the shown text that stand on it.
  let rows: [Range<Int>]
  /// What stands before the words of the first row: a list marker.
  let marker: String
  /// Columns before the words on every row.
  let indent: Int

  /// Wraps `block` to `width` columns.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ block: Block, width: Int, values: KPIValues, cursor: Int?) {
    display = DisplayText(block.text, values: values, cursor: cursor)
    marker = Self.marker(of: block.kind)
    indent = min(TextWidth.columns(marker), max(0, width - 4))
    rows =
      block.kind == .table || block.kind == .verbatim
      ? Self.lines(of: display.text)
      : Self.wrap(display.text, width: max(1, width - indent))
  }

  /// The row on which the block's byte at `offset` stands, and its column.
  ///
  /// An offset between two rows belongs to the start of the second.
  func place(of offset: Int) -> (row: Int, column: Int) {
    let shown = display.shownOffset(offset)
    var row = rows.partitioningIndex { $0.upperBound > shown }
    if row == rows.count { row -= 1 }
    // A forced break ends the row before the line feed, which belongs to neither.
    if row > 0, shown < rows[row].lowerBound { row -= 1 }
    var column = indent
    var position = rows[row].lowerBound
    for glyph in GlyphWalk(text(of: row)) {
      guard position < shown else { break }
      position += glyph.bytes
      column += glyph.columns
    }
    return (row, column)
  }

  /// The block's byte that stands at `column` of `row`, or the nearest before it.
  func offset(row: Int, column: Int) -> Int {
    var position = rows[row].lowerBound
    var reached = indent
    let isLast = row == rows.count - 1
    for glyph in GlyphWalk(text(of: row)) {
      guard reached + glyph.columns <= column else { break }
      // The end of a wrapped row is the start of the next: stay before its last glyph.
      if !isLast, position + glyph.bytes >= rows[row].upperBound, rows[row + 1].lowerBound == rows[row].upperBound {
        break
      }
      position += glyph.bytes
      reached += glyph.columns
    }
    return display.sourceOffset(position)
  }

  /// What is shown on `row`, its marker left out.
  func text(of row: Int) -> Substring {
    let bytes = display.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: rows[row].lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: rows[row].upperBound)
    return display.text[start..<end]
  }

  /// Whether `row` shows the same words here as in `other`.
  func showsSame(_ row: Int, as other: BlockLayout) -> Bool {
    guard rows.indices.contains(row), other.rows.indices.contains(row) else { return false }
    return display.chips.isEmpty && other.display.chips.isEmpty && text(of: row) == other.text(of: row)
  }

  private static func marker(of kind: Block.Kind) -> String {
    switch kind {
    case .bullet(let item): String(repeating: "  ", count: item.level) + "• "
    case .numbered(let item): String(repeating: "  ", count: item.level) + item.symbol + " "
    case .heading(let level): String(repeating: "#", count: level) + " "
    case .prose, .table, .verbatim: ""
    }
  }

  private static func lines(of text: String) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for (offset, byte) in text.utf8.enumerated() where byte == 0x0A {
      rows.append(start..<offset)
      start = offset + 1
    }
    rows.append(start..<text.utf8.count)
    return rows
  }

  private static func wrap(_ text: String, width: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var position = 0
    var column = 0
    var lastBreak: (position: Int, column: Int)?
    for glyph in GlyphWalk(text) {
      let isSpace = glyph.scalar == " "
      if glyph.scalar == lineFeedPicture, glyph.bytes == 1, byte(of: text, at: position) == 0x0A {
        rows.append(start..<position)
        position += 1
        (start, column, lastBreak) = (position, 0, nil)
        continue
      }
      if column + glyph.columns > width, !isSpace, column > 0 {
        let cut = lastBreak ?? (position, column)
        rows.append(start..<cut.position)
        start = cut.position
        column -= cut.column
        lastBreak = nil
      }
      position += glyph.bytes
      column += glyph.columns
      if isSpace { lastBreak = (position, column) }
    }
    rows.append(start..<position)
    return rows
  }

  private static let lineFeedPicture = ScalarWidth.replacement(of: "\n")

  private static func byte(of text: String, at offset: Int) -> UInt8 {
    text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: offset)]
  }
}

extension Array {
  /// The first index for which `belongs` holds, in an array where it holds for all that follow.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
