import BidModel

/// Which placeholders each block holds, kept until the block is read again.
struct QuoteIndex: Sendable {
  private var byBlock: [AnswerID: [BlockID: [PlaceholderMatch]]] = [:]

  /// Replaces the placeholders of one block.
  mutating func set(_ matches: [PlaceholderMatch], for block: BlockID, in answer: AnswerID) {
    if matches.isEmpty {
      byBlock[answer]?[block] = nil
    } else {
      byBlock[answer, default: [:]][block] = matches
    }
  }

  /// Forgets an answer.
  mutating func removeAnswer(_ answer: AnswerID) { byBlock[answer] = nil }

  /// Forgets the blocks of `answer` that are not among `blocks`.
  mutating func keepOnly(_ blocks: Set<BlockID>, of answer: AnswerID) {
    byBlock[answer] = byBlock[answer]?.filter { blocks.contains($0.key) }
  }

  /// The placeholders of one block, in the order of its text.
  func matches(of block: BlockID, in answer: AnswerID) -> [PlaceholderMatch] { byBlock[answer]?[block] ?? [] }

  /// The placeholders of an answer, each once, in the order of the text.
  ///
  /// - Complexity: O(*b*) in the number of blocks when it holds any; else O(1).
  func placeholders(in answer: Answer) -> [Placeholder] {
    guard let blocks = byBlock[answer.id], !blocks.isEmpty else { return [] }
    var seen: Set<Placeholder> = []
    var found: [Placeholder] = []
    for part in answer.parts {
      for block in part.blocks {
        for match in blocks[block.id] ?? [] {
          guard let placeholder = match.placeholder, seen.insert(placeholder).inserted else { continue }
          found.append(placeholder)
        }
      }
    }
    return found
  }
}
