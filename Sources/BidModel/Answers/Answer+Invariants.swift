extension Answer {
  /// What must hold of every answer after every edit.
  ///
  /// Every part holds a block, ids are unique and below the next one to be given out, and only the
  /// first part may lack a heading.
  ///
  /// - Returns: A sentence for the first rule that is broken, or `nil`.
  /// - Complexity: O(*n*) in the number of blocks.
  package func brokenInvariant() -> String? {
    guard !parts.isEmpty else { return "The answer has no part." }
    var seen: Set<BlockID> = []
    var seenParts: Set<PartID> = []
    for (index, part) in parts.enumerated() {
      if part.blocks.isEmpty { return "Part \(index) has no block." }
      if index > 0 && part.title == nil { return "Part \(index) has no heading." }
      if !seenParts.insert(part.id).inserted { return "Two parts are named \(part.id.number)." }
      for block in part.blocks {
        if !seen.insert(block.id).inserted { return "Two blocks are named \(block.id.number)." }
        if block.id.number >= nextBlockNumber { return "Block \(block.id.number) was never given out." }
      }
    }
    return nil
  }

  /// Stops a debug build when ``brokenInvariant()`` finds one; nothing in a release build.
  package func checkInvariants() {
    assert(brokenInvariant() == nil, brokenInvariant() ?? "")
  }
}
