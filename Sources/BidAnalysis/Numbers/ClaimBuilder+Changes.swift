import BidLanguage

extension ClaimBuilder {
  /// Finds figures that say by how much something moved; each begins a claim of its own.
  mutating func findChanges() {
    for index in seen.indices where seen[index].isFree {
      if seen[index].isFactorWord { findFactor(index) } else { findChange(index) }
    }
  }

  private mutating func findChange(_ index: Int) {
    let tokens = seen[index].tokens
    let end = tokens.upperBound
    if let noun = changeNoun(after: end) {
      // "a 24% reduction in X"
      let metric = metricAfterNoun(noun)
      addChange(index, by: noun, tokens: Range(phraseStart(tokens), upTo: noun + 1), metric: metric)
    } else if sentence.joint(end) == .close, sentence.has(end, .comparative), isChangeComparative(end, index)
    {
      // "10 fewer admissions"
      let metric = metricAfter(end + 1)
      addChange(
        index, by: end, tokens: Range(tokens.lowerBound, upTo: end + 1),
        metric: metric.isEmpty ? subject(before: tokens.lowerBound) : metric)
      if sentence.isWord(end + 1, "than"), let last = drafts.indices.last { drafts[last].isCompared = true }
    } else {
      findGoverned(index)
    }
  }

  /// "fell by 24%", "down 24%", "a fall of 24%".
  private mutating func findGoverned(_ index: Int) {
    if sentence.isBracketed(seen[index].tokens.lowerBound), isBareChange(index) {
      return addChange(index, by: nil, tokens: seen[index].tokens, metric: 0..<0)
    }
    let place = before(seen[index].tokens)
    guard place >= 0, sentence.joint(place + 1) == .close else { return }
    if sentence.isWord(place, "by"), let governor = governor(before: place) {
      addChange(
        index, by: governor, tokens: Range(governor, upTo: seen[index].tokens.upperBound),
        metric: metric(governor: governor, phrase: place))
    } else if sentence.isWord(place, "of"), sentence.has(place - 1, .changeNoun) {
      addChange(
        index, by: place - 1,
        tokens: Range(phraseStart((place - 1)..<place), upTo: seen[index].tokens.upperBound),
        metric: metricOfNoun(index))
    } else if isMovement(place), takesBareChange(place, index) {
      addChange(
        index, by: place, tokens: Range(place, upTo: seen[index].tokens.upperBound),
        metric: metric(governor: place, phrase: place + 1))
    }
  }

  /// After "an increase of 12": the thing counted is the measure, else what follows "in".
  private func metricOfNoun(_ index: Int) -> Range<Int> {
    let end = seen[index].tokens.upperBound
    let isThing =
      seen[index].figure?.unit == nil && sentence.kind(end) == .word && sentence.joint(end) == .close
      && !sentence.has(end, [.preposition, .stop, .breaks, .level])
    return isThing ? metricAfter(end) : metricAfterNoun(end - 1)
  }

  /// The noun of change close after a figure: "24% reduction", "18-hour net cut".
  private func changeNoun(after end: Int) -> Int? {
    for place in Range(end, upTo: min(sentence.count, end + 3)) {
      guard sentence.joint(place) == .close else { return nil }
      if sentence.has(place, .changeNoun) { return place }
      let isBetween =
        sentence.isWord(place, "relative") || sentence.isWord(place, "net")
        || sentence.isWord(place, "overall")
        || sentence.isWord(place, "average") || sentence.isWord(place, "year")
        || sentence.isWord(place, "sustained")
      guard isBetween else { return nil }
    }
    return nil
  }

  /// "fewer" always; "more" only of shares and factors, since two more nurses are no result.
  private func isChangeComparative(_ place: Int, _ index: Int) -> Bool {
    guard let figure = seen[index].figure else { return false }
    if sentence.isWord(place + 1, "than"), starts.indices.contains(place + 2), starts[place + 2] >= 0 {
      return false
    }
    if sentence.has(place, .fall) { return true }
    return figure.unit?.dimension == .percent || figure.unit?.dimension == .points
      || figure.unit?.dimension == .time
        && sentence.has(place, .rise) && !sentence.isWord(place, "more") && !sentence.isWord(place, "extra")
  }

  /// Verbs that need no "by": all of shares, some of anything.
  private func takesBareChange(_ place: Int, _ index: Int) -> Bool {
    guard let unit = seen[index].figure?.unit else {
      return sentence.isWord(place, "up") || sentence.isWord(place, "down")
    }
    if unit.dimension == .percent || unit.dimension == .points { return true }
    if unit.dimension == .money, sentence.isWord(place, "saving"), sentence.joint(place) == .comma {
      return true
    }
    return sentence.isWord(place, "up") || sentence.isWord(place, "down") || sentence.isWord(place, "fell")
      || sentence.isWord(place, "rose") || sentence.isWord(place, "dropped")
  }

  /// A share in brackets right after a pair, "(50%)" or "(-50%)", says how far it moved.
  private func isBareChange(_ index: Int) -> Bool {
    guard let unit = seen[index].figure?.unit, unit.dimension == .percent || unit.dimension == .points,
      let pair = drafts.last(where: {
        ($0.claim.from != nil || !$0.claim.changes.isEmpty)
          && $0.tokens.upperBound <= seen[index].tokens.lowerBound
      })
    else { return false }
    let gap = Range(pair.tokens.upperBound, upTo: seen[index].tokens.lowerBound)
    return gap.count <= 4 && pair.claim.to?.unit?.dimension != .percent
  }

  /// "halved", "a threefold rise in", "doubled to 40".
  private mutating func findFactor(_ index: Int) {
    let place = seen[index].tokens.lowerBound
    if sentence.has(place, .factorVerb) {
      guard sentence.kind(place + 1) != .word || !sentence.isHyphened(place + 1) else { return }
      addChange(
        index, by: place, tokens: place..<(place + 1), metric: metric(governor: place, phrase: place + 1))
    } else if sentence.has(place, .fold) {
      if let noun = changeNoun(after: place + 1) {
        addChange(
          index, by: noun, tokens: Range(phraseStart(place..<place), upTo: noun + 1),
          metric: metricAfterNoun(noun))
      } else if let governor = governor(before: place), place - governor <= 6 {
        addChange(
          index, by: governor, tokens: Range(governor, upTo: place + 1),
          metric: metric(governor: governor, phrase: place))
      }
    } else if sentence.isWord(place + 1, "as"), sentence.isWord(place + 2, "many") {
      addChange(index, by: nil, tokens: place..<(place + 3), metric: metricAfter(place + 3))
    }
  }

  private mutating func addChange(_ index: Int, by word: Int?, tokens: Range<Int>, metric: Range<Int>) {
    guard var figure = take(index) else { return }
    if figure.unit == nil { figure.unit = .count }
    var way = direction(word)
    if figure.sign != 0, way == nil { way = figure.sign < 0 ? .fall : .rise }
    var draft = Draft(tokens: tokens, metric: metric, numbers: [index])
    draft.claim.changes = [
      NumberClaim.Change(
        figure: figure, direction: way,
        directionSpan: way != nil ? word.map { sentence.words[$0].token.range } : nil)
    ]
    draft.claim.direction = way
    draft.claim.directionSpan = draft.claim.changes[0].directionSpan
    drafts.append(draft)
  }

  /// The start of a phrase with its article and hedges.
  private func phraseStart(_ tokens: Range<Int>) -> Int {
    var place = before(tokens) + 1
    if place > 0, sentence.joint(place) == .close, sentence.isWord(place - 1, "of") { place -= 1 }
    return max(0, place)
  }
}
