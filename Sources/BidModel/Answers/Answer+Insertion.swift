extension Answer {
  /// The edit that adds a block behind the one at `place`, with the blank lines a writer would leave:
  /// none between two items of a list that has none, one elsewhere. The last of the two keeps the
  /// blank lines that stood behind the first.
  package func inserting(_ kind: Block.Kind, text: String, after place: BlockPlace) -> Edit {
    let part = parts[place.part]
    var before = part.blocks[place.block]
    let next = place.block + 1 < part.blocks.count ? part.blocks[place.block + 1] : nil
    var block = Block(id: BlockID(nextBlockNumber), kind: kind, text: text, gap: before.gap)
    if before.gap.isEmpty, let next, !(kind.isItem && next.kind.isItem) { block.gap = lineEnding }
    if before.kind.isItem && kind.isItem && isTight(part, at: place.block) {
      before.gap = ""
    } else if before.gap.isEmpty {
      before.gap = lineEnding
    }
    return .blocks(part.id, at: place.block, count: 1, with: [before, block])
  }

  /// Whether the list that the item at `index` ends or goes on with has no blank lines.
  private func isTight(_ part: Part, at index: Int) -> Bool {
    guard index > 0, part.blocks[index - 1].kind.isItem else { return true }
    return part.blocks[index - 1].gap.isEmpty
  }
}
