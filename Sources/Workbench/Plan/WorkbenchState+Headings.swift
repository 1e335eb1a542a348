import BidAnalysis
import BidModel

extension WorkbenchState {
  /// Why no heading can be inserted here, in one sentence; `nil` when some can.
  var headingsUnavailable: String? {
    if currentTemplate.part(currentPart?.key)?.isHidden == true {
      return "Go to the part that the headings belong in; the plan is not submitted."
    }
    return session.answers[currentIndex].question.subAsks.isEmpty ? "The question has no sub-asks." : nil
  }

  /// Puts in a heading for each sub-ask that the plan gives this part, or for all when it gives none,
  /// with an empty paragraph under each, as one step. Those that have their heading are left out.
  mutating func insertHeadings() {
    guard canEdit() else { return }
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return }
    let part = answer.parts[place.part]
    let asks = plannedAsks(AnswerPlan(answer, template: currentTemplate))
    let own = asks.filter { $0.plannedParts.contains(part.key ?? "") }
    let present = Set(
      answer.parts.lazy.flatMap(\.blocks).filter { block in
        if case .heading = block.kind { true } else { false }
      }.map { $0.text.lowercased() })
    let wanted = (own.isEmpty ? asks : own).map(\.text).filter { !present.contains($0.lowercased()) }
    guard !wanted.isEmpty else { return say("Every sub-ask has its heading.", as: .note) }
    let before = editor.caret
    let old = part.blocks[place.block]
    var number = answer.nextBlockNumber
    var blocks: [Block] = old.isEmpty ? [] : [old.with(gap: answer.lineEnding)]
    for ask in wanted {
      blocks.append(
        Block(id: BlockID(number), kind: .heading(level: 3), text: ask, gap: answer.lineEnding))
      blocks.append(Block(id: BlockID(number + 1), kind: .prose, text: "", gap: answer.lineEnding))
      number += 2
    }
    editor.caret = TextPosition(block: BlockID(answer.nextBlockNumber + 1), offset: 0)
    session.sealUndo()
    perform(
      "Insert headings", [.blocks(part.id, at: place.block, count: 1, with: blocks)], from: before)
    say("\(wanted.count) \(wanted.count == 1 ? "heading" : "headings") from the question.", as: .note)
  }
}

extension Block {
  /// The block with at least the blank line `gap` behind it.
  fileprivate func with(gap: String) -> Block {
    var block = self
    if block.gap.isEmpty { block.gap = gap }
    return block
  }
}
