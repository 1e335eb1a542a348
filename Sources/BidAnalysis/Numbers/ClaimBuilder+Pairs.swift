import BidLanguage

extension ClaimBuilder {
  /// Finds where a measure went from one figure to another.
  mutating func findPairs() {
    for index in 0..<sentence.count {
      if sentence.isArrowed(index) { findArrow(at: index) }
      if sentence.isWord(index, "to") { findFalling(at: index) }
      guard sentence.isWord(index, "from"), let from = number(near: index + 1, reach: 7) else { continue }
      if let to = numberAfterTo(from) {
        addPair(from: from, to: to, at: index)
      } else if let to = numberBefore(index, from: from) {
        addReversed(from: from, to: to, at: index)
      }
    }
    findThenAndNow()
  }

  /// `36 h → 18 h`
  private mutating func findArrow(at index: Int) {
    guard let to = number(near: index), to > 0, seen[to - 1].isFree else { return }
    let end = seen[to - 1].tokens.upperBound
    guard index - end <= 3 else { return }
    append(from: to - 1, to: to, governor: nil, phrase: seen[to - 1].tokens.lowerBound)
  }

  /// "3.1 to 2.2 incidents, a 29% fall": no range, since it runs down.
  private mutating func findFalling(at index: Int) {
    guard let to = number(near: index + 1, reach: 1),
      let from = seen[..<to].lastIndex(where: { $0.tokens.upperBound == index }),
      seen[from].isFree, areAlike(from, to), let high = seen[from].figure, let low = seen[to].figure
    else { return }
    let isTerse = sentence.gapHolds(UInt8(ascii: ":"), before: seen[from].tokens.lowerBound)
    // A rise is a pair where it was not read as a range: behind a colon.
    guard high.value > low.value || isTerse && high.unit == .percent,
      !sentence.isWord(before(seen[from].tokens), "from"),
      isFollowedByChange(to, within: isTerse ? 18 : 10)
    else { return }
    append(from: from, to: to, governor: nil, phrase: seen[from].tokens.lowerBound)
    if let last = drafts.indices.last, drafts[last].metric.isEmpty {
      drafts[last].metric = metricAfter(seen[to].tokens.upperBound)
    }
  }

  /// The figure of "to B" after "from A", with a dozen words between at most.
  private func numberAfterTo(_ from: Int) -> Int? {
    var place = seen[from].tokens.upperBound
    let limit = min(sentence.count, place + 14)
    while place < limit, sentence.joint(place) != .strong {
      if sentence.isWord(place, "from") { return nil }
      if sentence.isWord(place, "to"), let to = number(near: place + 1, reach: 6), to != from { return to }
      if starts[place] >= 0, seen[starts[place]].isFree { return nil }
      place += 1
    }
    return nil
  }

  private mutating func addPair(from: Int, to: Int, at index: Int) {
    let governor = governor(before: index)
    guard governor != nil || isFollowedByChange(to) || hasDifferentPeriods(from, to) else {
      // "from 3 to 5 visits": the ends of a range.
      return
    }
    append(from: from, to: to, governor: governor, phrase: index)
  }

  /// Whether words that say how far it moved follow the pair: "a fall of", "(down".
  private func isFollowedByChange(_ to: Int, within reach: Int = 10) -> Bool {
    let end = seen[to].tokens.upperBound
    return Range(end, upTo: min(sentence.count, end + reach)).contains {
      sentence.has($0, .changeNoun) || isMovement($0) || sentence.has($0, .factorVerb)
    }
  }

  /// Whether each of the figures has its own date: "from 212 in 2022/23 to 39 in 2023/24".
  private func hasDifferentPeriods(_ from: Int, _ to: Int) -> Bool {
    let dates = seen.filter { $0.kind == .date }.map(\.tokens.lowerBound)
    return dates.contains { $0 > seen[from].tokens.lowerBound && $0 < seen[to].tokens.lowerBound }
      && dates.contains { $0 > seen[to].tokens.lowerBound }
  }

  /// "fell to 18 h from 36 h"; "92%, up from 68%".
  private func numberBefore(_ index: Int, from: Int) -> Int? {
    guard
      let to = seen[..<from].lastIndex(where: {
        $0.isFree && !$0.isFactorWord && $0.tokens.upperBound <= index
      })
    else { return nil }
    let place = before(seen[to].tokens)
    let near = index - seen[to].tokens.upperBound
    if sentence.isWord(place, "to"), near <= 4, governor(before: place) != nil { return to }
    guard isMovement(index - 1), areAlike(to, from) else { return numberBeforeChange(index, from: from) }
    return to
  }

  /// "fell to 3.7%, down 1.2 points from 4.9%"
  private func numberBeforeChange(_ index: Int, from: Int) -> Int? {
    guard let change = seen[..<from].lastIndex(where: { $0.tokens.upperBound == index && $0.isFree }) else {
      return nil
    }
    let word = before(seen[change].tokens)
    guard sentence.isWord(word, "up") || sentence.isWord(word, "down"), sentence.joint(word) == .comma,
      let to = seen[..<change].lastIndex(where: { $0.isFree && $0.tokens.upperBound == word }),
      areAlike(to, from)
    else { return nil }
    return to
  }

  /// Whether two numbers may be values of one measure: their units can be compared, or one has none.
  func areAlike(_ left: Int, _ right: Int) -> Bool {
    guard let one = seen[left].figure?.unit, let other = seen[right].figure?.unit else { return true }
    return one.isComparable(with: other)
  }

  private mutating func addReversed(from: Int, to: Int, at index: Int) {
    let isUpFrom = isMovement(index - 1)
    let governor = isUpFrom ? index - 1 : governor(before: before(seen[to].tokens))
    append(
      from: from, to: to, governor: governor,
      phrase: isUpFrom ? seen[to].tokens.lowerBound : before(seen[to].tokens))
    if isUpFrom || governor == nil { drafts[drafts.count - 1].metric = metricOfLevel(to) }
  }

  /// "was 36 h and is now 18 h"
  private mutating func findThenAndNow() {
    for to in seen.indices where seen[to].isFree {
      guard let from = seen[..<to].lastIndex(where: { $0.isFree && !$0.isFactorWord }), areAlike(from, to)
      else { continue }
      let gap = Range(seen[from].tokens.upperBound, upTo: seen[to].tokens.lowerBound)
      if isDated(from, to) {
        let phrase = seen[from].tokens.lowerBound
        append(from: from, to: to, governor: announcer(before: phrase), phrase: phrase)
        continue
      }
      guard gap.count <= 12, gap.contains(where: { sentence.isWord($0, "now") }),
        gap.contains(where: {
          sentence.isWord($0, "is") || sentence.isWord($0, "are") || sentence.has($0, .result)
        }),
        let was = (0..<seen[from].tokens.lowerBound).last(where: {
          sentence.isWord($0, "was") || sentence.isWord($0, "were") || sentence.isWord($0, "averaged")
        }), seen[from].tokens.lowerBound - was <= 4
      else { continue }
      append(from: from, to: to, governor: nil, phrase: was)
      drafts[drafts.count - 1].metric = subject(before: was)
    }
  }

  /// The verb of "We reduced time to first appointment: 19 days in 2024, 27 days in 2025".
  private func announcer(before phrase: Int) -> Int? {
    guard sentence.gapHolds(UInt8(ascii: ":"), before: phrase), phrase >= 3,
      let verb = (max(0, phrase - 8)..<phrase).last(where: {
        isMovement($0) && direction($0) != nil && !sentence.has($0, .changeNoun)
      }), verb > 0, sentence.has(verb - 1, .pronoun) || sentence.isWord(verb - 1, "have"),
      Range(verb + 1, upTo: phrase).allSatisfy({
        sentence.joint($0) == .close && !sentence.has($0, [.result, .level, .pronoun, .breaks])
      })
    else { return nil }
    return verb
  }

  /// "412 in 2023, 206 in 2024"; "14 in April, 6 now".
  private func isDated(_ from: Int, _ to: Int) -> Bool {
    let first = seen[from].tokens.upperBound
    let second = seen[to].tokens.lowerBound
    guard sentence.joint(second) >= .comma, second - first <= 5, sentence.isWord(first, "in"),
      isDate(first + 1)
    else { return false }
    let end = seen[to].tokens.upperBound
    return sentence.isWord(end, "now") || sentence.isWord(end, "in") && isDate(end + 1)
  }

  private func isDate(_ place: Int) -> Bool { sentence.has(place, .month) || sentence.kind(place) == .year }

  private mutating func append(from: Int, to: Int, governor: Int?, phrase: Int) {
    var draft = Draft(
      tokens: Range(
        min(phrase, governor ?? phrase), upTo: max(seen[to].tokens.upperBound, seen[from].tokens.upperBound)))
    draft.claim.from = take(from)
    draft.claim.to = take(to)
    let unit = seen[to].figure?.unit ?? seen[from].figure?.unit
    // A unit printed once holds for both: "from 44 to 63%", "from 36 h to 18".
    if draft.claim.from?.unit == nil { draft.claim.from?.unit = unit }
    if draft.claim.to?.unit == nil { draft.claim.to?.unit = unit }
    addRate(&draft)
    draft.claim.direction = direction(governor)
    draft.claim.directionSpan =
      draft.claim.direction != nil ? governor.map { sentence.words[$0].token.range } : nil
    draft.claim.verdict = verdict(governor)
    draft.claim.verdictSpan =
      draft.claim.verdict != nil ? governor.map { sentence.words[$0].token.range } : nil
    draft.numbers = [from, to]
    draft.metric = metric(governor: governor, phrase: phrase)
    drafts.append(draft)
  }

  /// Takes in "per 1,000" after the last figure.
  private mutating func addRate(_ draft: inout Draft) {
    guard let base = rateBase(after: draft.tokens.upperBound) else { return }
    guard draft.claim.to?.unit == nil || draft.claim.to?.unit == .count else { return }
    let unit = seen[base].figure.map { NumberUnit.rate($0.value) }
    draft.claim.from?.unit = unit
    draft.claim.to?.unit = unit
    _ = take(base)
    draft.numbers.append(base)
    draft.tokens = Range(draft.tokens.lowerBound, upTo: seen[base].tokens.upperBound)
  }

  /// The number of "per 1,000" within four words of the token at `index`.
  func rateBase(after index: Int) -> Int? {
    for place in Range(index, upTo: min(sentence.count, index + 4)) {
      guard sentence.joint(place) == .close else { return nil }
      if sentence.isWord(place, "per") || sentence.isWord(place, "every"), let base = number(near: place + 1),
        (seen[base].figure?.value ?? 0) >= 10
      {
        return base
      }
      if starts[place] >= 0 { return nil }
    }
    return nil
  }
}
