extension Answer {
  /// The block that holds a line of the file this answer was read from.
  ///
  /// - Parameter line: From 1. A line of the front matter or a heading means the first block after it.
  /// - Returns: `nil` when the file has no such line; lines are those of the file as read, so blocks
  ///   edited since count as none.
  /// - Complexity: O(*n*) in the length of the text.
  package func place(ofLine line: Int) -> BlockPlace? {
    let lineFeeds = { (text: String?) in text?.utf8.count { $0 == 0x0A } ?? 0 }
    var left = line - 1
    if let frontMatter {
      left -= lineFeeds(frontMatter.opening) + lineFeeds(frontMatter.closing)
      for entry in frontMatter.entries { left -= lineFeeds(entry.source) }
    }
    for (index, part) in parts.enumerated() {
      left -= lineFeeds(part.headingSource)
      for (number, block) in part.blocks.enumerated() {
        if left < 0 { return BlockPlace(part: index, block: number) }
        left -= lineFeeds(block.source) + lineFeeds(block.gap)
        if left < 0 { return BlockPlace(part: index, block: number) }
      }
    }
    let last = parts.count - 1
    return left == 0 ? BlockPlace(part: last, block: parts[last].blocks.count - 1) : nil
  }
}
