import BidLanguage

extension ClaimBuilder {
  /// Joins each change to the pair or figure it speaks of.
  mutating func attachChanges() {
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var result: [Draft] = []
    for draft in drafts {
      if let last = result.last, let joined = joined(last, draft) {
        result[result.count - 1] = joined
      } else {
        result.append(draft)
      }
    }
    drafts = result
  }

  private func joined(_ first: Draft, _ second: Draft) -> Draft? {
    let isChange = second.claim.from == nil && second.claim.to == nil && !second.claim.changes.isEmpty
    let isBase = first.claim.from == nil && first.claim.to == nil && !first.claim.changes.isEmpty
    if isChange, first.claim.from != nil || isBase {
      // "from £420 to £310 a day, saving £90,000" tells a sum over all days.
      if let from = first.claim.from, let sum = second.claim.changes.first?.figure,
        sum.unit?.dimension == .money, sum.value > from.value
      {
        return nil
      }
      return isAppositive(second, to: first) ? merged(first, second) : nil
    }
    guard isBase, second.claim.from != nil else { return nil }
    // "fell by 50%, from 36 h to 18 h"; "halved from 36 h to 18 h"; "doubled to 40".
    let gap = Range(first.tokens.upperBound, upTo: second.tokens.lowerBound)
    let sharesGovernor = first.tokens.overlaps(second.tokens)
    let isClear = !gap.contains {
      isConjunction($0, in: gap) || sentence.isWord($0, "while") || isMovement($0)
    }
    guard sharesGovernor || (isClear && second.claim.directionSpan == nil && gap.count <= 8) else {
      return nil
    }
    return merged(first, second)
  }

  /// Whether a change stands beside what went before, and speaks of no measure of its own.
  private func isAppositive(_ second: Draft, to first: Draft) -> Bool {
    let start = second.tokens.lowerBound
    guard !second.isCompared else { return false }
    guard start >= first.tokens.upperBound else { return second.tokens.overlaps(first.tokens) }
    guard !isVerb(start) else { return false }
    let gap = Range(first.tokens.upperBound, upTo: start)
    guard gap.count <= 12, !gap.contains(where: { starts[$0] >= 0 && seen[starts[$0]].isFree }) else {
      return false
    }
    let isOwn =
      !second.metric.isEmpty && second.metric.lowerBound >= start && !sharesStem(first.metric, second.metric)
    if isOwn { return false }
    let isCut = (first.tokens.upperBound...start).contains { sentence.joint($0) >= .comma }
    let leads =
      sentence.isWord(start - 1, "or") || sentence.isWord(start - 1, "is")
      || sentence.isWord(start - 1, "representing")
      || sentence.isWord(start - 1, "to")
        && (sentence.isWord(start - 2, "equivalent") || sentence.isWord(start - 2, "equal")
          || sentence.isWord(start - 2, "amounting") || sentence.isWord(start - 2, "equating"))
      || sentence.isWord(start - 1, "was")
    guard
      !gap.contains(where: {
        isConjunction($0, in: gap) || sentence.isWord($0, "while") || sentence.isWord($0, "but")
      })
    else { return false }
    return isCut && isTight(gap) || leads && gap.count <= 5
  }

  /// Whether the token at `place` is an "and" that begins something new, and not that of "between April 2025
  /// and March 2026".
  private func isConjunction(_ place: Int, in gap: Range<Int>) -> Bool {
    guard sentence.isWord(place, "and") else { return false }
    let isTime = { (index: Int) in
      self.sentence.has(index, [.month, .dateWord]) || self.sentence.kind(index) == .year
    }
    let isBetween = Range(gap.lowerBound, upTo: place).contains { sentence.isWord($0, "between") }
    return !(isBetween && isTime(place - 1) && (isTime(place + 1) || sentence.isWord(place + 1, "the")))
  }

  /// Whether a phrase has a verb of its own: ", then rose 10%".
  private func isVerb(_ start: Int) -> Bool {
    guard sentence.has(start, .movement), !sentence.has(start, [.changeNoun, .comparative]), start > 0 else {
      return false
    }
    let token = sentence.words[start].token
    let isGerund = sentence.byte(at: token.end - 1) | 0x20 == UInt8(ascii: "g")
    return !isGerund && !sentence.isWord(start, "up") && !sentence.isWord(start, "down")
      && !sentence.has(start, .factorVerb)
  }

  /// Whether the last comma or dash of a gap stands before the phrase, or the words after it only lead on.
  private func isTight(_ gap: Range<Int>) -> Bool {
    let end = gap.upperBound
    guard sentence.joint(end) == .close else { return true }
    guard let comma = gap.last(where: { sentence.joint($0) >= .comma }) else { return false }
    return (comma..<end).allSatisfy {
      sentence.has($0, [.determiner, .preposition, .pronoun, .auxiliary, .hedge, .stop, .habit])
        || sentence.isWord($0, "representing") || sentence.isWord($0, "equivalent")
        || sentence.isWord($0, "equal")
        || sentence.isWord($0, "which") || sentence.isWord($0, "fall")
    }
  }

  private func sharesStem(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let words = Set(left.map { sentence.normalised($0) })
    return right.contains {
      words.contains(sentence.normalised($0)) && !sentence.has($0, [.stop, .preposition, .determiner])
    }
  }

  private func merged(_ first: Draft, _ second: Draft) -> Draft {
    var draft = first
    draft.claim.from = first.claim.from ?? second.claim.from
    draft.claim.to = first.claim.to ?? second.claim.to
    draft.claim.changes += second.claim.changes
    if first.claim.direction == nil {
      draft.claim.direction = second.claim.direction
      draft.claim.directionSpan = second.claim.directionSpan
    }
    draft.tokens = first.tokens.lowerBound..<max(first.tokens.upperBound, second.tokens.upperBound)
    if first.metric.isEmpty { draft.metric = second.metric }
    draft.numbers += second.numbers
    // "fell by 4.7 hours, from 14.1 to 9.4": the unit is printed with the change alone.
    let dimensions: [NumberUnit.Dimension] = [.time, .workingTime, .money, .other]
    if let unit = draft.claim.changes.first?.figure.unit, dimensions.contains(unit.dimension),
      draft.claim.from?.unit == nil, draft.claim.to?.unit == nil
    {
      draft.claim.from?.unit = unit
      draft.claim.to?.unit = unit
    }
    return draft
  }
}
