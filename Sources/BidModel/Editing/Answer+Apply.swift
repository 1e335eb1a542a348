extension Answer {
  /// Performs `edit` and returns the edit that takes it back.
  ///
  /// - Throws: ``EditError`` when the edit does not fit; the answer is then unchanged.
  /// - Complexity: O(*b*) to find the block among *b*, plus the length of the text moved.
  @discardableResult
  package mutating func apply(_ edit: Edit) throws(EditError) -> Edit {
    defer { checkInvariants() }
    switch edit {
    case .text(let id, let offset, let length, let replacement, let source):
      guard let place = place(of: id) else { throw .noBlock(id) }
      return try parts[place.part].blocks[place.block]
        .replaceText(offset: offset, length: length, with: replacement, source: source)
    case .blocks(let id, let at, let count, let blocks):
      return try replaceBlocks(of: id, at: at, count: count, with: blocks)
    case .parts(let at, let count, let replacement):
      return try replaceParts(at: at, count: count, with: replacement)
    case .frontMatter(let value):
      defer { frontMatter = value }
      return .frontMatter(frontMatter)
    }
  }

  private mutating func replaceBlocks(
    of id: PartID, at: Int, count: Int, with blocks: [Block]
  ) throws(EditError) -> Edit {
    guard let part = index(of: id) else { throw .noPart(id) }
    let total = parts[part].blocks.count
    guard at >= 0, count >= 0, at <= total - count else { throw .badRange("the part's blocks") }
    guard total - count + blocks.count > 0 else { throw .badRange("a part, which keeps one block") }
    let removed = Array(parts[part].blocks[at..<at + count])
    parts[part].blocks.replaceSubrange(at..<at + count, with: blocks)
    reserveIDs(for: blocks)
    return .blocks(id, at: at, count: blocks.count, with: removed)
  }

  private mutating func replaceParts(at: Int, count: Int, with replacement: [Part]) throws(EditError) -> Edit
  {
    guard at >= 0, count >= 0, at <= parts.count - count else { throw .badRange("the answer's parts") }
    guard parts.count - count + replacement.count > 0, replacement.allSatisfy({ !$0.blocks.isEmpty })
    else { throw .badRange("an answer, which keeps one part with one block") }
    let removed = Array(parts[at..<at + count])
    parts.replaceSubrange(at..<at + count, with: replacement)
    for part in replacement {
      reserveID(for: part)
      reserveIDs(for: part.blocks)
    }
    return .parts(at: at, count: replacement.count, with: removed)
  }
}

extension Block {
  /// Replaces `length` bytes at `offset`, and returns the edit that takes it back.
  ///
  /// - Throws: ``EditError/badRange(_:)`` when the range leaves the text or cuts a code point.
  mutating func replaceText(
    offset: Int, length: Int, with replacement: String, source newSource: String?
  ) throws(EditError) -> Edit {
    guard offset >= 0, length >= 0, offset <= text.utf8.count - length else {
      throw .badRange("the block's text")
    }
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    let end = text.utf8.index(start, offsetBy: length)
    guard start.samePosition(in: text.unicodeScalars) != nil,
      end.samePosition(in: text.unicodeScalars) != nil
    else { throw .badRange("a code point, which it would cut") }
    let removed = String(text[start..<end])
    let oldSource = source
    text.replaceSubrange(start..<end, with: replacement)
    source = newSource
    return .text(
      id, offset: offset, length: replacement.utf8.count, with: removed, source: oldSource)
  }
}
