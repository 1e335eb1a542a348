import BidModel
import Screen

/// A block wrapped to a width: what each of its rows shows, and where each byte stands.
///
/// Wrapping is greedy, as in every word processor: a row takes words as long as they fit, the space
/// after the last one hangs over the edge, and a word longer than a row is cut between graphemes. A
/// list item hangs under its own words. A table that fits the width stands in columns, a line of it on a row.
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
    display =
      block.kind == .table
      ? DisplayText(table: block.text, columns: width, values: values, cursor: cursor)
      : DisplayText(block.text, values: values, cursor: cursor)
    marker = Self.marker(of: block.kind)
    indent = min(TextWidth.columns(marker), max(0, width - 4))
    rows =
      display.isInColumns
      ? Self.lines(of: display.text)
      : Self.wrap(
        display.text, width: max(1, width - indent),
        chips: display.chips.filter { $0.role != .tab && $0.role != .open }.map(\.shown))
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
      if !isLast, position + glyph.bytes >= rows[row].upperBound,
        rows[row + 1].lowerBound == rows[row].upperBound
      {
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
    guard display.isPlain, other.display.isPlain, rows[row].count == other.rows[row].count else {
      return false
    }
    let (mine, theirs) = (rows[row], other.rows[row])
    let same = display.text.utf8.withContiguousStorageIfAvailable { mineBytes in
      other.display.text.utf8.withContiguousStorageIfAvailable { theirBytes in
        mineBytes[mine].elementsEqual(theirBytes[theirs])
      } ?? false
    }
    return same ?? false
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

  /// - Parameter chips: Stretches that stay whole on a row where they fit.
  private static func wrap(_ text: String, width: Int, chips: [Range<Int>]) -> [Range<Int>] {
    var copy = text
    var chips = chips[...]
    return copy.withUTF8 { bytes in
      var wrapping = Wrapping(width: width)
      var position = 0
      while position < bytes.count {
        while let chip = chips.first, chip.upperBound <= position { chips.removeFirst() }
        if let chip = chips.first, chip.lowerBound == position,
          wrapping.addChip(
            bytes: chip.count,
            columns: TextWidth.columns(
              String(decoding: UnsafeBufferPointer(rebasing: bytes[chip]), as: UTF8.self)))
        {
          position = chip.upperBound
          continue
        }
        let word = min(
          wordLength(in: bytes, from: position), (chips.first?.lowerBound ?? bytes.count) - position)
        if word > 0, wrapping.addWord(bytes: word) {
          position += word
          continue
        }
        let byte = bytes[position]
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        // An ASCII byte before another is a glyph of its own, but for CR LF: no need to walk it.
        if byte < 0x80, next < 0x80, byte != 0x0D {
          if byte == 0x0A {
            wrapping.breakLine(at: position)
          } else {
            wrapping.add(bytes: 1, columns: 1, isSpace: byte == 0x20)
          }
          position += 1
        } else {
          let rest = text[text.utf8.index(text.startIndex, offsetBy: position)...]
          let glyph = GlyphWalk(rest).first { _ in true }
          wrapping.add(bytes: glyph?.bytes ?? 1, columns: glyph?.columns ?? 1, isSpace: false)
          position += glyph?.bytes ?? 1
        }
      }
      return wrapping.finish()
    }
  }
}

/// How many ASCII letters and signs follow one another from `start`, each a glyph of its own.
private func wordLength(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var end = start
  while end < bytes.count, bytes[end] &- 0x21 < 0x5E { end += 1 }
  // A mark that follows would join the last of them.
  return end < bytes.count && bytes[end] >= 0x80 ? max(0, end - start - 1) : end - start
}

/// A text being wrapped, glyph by glyph, or a word at a time where it fits.
private struct Wrapping {
  private let width: Int
  private var rows: [Range<Int>] = []
  private var start = 0
  private var position = 0
  private var column = 0
  /// The last place where the row may be broken.
  private var lastBreak: (position: Int, column: Int)?

  init(width: Int) { self.width = width }

  mutating func add(bytes: Int, columns: Int, isSpace: Bool) {
    if column + columns > width, !isSpace, column > 0 {
      let cut = lastBreak ?? (position, column)
      rows.append(start..<cut.position)
      start = cut.position
      column -= cut.column
      lastBreak = nil
    }
    position += bytes
    column += columns
    if isSpace { lastBreak = (position, column) }
  }

  /// Takes a word of one column a byte in, if the row has room for it.
  mutating func addWord(bytes: Int) -> Bool {
    guard column + bytes <= width else { return false }
    position += bytes
    column += bytes
    return true
  }

  /// Takes a chip in whole, on a row of its own where this one has no room; not one wider than a row.
  mutating func addChip(bytes: Int, columns: Int) -> Bool {
    guard columns <= width else { return false }
    add(bytes: bytes, columns: columns, isSpace: false)
    return true
  }

  /// Ends the row at a line feed, which belongs to no row.
  mutating func breakLine(at lineFeed: Int) {
    rows.append(start..<lineFeed)
    position = lineFeed + 1
    (start, column, lastBreak) = (position, 0, nil)
  }

  mutating func finish() -> [Range<Int>] {
    rows.append(start..<position)
    return rows
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
