import BidLanguage

extension NumberSentence {
  /// What the number at `tokens` is when the words beside it settle that it is no claim; else `nil`.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the number with its unit.
  ///   - before: The kind of the number before it, when only a list's joint stands between them.
  func settledKind(_ tokens: Range<Int>, figure: Figure?, after before: NumberKind?) -> NumberKind? {
    let first = tokens.lowerBound
    let next = tokens.upperBound
    switch kind(first) {
    case .clock?: return .clock
    case .address?: return nil
    case .ordinal?: return has(next, .month) || has(first - 1, .month) || isWord(next, "of") ? .date : .name
    case .year?: if isDate(year: first) { return .date }
    case .number?: if let kind = digitKind(first, next: next) { return kind }
    default: break
    }
    if isDay(first, next: next, figure: figure) { return .date }
    if isClock(first, next: next, figure: figure) { return .clock }
    if let before, [.name, .reference].contains(before), figure?.unit == nil,
      !isNoun(next) || before == .reference
    {
      return before
    }
    guard figure?.unit?.dimension != .percent, figure?.unit?.dimension != .money else { return nil }
    // "a four-part screen", "five-star"
    if figure?.unit == nil, isHyphened(next), kind(next) == .word,
      !has(next, [.changeNoun, .comparative, .fold])
    {
      return .amount
    }
    if isName(first, next: next, figure: figure) { return .name }
    if has(first - 1, .referenceNoun),
      joint(first) == .close || byte(at: words[first].token.start - 1) == 0x20,
      isReferenceNoun(first - 1, hasUnit: figure?.unit != nil)
    {
      return .reference
    }
    if isStreet(after: next) { return .address }
    return isCadence(tokens, figure: figure) ? .cadence : nil
  }

  // MARK: Dates

  private func isDate(year index: Int) -> Bool {
    let token = words[index].token
    if token.range.count > 4 { return true }
    if index > 0, has(index - 1, [.month, .dateWord, .preposition, .determiner, .over, .limit, .span]) {
      return true
    }
    if index == 0 || joint(index) != .close { return true }
    // "processed 2000 referrals": a plural noun follows.
    let isPlural =
      kind(index + 1) == .word && joint(index + 1) == .close
      && bytes[words[index + 1].token.end - 1] == UInt8(ascii: "s")
      && !has(index + 1, [.level, .stop, .auxiliary])
    return !isPlural
  }

  /// A day beside its month: "12 March", "March 12".
  private func isDay(_ first: Int, next: Int, figure: Figure?) -> Bool {
    guard let figure, figure.unit == nil, figure.form == .digits, figure.value <= 31 else { return false }
    if isWord(next, "may") { return kind(next + 1) == .year }
    if has(next, .month), joint(next) == .close { return true }
    return has(first - 1, .month) && joint(first) == .close && !isNoun(next)
  }

  /// "at 8.45", where a stop parts hours and minutes.
  private func isClock(_ first: Int, next: Int, figure: Figure?) -> Bool {
    guard let figure, figure.form == .digits, figure.unit == nil, figure.value < 24, figure.step == 0.01
    else { return false }
    let minutes = ((figure.value - figure.value.rounded(.down)) * 100).rounded()
    let isTimed =
      isWord(first - 1, "at") || isWord(first - 1, "until") || has(next, .cadence) || isWord(next, "sharp")
    return minutes < 60 && isTimed
  }

  // MARK: Names

  private func isName(_ first: Int, next: Int, figure: Figure?) -> Bool {
    guard first > 0, joint(first) == .close, !isGlued(first) else { return false }
    let before = words[first - 1]
    // "the Seven Dales"
    if kind(first) == .word, words[first].token.isCapitalised, kind(next) == .word,
      words[next].token.isCapitalised,
      joint(next) == .close
    {
      return true
    }
    if before.tags.contains(.nameNoun), !isPartOfWhole(next) {
      // "in the year 12 people": a unit or noun shows a count, unless the noun is a true label.
      if before.token.isCapitalised { return true }
      if before.tags.contains(.unit) || before.tags.contains(.dateWord) {
        let isRate = has(first - 2, .determiner) || isWord(first - 2, "per") || isWord(first - 2, "every")
        let isSeries = isPlural(first - 1) && isNoun(next)
        return figure?.unit == nil && !isRate && !isSeries && !has(first - 2, [.span, .month])
      }
      return figure?.unit == nil && !isWord(first - 1, "rule") && !isWord(first - 1, "route")
    }
    if isWord(first - 1, "of"), first > 1, words[first - 2].tags.contains(.nameNoun),
      (0x30...0x39).contains(bytes[words[first - 2].token.end - 1]) || isWord(first - 2, "score")
    {
      return true
    }
    guard before.token.isCapitalised, first > 1, before.token.kind == .word, kind(first) == .number,
      before.tags.isEmpty, figure?.unit == nil, figure?.step == 1, !isPartOfWhole(next), !isNoun(next)
    else { return false }
    return true
  }

  private func isPlural(_ index: Int) -> Bool {
    isWord(index, "months") || isWord(index, "years") || isWord(index, "weeks")
  }

  /// Whether what follows is a plain word, as the thing counted would be.
  private func isNoun(_ index: Int) -> Bool {
    kind(index) == .word && joint(index) == .close && !words[index].token.isCapitalised
      && !has(index, [.preposition, .stop, .auxiliary, .level, .breaks, .determiner, .pronoun])
  }

  private func isPartOfWhole(_ next: Int) -> Bool {
    isWord(next, "of") && (figure(at: next + 1) != nil || figure(at: next + 2) != nil)
      || isWord(next, "out") && isWord(next + 1, "of")
  }

  private func isReferenceNoun(_ index: Int, hasUnit: Bool) -> Bool {
    // "no 12", "part 3" are references; "number 40 a week" and "answered 12" are not.
    if hasUnit { return false }
    if isWord(index, "no") {
      return byte(after: index) == UInt8(ascii: ".") || words[index].token.isCapitalised
    }
    if isWord(index, "number") || isWord(index, "p") || isWord(index, "part") || isWord(index, "answer") {
      return joint(index + 1) == .close
    }
    return true
  }

  private func isStreet(after next: Int) -> Bool {
    var index = next
    while index < min(count, next + 4), joint(index) == .close, words[index].token.isCapitalised {
      if has(index, .street), index > next || has(index, .street) { return true }
      index += 1
    }
    return false
  }

  // MARK: Cadence

  private func isCadence(_ tokens: Range<Int>, figure: Figure?) -> Bool {
    let first = tokens.lowerBound
    let next = tokens.upperBound
    if let figure, figure.unit?.dimension == .time || figure.unit?.dimension == .workingTime {
      if isWord(first - 1, "every") || (isWord(first - 1, "each") && first > 0) { return true }
      let isWhole = figure.step == 1 && figure.value <= 24
      let isSaid =
        isWord(first - 1, "to") || isWord(first - 1, "by") || isWord(first - 1, "of")
        || isWord(first - 1, "from")
      if isWhole, !isSaid, has(next, .determiner) && !isWord(next, "the"), has(next + 1, .unit),
        joint(next) == .close
      {
        return true
      }
      return has(next, .habit)
    }
    if isWord(first - 1, "every"), figure?.unit == nil { return true }
    if isWord(next, "times") || isWord(next, "visits") || isWord(next, "calls") {
      let after = next + 1
      if has(after, .habit) { return true }
      let isPer = isWord(after, "a") || isWord(after, "per") || isWord(after, "each")
      return isPer
        && (isWord(next, "times")
          || has(after + 1, .unit) && !has(first - 1, [.movement, .result, .preposition]))
    }
    return false
  }
}
