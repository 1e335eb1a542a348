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
/// or the backslash of an escape. So a column is found from the line's end, without scanning again.
///
/// Limitations: blocks edited since the file was read have no lines and are placed where they begin.
package struct SourceMap: Sendable {
  private var firstLines: [BlockID: Int] = [:]
  private var blocks: [BlockID: Block] = [:]

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
        blocks[block.id] = block
        line += feeds(block.source) + feeds(block.gap)
      }
    }
  }

  /// The place of the byte `offset` of a block's text; line 1 for a block that is not there.
  ///
  /// - Complexity: O(*n*) in the length of the block.
  package func place(of block: BlockID, offset: Int) -> SourcePlace {
    guard let first = firstLines[block], let block = blocks[block] else {
      return SourcePlace(line: 1, column: 1)
    }
    let text = Array(block.text.utf8.prefix(offset))
    let row = text.count { $0 == 0x0A }
    let start = (text.lastIndex(of: 0x0A) ?? -1) + 1
    let line = block.text.utf8.dropFirst(start).prefix { $0 != 0x0A }
    let before = prefix(of: Array(line), inRow: row, of: block)
    let inside = text[start...]
    let column = Self.codePoints(before) + Self.codePoints(inside) + 1
    return SourcePlace(line: first + row, column: column)
  }

  /// What stands before the words `line` in a line of the file.
  private func prefix(of line: [UInt8], inRow row: Int, of block: Block) -> ArraySlice<UInt8> {
    guard let source = block.source else { return [] }
    let rows = Array(source.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard rows.indices.contains(row) else { return [] }
    var written = rows[row]
    while let last = written.last, last == 0x0D || last == 0x20 || last == 0x09 { written.removeLast() }
    var words = line[...]
    while let last = words.last, last == 0x0D || last == 0x20 || last == 0x09 { words.removeLast() }
    var end = written.endIndex - words.count
    // A heading may be closed by marks behind its words.
    while end >= written.startIndex, !written[end...].starts(with: words) { end -= 1 }
    return end >= written.startIndex ? written[..<end] : []
  }

  private static func codePoints(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
