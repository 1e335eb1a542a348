import BidLanguage

/// A number of a sentence on its way to being understood.
struct SeenNumber {
  /// `nil` for a clock, an ordinal and the like, which have no value to reckon with.
  var figure: Figure?
  /// `nil` until something is made of it.
  var kind: NumberKind?
  var tokens: Range<Int>
  var span: Range<Int>
  /// "halved", "threefold": a number only when it turns out to say how far a measure moved.
  var isFactorWord = false

  /// Whether a claim may still take it.
  var isFree: Bool { kind == nil && figure != nil }
}

extension NumberSentence {
  /// The numbers of the sentence in order, those settled by their neighbours with their kind.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func numbers() -> [SeenNumber] {
    var seen: [SeenNumber] = []
    var index = 0
    while index < count {
      let found = number(at: index, after: seen)
      seen += found
      index = max(index + 1, found.last?.tokens.upperBound ?? 0)
    }
    settleDateLists(&seen)
    return seen
  }

  private func number(at index: Int, after seen: [SeenNumber]) -> [SeenNumber] {
    switch kind(index) {
    case .clock?, .ordinal?:
      return [seenNumber(nil, index..<(index + 1), after: seen)]
    case .number? where bytes[words[index].token.range].contains(UInt8(ascii: "/")):
      return ratio(at: index, after: seen)
    case .number?, .percent?, .money?, .year?:
      guard let figure = figure(at: index) else { return [seenNumber(nil, index..<(index + 1), after: seen)] }
      return [merged(figure, after: seen)]
    case .word?:
      if let factor = factorWord(at: index) { return [factor] }
      guard let figure = figure(at: index) else { return [] }
      return [merged(figure, after: seen)]
    default: return []
    }
  }

  private func seenNumber(_ figure: Figure?, _ tokens: Range<Int>, after seen: [SeenNumber]) -> SeenNumber {
    var figure = figure
    figure?.hedge = hedge(before: tokens.lowerBound)
    let listed = seen.last.flatMap {
      isListed(tokens.lowerBound, after: $0.tokens.upperBound) ? $0.kind : nil
    }
    let kind = settledKind(tokens, figure: figure, after: listed) ?? figure.flatMap { timeKind(of: $0) }
    return SeenNumber(figure: figure, kind: kind, tokens: tokens, span: figure?.span ?? span(tokens))
  }

  /// Whether only "and", "or", "to", a comma or a hyphen stands between two numbers.
  private func isListed(_ index: Int, after end: Int) -> Bool {
    if index == end { return joint(index) == .comma || isHyphened(index) || isDashed(index) }
    return index == end + 1 && (isWord(end, "and") || isWord(end, "or") || isWord(end, "to"))
  }

  /// Days before a month in a list are dates too: "12 to 18 March".
  private func settleDateLists(_ seen: inout [SeenNumber]) {
    for index in seen.indices.dropLast()
    where seen[index + 1].kind == .clock && seen[index].figure?.unit == nil {
      guard let figure = seen[index].figure, figure.value <= 24,
        isListed(seen[index + 1].tokens.lowerBound, after: seen[index].tokens.upperBound),
        !isWord(seen[index].tokens.upperBound, "and")
      else { continue }
      seen[index].kind = .clock
    }
    for index in seen.indices.dropLast().reversed()
    where seen[index].kind == nil && seen[index + 1].kind == .date {
      guard isListed(seen[index + 1].tokens.lowerBound, after: seen[index].tokens.upperBound),
        let figure = seen[index].figure, figure.value <= 31, figure.unit == nil
      else { continue }
      seen[index].kind = .date
    }
  }

  // MARK: Two numbers in one

  /// `42/50` is a part of a whole; other pairs are left as they are.
  private func ratio(at index: Int, after seen: [SeenNumber]) -> [SeenNumber] {
    let token = words[index].token
    guard let slash = bytes[token.range].firstIndex(of: UInt8(ascii: "/")),
      let left = PrintedNumber(bytes, in: token.start..<slash),
      let right = PrintedNumber(bytes, in: (slash + 1)..<token.end),
      settledKind(index..<(index + 1), figure: nil, after: nil) == nil, left.value <= right.value
    else { return [seenNumber(nil, index..<(index + 1), after: seen)] }
    let tokens = index..<(index + 1)
    return [(left, token.start..<slash), (right, (slash + 1)..<token.end)].map { number, span in
      let figure = Figure(value: number.value, step: number.step, span: span, digits: span, tokens: tokens)
      return SeenNumber(figure: figure, kind: nil, tokens: tokens, span: span)
    }
  }

  /// Joins the two ends of a range: `3 to 5 days`, `10–15%`, "between 10 and 15".
  private func merged(_ figure: Figure, after seen: [SeenNumber]) -> SeenNumber {
    let first = figure.tokens.lowerBound
    let end = figure.tokens.upperBound
    let isBetween = isWord(first - 1, "between")
    let isTo =
      isWord(end, "to") && !isWord(first - 1, "from") && !has(first - 1, .movement) && joint(end) == .close
    let next = isBetween && isWord(end, "and") || isTo ? end + 1 : end
    guard !isTo || !isTerseRise(figure), next > end || (isDashed(end) && !isArrowed(end)),
      let upper = self.figure(at: next),
      upper.form == figure.form, upper.value > figure.value, figure.unit == nil || figure.unit == upper.unit,
      kind(first) != .year, upper.unit != nil || next == end || isBetween
    else { return seenNumber(figure, figure.tokens, after: seen) }
    var range = figure
    range.upper = upper.value
    range.unit = upper.unit
    range.step = max(figure.step, upper.step)
    range.tokens = first..<upper.tokens.upperBound
    range.span = figure.span.lowerBound..<upper.span.upperBound
    range.digits = figure.digits.lowerBound..<upper.digits.upperBound
    return seenNumber(range, range.tokens, after: seen)
  }

  /// Whether a percentage after a colon goes up to the next one, and is no range: "Seen in time: 62% to 81%
  /// in 2025, a gain of 19 points".
  private func isTerseRise(_ figure: Figure) -> Bool {
    let first = figure.tokens.lowerBound
    let end = figure.tokens.upperBound
    guard figure.unit == .percent, gapHolds(UInt8(ascii: ":"), before: first),
      !(0..<first).contains(where: { has($0, [.aim, .target]) || isWord($0, "range") })
    else { return false }
    return Range(end, upTo: min(count, end + 16)).contains { place in
      (isWord(place, "gain") || isWord(place, "rise") || isWord(place, "increase"))
        && joint(place - 1) >= .comma || isWord(place, "up") && joint(place) >= .comma
    }
  }

  // MARK: Words for factors

  /// "halved", "doubling", "threefold", "twice as many".
  private func factorWord(at index: Int) -> SeenNumber? {
    let word = words[index]
    let last = bytes[word.token.end - 1] | 0x20
    var isFactor = word.tags.contains(.fold)
    if word.tags.contains(.factorVerb) { isFactor = last == UInt8(ascii: "d") || last == UInt8(ascii: "g") }
    if word.tags.contains(.multiple) { isFactor = isWord(index + 1, "as") || isWord(index + 1, "the") }
    guard isFactor else { return nil }
    var figure = Figure(
      value: word.value, step: 0, unit: .factor, form: .multiple, span: word.token.range,
      digits: word.token.range, tokens: index..<(index + 1))
    figure.hedge = hedge(before: index)
    return SeenNumber(
      figure: figure, kind: nil, tokens: figure.tokens, span: word.token.range, isFactorWord: true)
  }

  // MARK: Hedges and times

  /// How firmly the words before the token at `index` let a figure stand.
  func hedge(before index: Int) -> Figure.Hedge {
    var place = index - 1
    if has(place, .determiner) { place -= 1 }
    guard place >= 0 else { return byte(at: words[0].token.start - 1) == UInt8(ascii: "~") ? .about : .exact }
    if byte(at: words[index].token.start - 1) == UInt8(ascii: "~") { return .about }
    if isWord(place, "than") {
      if isWord(place - 1, "more") { return .over }
      if isWord(place - 1, "less") || isWord(place - 1, "fewer") { return .under }
    }
    if isWord(place, "least"), isWord(place - 1, "at") { return .over }
    if isWord(place, "to"), isWord(place - 1, "close") { return .about }
    if has(place, .about) { return .about }
    if has(place, .over) { return .over }
    if has(place, .under) { return .under }
    return .exact
  }

  /// What a length of time is, when the words before it settle that it is no result.
  private func timeKind(of figure: Figure) -> NumberKind? {
    guard let unit = figure.unit, unit.dimension == .time || unit.dimension == .workingTime else {
      return nil
    }
    let end = figure.tokens.upperBound
    let isLimited =
      isWord(figure.tokens.lowerBound - 1, "within") || isWord(figure.tokens.lowerBound - 1, "inside")
    guard isLimited || !has(end, [.changeNoun, .comparative]) else { return nil }
    if isHyphened(end - 1), figure.tokens.count > 1 { return .standard }
    var place = figure.tokens.lowerBound - 1
    while place > 0,
      has(place, [.determiner, .about, .nameNoun]) || isWord(place, "than") || isWord(place, "more")
        || isWord(place, "just") || isWord(place, "only"),
      !has(place, [.limit, .span])
    {
      place -= 1
    }
    let isLong = unit.scale > 24 * 7 || unit.scale == 168
    let isWindow = isWord(end, "to") || isWord(end, "ending") || isWord(end, "ended")
    let isDated = has(end + 1, .month) || kind(end + 1) == .year || has(end + 2, .month)
    if isWindow, isDated, !isWord(figure.tokens.lowerBound - 1, "from") { return .period }
    if isWord(place, "within") || isWord(place, "inside") { return unit.scale > 168 ? .period : .standard }
    if isWord(place, "in") || isWord(place, "over") {
      return isLong || (isWord(place, "over") && unit.scale >= 24)
        ? .period : isWord(place, "in") ? .standard : nil
    }
    if has(place, .span), !isWord(place, "for") { return .period }
    if isWord(place, "for") || has(place, .limit) { return .standard }
    return nil
  }
}
