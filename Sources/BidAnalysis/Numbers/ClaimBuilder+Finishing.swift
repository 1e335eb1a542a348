import BidLanguage

extension ClaimBuilder {
  /// The claim of a draft with what holds of its clause: status, time, places, denial.
  ///
  /// The stems of the metric are left to the reader, which owns the stemmer.
  func finished(_ draft: Draft) -> NumberClaim {
    var claim = draft.claim
    claim.metric.span = sentence.span(draft.metric)
    claim.sentence = sentence.range
    let clause = clause(of: draft.tokens)
    claim.status = isAimed(draft, in: clause) ? .target : .achieved
    claim.isDenied = isDenied(draft, in: clause)
    claim.isEarlier = isEarlier(draft, in: clause)
    claim.period = period(of: draft)
    claim.scope = scope()
    return claim
  }

  /// The tokens around a phrase up to the next semicolon, colon or dash.
  private func clause(of tokens: Range<Int>) -> Range<Int> {
    var start = min(tokens.lowerBound, sentence.count - 1)
    while start > 0, sentence.joint(start) != .strong { start -= 1 }
    var end = tokens.upperBound
    while end < sentence.count, sentence.joint(end) != .strong { end += 1 }
    return Range(start, upTo: end)
  }

  /// Whether the clause says it is wished for. What only follows as a yardstick does not count.
  private func isAimed(_ draft: Draft, in clause: Range<Int>) -> Bool {
    clause.contains { place in
      guard sentence.has(place, .aim) else { return false }
      if sentence.isWord(place, "may"), sentence.words[place].token.isCapitalised { return false }
      let isPlan = sentence.isWord(place, "plan") || sentence.isWord(place, "plans")
      if isPlan, !sentence.isWord(place + 1, "to"), !sentence.has(place - 1, .pronoun) { return false }
      if place >= draft.tokens.upperBound { return false }
      let isYardstick = (max(0, place - 4)..<place).contains { sentence.has($0, .compares) }
      let isReported =
        sentence.isWord(place, "would") && (max(0, place - 4)..<place).contains { sentence.has($0, .result) }
      let isNamed =
        sentence.has(place, .target)
        && (sentence.has(place + 1, .result) || sentence.isWord(place - 1, "above"))
      return !isYardstick && !isReported && !isNamed
    }
  }

  private func isDenied(_ draft: Draft, in clause: Range<Int>) -> Bool {
    let start = max(clause.lowerBound, draft.tokens.lowerBound - 3)
    return Range(start, upTo: draft.tokens.lowerBound).contains {
      sentence.has($0, .denial) && !sentence.isWord($0, "no") && !sentence.isWord($0, "without")
        && !sentence.isHyphened($0)
    }
  }

  private func isEarlier(_ draft: Draft, in clause: Range<Int>) -> Bool {
    guard draft.claim.from == nil else { return false }
    let end = min(clause.upperBound, draft.tokens.upperBound + 6)
    let start = max(clause.lowerBound, draft.tokens.lowerBound - 12)
    return Range(start, upTo: end).contains { place in
      guard sentence.has(place, .earlier) else { return false }
      // "81% had compression within 14 days" is now; "had fallen" and "had 40 visits" were before.
      guard sentence.isWord(place, "had"), place == draft.tokens.upperBound, sentence.joint(place) == .close
      else { return true }
      let next = place + 1
      let isNoun =
        sentence.kind(next) == .word && sentence.joint(next) == .close && sentence.words[next].tags.isEmpty
        && !sentence.normalised(next).hasSuffix("ed") && !sentence.normalised(next).hasSuffix("en")
      return !isNoun
    }
  }

  // MARK: Time and place

  /// The date words nearest to a draft: those of its own phrase, else of its sentence.
  private func period(of draft: Draft) -> [String] {
    let marks = seen.filter { $0.kind == .date || $0.kind == .period }
    let inside = marks.filter { draft.tokens.contains($0.tokens.lowerBound) }
    let chosen = inside.isEmpty ? nearest(marks, to: draft.tokens) : inside
    guard !chosen.isEmpty else { return unnumberedPeriod() }
    var places = Set(chosen.flatMap { Array($0.tokens) })
    for mark in chosen {
      // "April to September 2026", "the 12 months to August".
      for step in [-1, 1] {
        var place = step < 0 ? mark.tokens.lowerBound - 1 : mark.tokens.upperBound
        while sentence.has(place, [.month, .dateWord]) || isJoiner(place, step: step) {
          if sentence.has(place, [.month, .dateWord]) { places.insert(place) }
          place += step
        }
      }
    }
    return places.sorted().map { sentence.normalised($0) }
  }

  /// "last winter", "the first year": times without a number.
  private func unnumberedPeriod() -> [String] {
    sentence.words.indices.filter { place in
      let isMay = sentence.isWord(place, "may") && !sentence.words[place].token.isCapitalised
      return sentence.has(place, .month) && !isMay || sentence.isWord(place, "first")
        || sentence.isWord(place, "second")
        || sentence.isWord(place, "last") || sentence.isWord(place, "previous")
        || sentence.isWord(place, "winter")
        || sentence.isWord(place, "summer") || sentence.isWord(place, "quarter")
    }.map { sentence.normalised($0) }
  }

  private func isJoiner(_ place: Int, step: Int) -> Bool {
    (sentence.isWord(place, "to") || sentence.isWord(place, "and") || sentence.isWord(place, "of"))
      && sentence.has(place + step, [.month, .dateWord])
  }

  /// The run of dates that stands closest to some tokens.
  private func nearest(_ marks: [SeenNumber], to tokens: Range<Int>) -> [SeenNumber] {
    func distance(_ mark: SeenNumber) -> Int {
      mark.tokens.lowerBound >= tokens.upperBound
        ? mark.tokens.lowerBound - tokens.upperBound : tokens.lowerBound - mark.tokens.upperBound
    }
    guard let closest = marks.min(by: { distance($0) < distance($1) }) else { return [] }
    return marks.filter { abs($0.tokens.lowerBound - closest.tokens.lowerBound) <= 4 }
  }

  /// Names in the sentence: capitalised words that do not open it, in order of the alphabet.
  private func scope() -> [String] {
    var names: Set<String> = []
    for place in sentence.words.indices.dropFirst() {
      let word = sentence.words[place]
      guard word.token.isCapitalised, word.token.kind == .word, word.tags.isEmpty,
        sentence.joint(place) != .strong
      else { continue }
      // An acronym is no place.
      guard word.token.range.count > 2, sentence.byte(at: word.token.start + 1) >= 0x61 else { continue }
      names.insert(sentence.normalised(place))
    }
    return names.sorted()
  }
}
