import BidAnalysis
import BidModel

/// The findings of each block, kept until the block is read again, and those that come of comparing
/// blocks with each other.
struct FindingIndex: Sendable {
  private var byBlock: [AnswerID: [BlockID: [Finding]]] = [:]
  private var facts = FactIndex()

  /// Replaces what one block gives.
  mutating func set(_ result: Checks.BlockResult, for block: BlockID, in answer: AnswerID) {
    if result.findings.isEmpty {
      byBlock[answer]?[block] = nil
    } else {
      byBlock[answer, default: [:]][block] = result.findings
    }
    facts.set(result.facts, for: block, in: answer)
  }

  /// Forgets the blocks of `answer` that are not among `blocks`, which stand in the order of its text.
  mutating func keepOnly(_ blocks: [BlockID], of answer: AnswerID) {
    let present = Set(blocks)
    byBlock[answer] = byBlock[answer]?.filter { present.contains($0.key) }
    facts.keepOnly(blocks, of: answer)
  }

  /// Forgets an answer.
  mutating func removeAnswer(_ answer: AnswerID) {
    byBlock[answer] = nil
    facts.removeAnswer(answer)
  }

  /// Compares the facts that have changed with those they may contradict or repeat.
  mutating func refresh(_ checks: Checks, answers: [OpenAnswer]) {
    facts.refresh(
      checks,
      answers: answers.map { FactIndex.Judged($0.answer, question: $0.question, name: $0.name) })
  }

  /// The findings of `answer` in the order of its text, those about the whole of it first.
  ///
  /// - Complexity: O(*n* log *n*) in the findings, O(*b*) in the blocks.
  func findings(in answer: Answer, by checks: Checks) -> [Finding] {
    var blocks = byBlock[answer.id] ?? [:]
    var whole: [Finding] = []
    var touched: Set<BlockID> = []
    for finding in facts.findings(of: answer.id) {
      if let block = finding.place?.block {
        blocks[block, default: []].append(finding)
        touched.insert(block)
      } else {
        whole.append(finding)
      }
    }
    for block in touched { blocks[block] = blocks[block].map(checks.sorted) }
    guard !blocks.isEmpty else { return checks.sorted(whole) }
    return checks.sorted(whole) + answer.parts.flatMap { part in part.blocks.flatMap { blocks[$0.id] ?? [] } }
  }
}
