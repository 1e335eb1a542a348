extension Answer {
  /// The same answer under another path.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  package func named(_ id: AnswerID) -> Answer {
    var copy = Answer(
      id: id, hasByteOrderMark: hasByteOrderMark, frontMatter: frontMatter, parts: parts,
      lineEnding: lineEnding,
      endsWithNewline: endsWithNewline)
    copy.reserveIDs(for: [Block(id: BlockID(nextBlockNumber - 1), kind: .prose, text: "")])
    copy.reserveID(
      for: Part(
        id: PartID(nextPartNumber - 1), title: nil,
        blocks: [Block(id: BlockID(nextBlockNumber - 1), kind: .prose, text: "")]))
    return copy
  }
}
