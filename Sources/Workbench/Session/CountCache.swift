import BidModel

/// The counts of blocks as they will be submitted, kept until their text or the register changes.
struct CountCache: Sendable {
  private var entries: [AnswerID: [BlockID: Entry]] = [:]

  private struct Entry: Sendable {
    var text: String
    var kind: Block.Kind
    var revision: Int
    var count: TextCount?
  }

  /// What `block` counts as, or `nil` when it is not submitted.
  mutating func count(
    of block: Block, in answer: AnswerID, values: KPIValues, rule: CountRule
  ) -> TextCount? {
    let revision = values.register.revision
    if let entry = entries[answer]?[block.id], entry.revision == revision, entry.kind == block.kind,
      entry.text == block.text
    {
      return entry.count
    }
    let piece = SubmissionPiece(block, rendered: RenderedText(block.text, values: values), rule: rule)
    let count = piece?.count(rule: rule)
    entries[answer, default: [:]][block.id] = Entry(
      text: block.text, kind: block.kind, revision: revision, count: count)
    return count
  }
}

extension BidSession {
  /// What the answer at `index` counts as submitted, and each of its parts.
  ///
  /// - Complexity: O(*b*) in the number of blocks, of which only the changed are counted anew.
  package mutating func count(ofAnswerAt index: Int) -> AnswerCount {
    let stamp = CountStamp(revision: answers[index].revision, register: values.register.revision)
    if let known = lastCounts[answers[index].id], known.stamp == stamp { return known }
    let answer = answers[index].answer
    var tally = SubmissionTally(rule: rule)
    var result = AnswerCount()
    let limit = answers[index].question.limit
    for part in answer.parts {
      guard template.part(part.key)?.isHidden != true else {
        result.parts.append(TextCount())
        continue
      }
      let before = tally.count
      if rule.includesHeadings, let title = part.title {
        tally.add(SubmissionPiece.heading(title).count(rule: rule), isItem: false)
      }
      for block in part.blocks {
        guard let count = counts.count(of: block, in: answer.id, values: values, rule: rule) else { continue }
        let isItem = block.kind.isItem
        tally.add(count, isItem: isItem)
        if let limit, result.cut == nil, tally.count[limit.unit] > limit.amount { result.cut = block.id }
      }
      result.parts.append(
        TextCount(
          words: tally.count.words - before.words,
          characters: tally.count.characters - before.characters))
    }
    result.total = tally.count
    result.stamp = stamp
    lastCounts[answer.id] = result
    return result
  }
}

/// What an answer counts as, by its count rule.
package struct AnswerCount: Hashable, Sendable {
  package var total = TextCount()
  /// For each part in the order of the file; nothing for a hidden one.
  package var parts: [TextCount] = []
  /// The block in which the count passes the question's limit.
  package var cut: BlockID?
  /// The text and the register that were counted.
  var stamp = CountStamp(revision: -1, register: -1)
}

/// Which text and which register a count is of.
struct CountStamp: Hashable, Sendable {
  var revision: Int
  var register: Int
}
