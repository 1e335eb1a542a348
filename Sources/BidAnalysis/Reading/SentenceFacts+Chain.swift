import BidModel

extension SentenceFacts {
  /// Finds the links of the chain.
  ///
  /// A sentence that reports a quantity tells of outputs and outcomes; an activity in it must be named
  /// as one (`with_result`: *after we put cushions in all cars*). In any other sentence something that is
  /// done, or somebody who does it, in what rhythm or by what route, is an activity. What is promised
  /// within a time (`standards`: *a nurse visits within two hours*) is an output as well. A quantity
  /// that names neither is an outcome when it tells of a change (the outcome's `standards`), else an output.
  ///
  /// Limitations: the links are judged by words, so a benefit told without any word of benefit is missed,
  /// and whether the activity named led to the outcome named is not asked.
  mutating func gatherChain(_ found: MatchesByKind) {
    let measures = signals.filter { $0.signal == .measure }.map(\.span)
    // What is promised to whom an alarm goes is a route, not a product.
    let isRoute = signals.contains { $0.signal == .escalation }
    let standards = isRoute ? [] : kept(found.signals[.cadence]?.standards ?? [], without: [])
    func spans(_ link: ChainLink, _ kinds: [KeyPath<MatchesByKind.SignalWords, [PatternMatch]>]) -> [Range<
      Int
    >] {
      guard let words = found.chain[link] else { return [] }
      let matches = kept(kinds.flatMap { words[keyPath: $0] }, without: words.exceptions) + supported(words)
      return Self.merged(matches.map(bytes))
    }
    let isMeasured = !measures.isEmpty
    chain[.outcome] = spans(.outcome, isMeasured ? [\.counts, \.withResult] : [\.counts])
    // A sentence that names the benefit counts its cases on the way; only an output named as one is told.
    let isCounted = isMeasured && chain[.outcome] == []
    chain[.output] = spans(
      .output, (isCounted ? [\.counts, \.withResult] : [\.counts]) + (standards.isEmpty ? [] : [\.standards]))
    if isCounted, chain[.output] == [], found.chain[.output]?.exceptions.isEmpty != false {
      let changes = spans(.outcome, [\.standards])
      chain[changes.isEmpty ? .output : .outcome] = changes.isEmpty ? measures : changes
    }
    let works = signals.filter { Self.working.contains($0.signal) }.map(\.span)
    guard !isMeasured else {
      chain[.activity] = spans(.activity, [\.withResult])
      return
    }
    let words = spans(.activity, [\.counts, \.withResult])
    // History, platitudes and the like: only somebody at work makes an activity of them.
    let isTalk = isSlogan || found.chain[.activity]?.exceptions.isEmpty == false
    chain[.activity] = isTalk ? works : words.isEmpty ? works : words
  }

  /// Finds the pitfalls, in a sentence without any signal that would give it substance.
  mutating func gatherPitfalls(_ found: MatchesByKind) {
    for pitfall in Pitfall.allCases where !found.substance.contains(pitfall) {
      let words = (found.pitfalls[pitfall] ?? []) + (isEmptyClaim ? found.emptyClaims[pitfall] ?? [] : [])
      guard !words.isEmpty else { continue }
      pitfalls[pitfall] = Self.merged(words.map(bytes))
    }
  }

  /// Whether nothing is done, yielded, denied or planned in it.
  private var isEmptyClaim: Bool {
    !hasDenial && !hasPlan && ChainLink.allCases.allSatisfy { chain[$0, default: []].isEmpty }
  }

  /// Whether it says who works, in what rhythm, by what route or with what follow-up, and is no check of
  /// data.
  var tellsOfWork: Bool {
    let own = Set(signals.map(\.signal))
    return !own.contains(.verification) && !own.isDisjoint(with: [.role, .cadence, .escalation, .tracking])
  }

  /// Whether its quantity is a result of the service: not one of the check itself, such as a rate of
  /// errors found.
  var reportsService: Bool {
    guard signals.contains(where: { $0.signal == .measure }) else { return false }
    return chain[.outcome] != [] || !signals.contains { $0.signal == .verification }
  }

  /// Signals that show work being done.
  private static let working: Set<Signal> = [.role, .cadence, .escalation, .tracking, .verification]
}
