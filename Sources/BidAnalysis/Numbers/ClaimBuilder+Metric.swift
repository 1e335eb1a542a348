import BidLanguage

extension ClaimBuilder {
  /// The words that name what moved, for a word of movement and the phrase it governs.
  ///
  /// A noun of change has them after "in" or "of"; a verb with an object has them between itself and
  /// the phrase; any other verb has them before it.
  func metric(governor: Int?, phrase: Int) -> Range<Int> {
    guard let governor else { return subject(before: phrase) }
    let isTied = sentence.isWord(governor, "up") || sentence.isWord(governor, "down")
    let between = Range(governor + 1, upTo: phrase)
    let hasFigure = seen.contains { between.overlaps($0.tokens) && $0.kind != .standard && $0.kind != .name }
    let object = hasFigure ? 0..<0 : trimmed(between)
    if !object.isEmpty {
      let opens = between.first { !sentence.has($0, .adverb) } ?? between.lowerBound
      let isPlace = sentence.has(opens, .preposition) && !sentence.has(governor, .changeNoun)
      if !isPlace || sentence.isWord(opens, "in") && isNoun(governor) { return object }
    }
    var start = governor
    // "came down", "was brought down", "has been going up".
    while start > 0, isTied || start != governor, sentence.has(start - 1, .movement),
      sentence.joint(start) == .close
    { start -= 1 }
    return subject(before: start)
  }

  /// Whether the word of movement at `place` is used as a noun.
  private func isNoun(_ place: Int) -> Bool {
    sentence.has(place - 1, .determiner)
      || starts.indices.contains(place - 1) && seen.contains { $0.tokens.upperBound == place }
      || sentence.has(place, .changeNoun)
  }

  /// The words after "reduction in".
  func metricAfterNoun(_ noun: Int) -> Range<Int> {
    guard sentence.joint(noun + 1) == .close,
      sentence.isWord(noun + 1, "in") || sentence.isWord(noun + 1, "of")
    else {
      return 0..<0
    }
    return metricAfter(noun + 2)
  }

  /// The words from the token at `index` on that name a measure.
  ///
  /// - Parameter isShare: What is counted may have a verb: "people left without care".
  func metricAfter(_ index: Int, isShare: Bool = false) -> Range<Int> {
    var end = index
    let limit = min(sentence.count, index + (isShare ? 12 : 8))
    while end < limit,
      end == index || sentence.joint(end) == .close
        || isShare && sentence.isBracketed(end) == false && sentence.joint(end) < .comma
    {
      if end == index, sentence.joint(index) == .strong || sentence.isWord(index, "than") { break }
      if starts[end] >= 0, end > index || !isShare { break }
      if sentence.kind(end) != .word || sentence.has(end, .month) { break }
      let isStop =
        sentence.has(end, .span) || sentence.isWord(end, "by") || sentence.isWord(end, "from")
        || sentence.isWord(end, "since") || sentence.isWord(end, "than") || sentence.isWord(end, "and")
      if end > index, isStop || (!isShare && sentence.has(end, [.breaks, .level])) { break }
      end += 1
    }
    return trimmed(Range(index, upTo: end))
  }

  /// The subject: the words back to the start of the clause.
  func subject(before index: Int) -> Range<Int> {
    let index = beforePeriod(index)
    var start = index
    while start > 0 {
      let place = start - 1
      if start < index, isCut(start) { break }
      if sentence.has(place, .breaks) || sentence.has(place, .month) || sentence.kind(place) == .year {
        break
      }
      if let number = seen.first(where: { $0.tokens.contains(place) }), !isInMetric(number) { break }
      if sentence.isWord(place, "and"), start < index,
        seen.contains(where: { $0.tokens.upperBound <= place && $0.kind == .claim })
      {
        break
      }
      start -= 1
    }
    return trimmed(Range(afterLead(start, before: index), upTo: index))
  }

  /// Where a period that stands before the token at `index` begins: "Retention in 2025/26 was"; `index` itself
  /// when there is none, or nothing before it.
  private func beforePeriod(_ index: Int) -> Int {
    var place = index
    var hasDate = false
    while place > 1, place == index || sentence.joint(place) == .close {
      let last = place - 1
      let isNumber = seen.contains {
        ($0.kind == .date || $0.kind == .period) && $0.tokens.contains(last)
      }
      if isNumber || sentence.has(last, .month) || sentence.kind(last) == .year {
        hasDate = true
      } else if hasDate, sentence.has(last, [.span, .preposition]), !sentence.isWord(last, "to"),
        !sentence.isWord(last, "of"), sentence.joint(place) == .close
      {
        return last
      } else if !(sentence.has(last, [.dateWord, .determiner]) || sentence.isWord(last, "to")
        || sentence.isWord(last, "and") || sentence.isWord(last, "of"))
      {
        return index
      }
      place = last
    }
    return index
  }

  /// Where the subject begins after a place or time that opens the clause: "In Eastgate the rate".
  private func afterLead(_ start: Int, before index: Int) -> Int {
    guard sentence.has(start, .preposition), !sentence.isWord(start, "of") else { return start }
    let rest = Range(start + 2, upTo: index - 1)
    return rest.first {
      sentence.isWord($0, "the") || sentence.isWord($0, "our") || sentence.isWord($0, "their")
    } ?? start
  }

  /// Whether a comma, bracket or stronger mark, and not only a quotation mark, stands before a token.
  private func isCut(_ place: Int) -> Bool {
    guard sentence.joint(place) == .comma else { return sentence.joint(place) == .strong }
    return [UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")")].contains {
      sentence.gapHolds($0, before: place)
    }
  }

  /// A number may belong to the name of a measure: "within 30 days", "the eight care processes".
  private func isInMetric(_ number: SeenNumber) -> Bool {
    switch number.kind {
    case .standard?, .name?, .amount?: return true
    case nil: return number.figure?.unit == nil && sentence.has(number.tokens.lowerBound - 1, .determiner)
    default: return false
    }
  }

  /// What a figure that states a level measures: the subject before "was", else what follows it.
  func metricOfLevel(_ index: Int) -> Range<Int> {
    let tokens = seen[index].tokens
    let place = before(tokens)
    let isAt = sentence.isWord(place, "at") || sentence.isWord(place, "of")
    let verb = isAt ? place - 1 : place
    if verb > 0, sentence.joint(tokens.lowerBound) == .close,
      sentence.has(verb, [.level, .generic]) || sentence.isWord(verb, "took") && verb == place
    {
      let before = subject(before: sentence.has(verb, .generic) ? verb + 1 : verb)
      if !before.isEmpty { return before }
    }
    let isShare = seen[index].figure?.unit == .percent || seen[index].figure?.unit == nil
    let after = metricAfter(tokens.upperBound, isShare: isShare)
    return after.isEmpty ? subject(before: tokens.lowerBound) : after
  }

  /// Without the small words at either end; empty when nothing else is there.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let small: WordTags = [.determiner, .preposition, .auxiliary, .pronoun, .adverb, .hedge, .level]
    func isSmall(_ place: Int) -> Bool {
      sentence.has(place, small) || sentence.isWord(place, "and") || sentence.isWord(place, "also")
        || sentence.isWord(place, "have")
        || sentence.has(place, .movement) && !sentence.has(place, .comparative) && !sentence.isHyphened(place)
    }
    var range = range
    while let first = range.first, isSmall(first) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isSmall(last) { range = range.lowerBound..<last }
    let hasMeaning =
      range.contains { !sentence.has($0, [.stop, .generic, .determiner, .pronoun, .preposition]) }
      || range.count > 1 && range.contains { sentence.has($0, .generic) }
    return hasMeaning ? range : 0..<0
  }
}
