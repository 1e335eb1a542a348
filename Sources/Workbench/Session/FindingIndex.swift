import BidModel

/// The findings of each block, kept until the block is read again.
struct FindingIndex: Sendable {
  private var byBlock: [AnswerID: [BlockID: [Finding]]] = [:]

  /// Replaces the findings of one block.
  mutating func set(_ findings: [Finding], for block: BlockID, in answer: AnswerID) {
    if findings.isEmpty {
      byBlock[answer]?[block] = nil
    } else {
      byBlock[answer, default: [:]][block] = findings
    }
  }

  /// Forgets the blocks of `answer` that are not among `blocks`.
  mutating func keepOnly(_ blocks: Set<BlockID>, of answer: AnswerID) {
    byBlock[answer] = byBlock[answer]?.filter { blocks.contains($0.key) }
  }

  /// The findings of one block.
  func findings(of block: BlockID, in answer: AnswerID) -> [Finding] { byBlock[answer]?[block] ?? [] }

  /// The findings of `answer` in the order of its text.
  func findings(in answer: Answer) -> [Finding] {
    guard let blocks = byBlock[answer.id], !blocks.isEmpty else { return [] }
    return answer.parts.flatMap { part in part.blocks.flatMap { blocks[$0.id] ?? [] } }
  }
}
