extension Answer {
  /// The parts of `template` that the answer has no heading for, in the template's order; optional ones are
  /// not missed.
  ///
  /// - Complexity: O(*n* · *m*) in the parts of both.
  package func missingParts(of template: AnswerTemplate) -> [PartTemplate] {
    template.parts.filter { wanted in !wanted.isOptional && !parts.contains { $0.key == wanted.key } }
  }

  /// The edit that adds an empty part for `part`, where the template has it: behind the nearest part
  /// that stands before it there, else in front of the first that stands after it, else last.
  ///
  /// - Complexity: O(*n* · *m*) in the parts of both.
  package func insertingPart(_ part: PartTemplate, of template: AnswerTemplate) -> Edit {
    let order = Dictionary(
      template.parts.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let own = order[part.key] ?? template.parts.count
    let ranks = parts.map { $0.key.flatMap { order[$0] } }
    let before = ranks.lastIndex { $0.map { $0 < own } ?? false }
    let after = ranks.firstIndex { $0.map { $0 > own } ?? false }
    let place = before.map { $0 + 1 } ?? after ?? parts.count
    let block = Block(
      id: BlockID(nextBlockNumber), kind: .prose, text: "", source: "", gap: lineEnding)
    return .parts(
      at: place, count: 0,
      with: [Part(id: PartID(nextPartNumber), key: part.key, title: part.title, blocks: [block])])
  }
}
