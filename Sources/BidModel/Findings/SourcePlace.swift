/// A place in a file as people and tools name it: lines from 1, columns in code points from 1.
package struct SourcePlace: Hashable, Sendable, Comparable {
  /// From 1.
  package var line: Int
  /// In code points, from 1.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one comes before the other in the file.
  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where the blocks of an answer stand in the file it was read from.
///
/// Each line of a block's text is the end of a line of the file: what stands before it is indent, a marker
/// or the backslash of an escape. So a column is found from the line's end, without scanning again. The width of
/// what stands before each line, and of the text up to every 64th byte, is reckoned once: a place in a long line
/// costs no more than one in a short line.
///
/// Limitations: blocks edited since the file was read have no lines and are placed where they begin.
package struct SourceMap: Sendable {
  private var firstLines: [BlockID: Int] = [:]
  private var blocks: [BlockID: Layout] = [:]

  /// A block's text with the width of its stretches.
  private struct Layout: Sendable {
    var text: String
    var rows: [Row]
    /// Code points before each 64th byte of the text.
    var marks: [Int]
  }

  /// A line of a block's text.
  private struct Row: Sendable {
    /// Its first byte in the text.
    var start: Int
    /// Code points that stand before it in the line of the file.
    var before: Int
  }

  /// - Complexity: O(*n*) in the length of the file.
  package init(_ answer: Answer) {
    let feeds = { (text: String?) in text?.utf8.count { $0 == 0x0A } ?? 0 }
    var line = 1
    if let frontMatter = answer.frontMatter {
      line += feeds(frontMatter.opening) + feeds(frontMatter.closing)
      for entry in frontMatter.entries { line += feeds(entry.source) }
    }
    for part in answer.parts {
      line += feeds(part.headingSource)
      for block in part.blocks {
        firstLines[block.id] = line
        blocks[block.id] = Self.layout(of: block)
        line += feeds(block.source) + feeds(block.gap)
      }
    }
  }

  /// The place of the byte `offset` of a block's text; line 1 for a block that is not there.
  ///
  /// - Complexity: O(log *r*) in the lines of the block.
  package func place(of block: BlockID, offset: Int) -> SourcePlace {
    guard let first = firstLines[block], let block = blocks[block] else {
      return SourcePlace(line: 1, column: 1)
    }
    let offset = min(max(0, offset), block.text.utf8.count)
    var (low, high) = (0, block.rows.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if block.rows[middle].start <= offset { low = middle } else { high = middle }
    }
    let row = block.rows[low]
    let inside = Self.codePoints(before: offset, of: block) - Self.codePoints(before: row.start, of: block)
    return SourcePlace(line: first + low, column: row.before + inside + 1)
  }

  // MARK: Laying out

  private static let stride = 64

  private static func layout(of block: Block) -> Layout {
    let text = Array(block.text.utf8)
    let source = block.source.map { Array($0.utf8) }
    let written = source?.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    var rows: [Row] = []
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let before = written.indices.contains(rows.count) ? prefix(of: line, in: written[rows.count]) : []
      rows.append(Row(start: line.startIndex, before: codePoints(before)))
    }
    var marks: [Int] = []
    var count = 0
    for (index, byte) in text.enumerated() {
      if index % stride == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if text.count % stride == 0 { marks.append(count) }
    return Layout(text: block.text, rows: rows, marks: marks)
  }

  /// What stands before the words `line` in `written`, a line of the file.
  private static func prefix(of line: ArraySlice<UInt8>, in written: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x0D || byte == 0x20 || byte == 0x09 }
    var (written, words) = (written, line)
    while let last = written.last, isBlank(last) { written.removeLast() }
    while let last = words.last, isBlank(last) { words.removeLast() }
    var end = written.endIndex - words.count
    // A heading may be closed by marks behind its words.
    while end >= written.startIndex, !written[end...].starts(with: words) { end -= 1 }
    return end >= written.startIndex ? written[..<end] : []
  }

  private static func codePoints(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func codePoints(before offset: Int, of block: Layout) -> Int {
    let mark = offset / stride
    let bytes = block.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: mark * stride)
    return block.marks[mark] + codePoints(bytes[start...].prefix(offset - mark * stride))
  }
}
