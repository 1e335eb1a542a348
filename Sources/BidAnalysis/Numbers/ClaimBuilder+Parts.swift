import BidLanguage

extension ClaimBuilder {
  /// Finds parts of a whole: "42 of 50 (84%)", "7 out of 10", "of the 826 who left, 91 were".
  mutating func findParts() {
    for index in seen.indices.dropLast() where seen[index].isFree && seen[index + 1].isFree {
      guard isPart(index) else { continue }
      addPart(index, of: index + 1)
    }
    findAnaphors()
    findListedParts()
    findBreakdowns()
    findPlainBreakdowns()
  }

  private func isPart(_ index: Int) -> Bool {
    guard let part = seen[index].figure, let whole = seen[index + 1].figure, isCount(part), isCount(whole)
    else {
      return false
    }
    if seen[index].tokens == seen[index + 1].tokens { return true }
    let end = seen[index].tokens.upperBound
    let start = seen[index + 1].tokens.lowerBound
    guard start >= end, start - end <= 5, (end...start).allSatisfy({ sentence.joint($0) == .close }) else {
      return false
    }
    if sentence.isWord(end, "in") {
      return start == end + 1 && part.value <= whole.value && whole.value >= 2 && whole.value <= 1000
    }
    // "42 people out of 50" has the noun first.
    guard
      let link = Range(end, upTo: start).first(where: {
        sentence.isWord($0, "of") || sentence.isWord($0, "from")
      })
    else { return false }
    let isOut = sentence.isWord(link, "of") && (link == end || sentence.isWord(link - 1, "out"))
    let rest = Range(link + 1, upTo: start)
    return isOut
      && rest.allSatisfy {
        sentence.has($0, [.determiner, .hedge]) || sentence.isWord($0, "total") || sentence.isWord($0, "of")
      }
  }

  private func isCount(_ figure: Figure) -> Bool {
    (figure.unit == nil || figure.unit == .count) && figure.upper == nil && figure.form != .fraction
      && figure.form != .multiple
  }

  private mutating func addPart(_ part: Int, of whole: Int) {
    var draft = Draft(
      tokens: Range(
        seen[part].tokens.lowerBound,
        upTo: max(seen[part].tokens.upperBound, whole > part ? seen[whole].tokens.upperBound : 0)),
      numbers: [part, whole])
    draft.claim.part = take(part)
    draft.claim.whole = take(whole)
    draft.metric = metricAfter(draft.tokens.upperBound, isShare: true)
    if let share = share(around: draft.tokens) {
      draft.claim.to = take(share)
      draft.numbers.append(share)
      draft.tokens =
        min(
          draft.tokens.lowerBound, seen[share].tokens.lowerBound)..<max(
          draft.tokens.upperBound, seen[share].tokens.upperBound)
      if seen[share].tokens.lowerBound < draft.numbers[0] || draft.metric.isEmpty {
        draft.metric = metricAfter(draft.tokens.upperBound, isShare: true)
      }
    }
    if draft.metric.isEmpty { draft.metric = subject(before: draft.tokens.lowerBound) }
    drafts.append(draft)
  }

  /// The percentage that says the same as a part of a whole: "42 of 50 people (84%)", "84% (42 of 50)".
  private func share(around tokens: Range<Int>) -> Int? {
    func isShare(_ number: SeenNumber) -> Bool {
      number.isFree && number.figure?.unit == .percent && number.figure?.form != .fraction
    }
    if let next = seen.first(where: { $0.tokens.lowerBound >= tokens.upperBound && $0.isFree }), isShare(next)
    {
      let start = next.tokens.lowerBound
      let gap = start - tokens.upperBound
      let isNear =
        sentence.isBracketed(start) && gap <= 8 || gap == 0
        || (sentence.isWord(start - 1, "or") || sentence.isWord(start - 1, "equals")) && gap <= 3
      if isNear || sentence.isDashed(start) && gap <= 6 {
        return seen.firstIndex { $0.tokens == next.tokens }
      }
    }
    guard let last = seen.lastIndex(where: { $0.tokens.upperBound <= tokens.lowerBound }), isShare(seen[last])
    else { return nil }
    let gap = tokens.lowerBound - seen[last].tokens.upperBound
    return sentence.isBracketed(tokens.lowerBound) && gap <= 8
      || gap == 0 && sentence.joint(tokens.lowerBound) == .comma ? last : nil
  }

  /// "1,264 packages, of which 1,163 began"; "50 people, and 42 of them agreed".
  private mutating func findAnaphors() {
    for part in seen.indices.dropFirst() where seen[part].isFree {
      guard let figure = seen[part].figure, isCount(figure),
        let whole = seen[..<part].lastIndex(where: { $0.isFree && $0.figure.map(isCount) == true }),
        seen[part].tokens.lowerBound - seen[whole].tokens.upperBound <= 10
      else { continue }
      let start = seen[part].tokens.lowerBound
      let end = seen[part].tokens.upperBound
      let isWhich =
        sentence.isWord(start - 2, "of")
        && (sentence.isWord(start - 1, "which") || sentence.isWord(start - 1, "whom"))
      let isThem =
        sentence.isWord(end, "of") && (sentence.isWord(end + 1, "them") || sentence.isWord(end + 1, "these"))
      guard isWhich || isThem else { continue }
      addPart(part, of: whole)
    }
  }

  /// "Of the 826 people who left the ward, 91 were transferred and 688 remained."
  private mutating func findListedParts() {
    for whole in seen.indices.dropLast() where seen[whole].isFree {
      guard let figure = seen[whole].figure, isCount(figure), figure.value > 1 else { continue }
      let place = before(seen[whole].tokens)
      guard sentence.isWord(place, "of"),
        place == 0 || sentence.joint(place) >= .comma || sentence.isWord(place - 1, "and")
      else { continue }
      addListedParts(of: whole)
    }
  }

  private mutating func addListedParts(of whole: Int) {
    var found: [Int] = []
    for part in Range(whole + 1, upTo: seen.count) {
      let start = seen[part].tokens.lowerBound
      guard
        !Range(seen[whole].tokens.upperBound, upTo: start + 1).contains(where: {
          sentence.joint($0) == .strong && !sentence.isDashed($0)
        })
      else { break }
      guard seen[part].isFree, let figure = seen[part].figure, isCount(figure), isPartPlace(part) else {
        continue
      }
      found.append(part)
    }
    if found.contains(where: { sentence.has(before(seen[$0].tokens), .remainder) }), found.count >= 2 {
      var draft = Draft(
        tokens: Range(seen[whole].tokens.lowerBound, upTo: seen[found[found.count - 1]].tokens.upperBound))
      draft.claim.whole = take(whole)
      draft.claim.parts = found.compactMap { take($0) }
      draft.numbers = found + [whole]
      draft.metric = metricAfter(seen[whole].tokens.upperBound, isShare: true)
      return drafts.append(draft)
    }
    for part in found {
      var draft = Draft(tokens: seen[part].tokens, numbers: [part, whole])
      draft.claim.whole = take(whole)
      draft.claim.part = take(part)
      draft.metric = metricAfter(seen[part].tokens.upperBound, isShare: true)
      if let share = share(around: draft.tokens) {
        draft.claim.to = take(share)
        draft.numbers.append(share)
      }
      drafts.append(draft)
    }
  }

  /// A part is a subject: at the start of a clause, or after "and", "the remaining" and the like.
  private func isPartPlace(_ part: Int) -> Bool {
    let start = seen[part].tokens.lowerBound
    if sentence.joint(start) >= .comma { return true }
    let place = before(seen[part].tokens)
    return sentence.isWord(place, "and") || sentence.isWord(place, "while") || sentence.has(place, .remainder)
      || sentence.isWord(place, "only") || sentence.joint(place + 1) >= .comma || sentence.has(place, .result)
  }

  /// "50 places, comprising 30 for adults and 20 for children": parts that exclude each other.
  private mutating func findBreakdowns() {
    for place in 0..<sentence.count where sentence.has(place, .divides) {
      let isWhole = sentence.isWord(place, "made") && !sentence.isWord(place + 1, "up")
      guard !isWhole, sentence.words[place].token.kind == .word else { continue }
      let parts = seen.indices.filter { index in
        guard seen[index].isFree, let figure = seen[index].figure, figure.upper == nil,
          !seen[index].isFactorWord
        else { return false }
        return seen[index].tokens.lowerBound > place
          && !Range(place + 1, upTo: seen[index].tokens.lowerBound + 1).contains {
            sentence.joint($0) == .strong && !sentence.isDashed($0)
              && !sentence.gapHolds(UInt8(ascii: ":"), before: $0)
          }
      }
      addBreakdown(parts, at: place)
    }
  }

  /// "Our 60 staff are 25 nurses, 20 therapists and 22 support workers": three counted things or more behind a
  /// counted thing and "are", each behind a comma or "and".
  private mutating func findPlainBreakdowns() {
    for place in 0..<sentence.count where sentence.isWord(place, "are") {
      guard let first = seen.firstIndex(where: { $0.tokens.lowerBound == place + 1 && $0.isFree }),
        let whole = seen[..<first].last(where: { $0.isFree && place - $0.tokens.upperBound <= 3 })?.figure
      else { continue }
      var parts = [first]
      for index in Range(first + 1, upTo: seen.count) {
        let start = seen[index].tokens.lowerBound
        let end = seen[parts[parts.count - 1]].tokens.upperBound
        guard seen[index].isFree, start - end <= 5,
          sentence.joint(start) == .comma || sentence.isWord(start - 1, "and")
        else { break }
        parts.append(index)
      }
      // "Our 3 wards are 20, 24 and 28 beds" is no breakdown.
      let areCounts = parts.allSatisfy { index in
        seen[index].figure.map { isCount($0) && $0.value <= whole.value } == true
      }
      if parts.count >= 3, areCounts { addBreakdown(parts, at: place) }
    }
  }

  private mutating func addBreakdown(_ parts: [Int], at place: Int) {
    guard parts.count >= 2, let first = seen[parts[0]].figure,
      parts.allSatisfy({ seen[$0].figure?.unit == first.unit && seen[$0].figure?.form != .fraction })
    else { return }
    let whole = seen.lastIndex {
      $0.tokens.upperBound <= place && place - $0.tokens.upperBound <= 8 && $0.figure?.unit == first.unit
        && $0.isFree
    }
    guard whole != nil || first.unit == .percent,
      first.unit == .percent || first.unit == nil || first.unit?.dimension == .money
    else { return }
    let end = seen[parts[parts.count - 1]].tokens.upperBound
    var draft = Draft(tokens: Range(whole.map { seen[$0].tokens.lowerBound } ?? place, upTo: end))
    draft.claim.whole = first.unit == .percent ? nil : whole.flatMap { take($0) }
    draft.claim.parts = parts.compactMap { take($0) }
    draft.numbers = parts + (first.unit == .percent ? [] : whole.map { [$0] } ?? [])
    draft.metric = whole.map { metricAfter(seen[$0].tokens.upperBound) } ?? subject(before: place)
    drafts.append(draft)
  }
}
