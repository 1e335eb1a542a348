import BidLanguage

extension ClaimBuilder {
  /// Finds where a measure moved to: "fell to 18 h", "rose to 94%".
  mutating func findLevels() {
    for index in seen.indices where seen[index].isFree && !seen[index].isFactorWord {
      let place = before(seen[index].tokens)
      guard place > 0, sentence.isWord(place, "to"), let governor = governor(before: place),
        place - governor <= 8
      else { continue }
      var draft = Draft(tokens: Range(governor, upTo: seen[index].tokens.upperBound), numbers: [index])
      draft.claim.to = take(index)
      addRate(after: index, to: &draft)
      draft.claim.direction = direction(governor)
      draft.claim.directionSpan = draft.claim.direction != nil ? sentence.words[governor].token.range : nil
      draft.metric = metric(governor: governor, phrase: place)
      if let base = drafts.firstIndex(where: { isChange($0.claim) && $0.tokens.lowerBound == governor }) {
        drafts[base].claim.to = draft.claim.to
        drafts[base].numbers.append(index)
      } else {
        drafts.append(draft)
      }
    }
  }

  /// "doubled to 40", "rose six points to 84%".
  private func isChange(_ claim: NumberClaim) -> Bool {
    claim.from == nil && claim.to == nil && !claim.changes.isEmpty
  }

  private mutating func addRate(after index: Int, to draft: inout Draft) {
    guard let figure = seen[index].figure, figure.unit == nil,
      let base = rateBase(after: seen[index].tokens.upperBound)
    else { return }
    draft.claim.to?.unit = seen[base].figure.map { .rate($0.value) }
    _ = take(base)
    draft.numbers.append(base)
  }

  /// Gives a claim the figure it is set against: "compared with 15.3%", "against a target of 1,200".
  mutating func findComparators() {
    for index in seen.indices.dropFirst() where seen[index].isFree && !seen[index].isFactorWord {
      guard let place = comparison(before: seen[index].tokens.lowerBound) else { continue }
      if let value = seen[..<index].lastIndex(where: { ($0.kind == .claim || $0.isFree) && !isBase($0) }),
        seen[value].isFree,
        !seen[value].isFactorWord, areAlike(value, index)
      {
        addValue(value, isSure: true)
      }
      guard
        let draft = drafts.firstIndex(where: {
          $0.numbers.contains { seen[$0].tokens.upperBound <= place } && $0.claim.comparator == nil
        })
      else { continue }
      let last = drafts.lastIndex { $0.numbers.contains { seen[$0].tokens.upperBound <= place } } ?? draft
      guard let figure = seen[index].figure, drafts[last].claim.comparator == nil else { continue }
      drafts[last].claim.comparator = figure
      drafts[last].numbers.append(index)
      _ = take(index)
    }
  }

  /// The 1,000 of "per 1,000".
  private func isBase(_ number: SeenNumber) -> Bool { sentence.isWord(number.tokens.lowerBound - 1, "per") }

  /// Where "against" or "compared with" stands, up to six words before a figure of the same clause.
  private func comparison(before start: Int) -> Int? {
    var place = start - 1
    while place >= max(0, start - 7) {
      guard sentence.joint(place + 1) == .close else { return nil }
      let isBound = sentence.isWord(place, "below") || sentence.isWord(place, "above")
      if sentence.has(place, .compares) || isBound && sentence.has(place + 1, .determiner) { return place }
      if starts[place] >= 0 { return nil }
      place -= 1
    }
    return nil
  }

  /// Makes claims of shares and of counts that a verb of result stands by.
  mutating func findValues() {
    for index in seen.indices where seen[index].isFree && !seen[index].isFactorWord {
      addValue(index, isSure: false)
    }
  }

  private mutating func addValue(_ index: Int, isSure: Bool) {
    guard seen.indices.contains(index), seen[index].isFree, let figure = seen[index].figure, !isSample(index)
    else { return }
    let base = figure.unit == nil ? rateBase(after: seen[index].tokens.upperBound) : nil
    let isShare = figure.unit?.dimension == .percent && !isThreshold(index)
    guard isSure || isShare || base != nil || isStated(index) else { return }
    var draft = Draft(tokens: seen[index].tokens, numbers: [index])
    draft.metric = metricOfLevel(index)
    draft.claim.to = take(index)
    let verb = before(seen[index].tokens)
    if figure.unit == nil, sentence.has(verb, .result), sentence.joint(verb + 1) == .close {
      draft.claim.verb = sentence.normalised(verb)
    }
    if let base {
      draft.claim.to?.unit = seen[base].figure.map { .rate($0.value) }
      _ = take(base)
      draft.numbers.append(base)
    }
    drafts.append(draft)
  }

  /// Whether a verb stands by the figure that makes it a result: "was", "averaged", "we completed".
  private func isStated(_ index: Int) -> Bool {
    let place = before(seen[index].tokens)
    guard place >= 0 else { return isSubject(index) }
    let isLevel = sentence.has(place, .level) && place > 0 && !isSubjectPronoun(place - 1)
    let isAt = sentence.isWord(place, "at") && sentence.has(place - 1, .level)
    let isResult = sentence.has(place, .result)
    let isOf = sentence.isWord(place, "of") && sentence.has(place - 1, .generic)
    guard isLevel || isAt || isResult || isOf else { return isSubject(index) }
    return !sentence.isWord(place, "being")
  }

  private func isSubjectPronoun(_ place: Int) -> Bool {
    sentence.isWord(place, "there") || sentence.isWord(place, "who")
  }

  /// "91 were transferred", "38 people moved".
  private func isSubject(_ index: Int) -> Bool {
    let end = seen[index].tokens.upperBound
    let unit = seen[index].figure?.unit
    guard unit == nil || unit?.dimension == .money && sentence.has(end, .result) else { return false }
    guard !sentence.has(seen[index].tokens.lowerBound - 1, .determiner) else { return false }
    let verb = Range(end, upTo: min(sentence.count, end + 5)).first {
      sentence.joint($0) != .close || sentence.has($0, .result)
    }
    guard let verb, sentence.has(verb, .result), sentence.joint(verb) == .close, !sentence.isHyphened(verb)
    else { return false }
    return !(end..<verb).contains { sentence.has($0, [.aim, .preposition, .breaks]) }
  }

  /// "the national 70% threshold", "a 10% sample", "a target of 90%".
  private func isThreshold(_ index: Int) -> Bool {
    let first = seen[index].tokens.lowerBound
    let isTarget = Range(max(0, first - 6), upTo: first).contains { sentence.has($0, .target) }
    if isTarget, !Range(max(0, first - 6), upTo: first).contains(where: { sentence.joint($0 + 1) != .close })
    {
      return true
    }
    let isBound = sentence.isWord(first - 1, "below") || sentence.isWord(first - 1, "above")
    if isBound, !sentence.has(first - 2, .level) { return true }
    let end = seen[index].tokens.upperBound
    if sentence.joint(end) == .close, sentence.has(end, .target) { return true }
    let place = before(seen[index].tokens)
    return (sentence.isWord(place, "of") && sentence.has(place - 1, .target)) || sentence.isWord(place, "if")
      || (sentence.has(place, [.over, .under]) && !sentence.has(place - 1, .level))
  }

  /// A number that says how much is looked at: "checks 10% of start times".
  private func isSample(_ index: Int) -> Bool {
    let start = seen[index].tokens.lowerBound
    let isChecked = (max(0, start - 3)..<start).contains { place in
      sentence.joint(place + 1) == .close
        && ["check", "sampl", "audit", "repeat", "pick", "select", "review", "re-che"].contains {
          sentence.normalised(place).hasPrefix($0)
        }
    }
    let end = seen[index].tokens.upperBound
    let isInterval = sentence.isWord(end, "ci") || sentence.isWord(end, "confidence")
    return isInterval || isChecked || sentence.isWord(end, "sample") || sentence.isWord(end, "sampling")
  }

  // MARK: What is left

  /// Settles the numbers that no claim took: times are standards, counted things amounts.
  mutating func settleRest() {
    for index in seen.indices where seen[index].kind == nil {
      guard let figure = seen[index].figure else {
        seen[index].kind = .unclear
        continue
      }
      switch figure.unit?.dimension {
      case .time?, .workingTime?: seen[index].kind = .standard
      case .percent?, .points?: seen[index].kind = isSample(index) ? .amount : .standard
      case nil: seen[index].kind = isCounting(index) ? .amount : .unclear
      default: seen[index].kind = .amount
      }
    }
    seen.removeAll { $0.isFactorWord && $0.kind != .claim }
  }

  /// Whether the figure counts a thing that is named after it, or stands where an amount may.
  private func isCounting(_ index: Int) -> Bool {
    let end = seen[index].tokens.upperBound
    let isNoun = sentence.kind(end) == .word && sentence.joint(end) == .close
    return isNoun || seen[index].figure?.hedge != .exact
      || sentence.has(
        seen[index].tokens.lowerBound - 1, [.preposition, .level, .comparative, .compares, .stop, .auxiliary])
  }
}
