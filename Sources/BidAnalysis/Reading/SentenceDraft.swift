import BidModel

/// What is found of a sentence before marks are given: by the patterns, then as the weights decide.
struct SentenceDraft {
  /// For each theme the bytes of the rendered text that show it; empty for a theme not shown.
  var themes: [[Range<Int>]]
  /// Signals in the order of the text.
  var signals: [SentenceFacts.Hit]
  /// For each link of the chain the bytes that show it.
  var chain: CaseTable<ChainLink, [Range<Int>]>
  /// The pitfall, its spans in bytes of the rendered text.
  var pitfall: PitfallHit?
  /// Themes that no pattern shows and that the weights give by little.
  private(set) var unsure: Set<Int> = []

  init(themes: [[Range<Int>]], signals: [SentenceFacts.Hit], chain: CaseTable<ChainLink, [Range<Int>]>) {
    self.themes = themes
    self.signals = signals
    self.chain = chain
  }

  /// The labels it gives, a bit each, in the order of ``SentenceLabels/all(themes:)``.
  var labels: UInt64 {
    var labels: UInt64 = 0
    for index in themes.indices where !themes[index].isEmpty { labels |= 1 << UInt64(index) }
    for hit in signals { labels |= 1 << UInt64(Self.number(of: hit.signal, themes: themes.count)) }
    for link in ChainLink.allCases where chain[link]?.isEmpty == false {
      labels |= 1 << UInt64(Self.number(of: link, themes: themes.count))
    }
    if let pitfall { labels |= 1 << UInt64(Self.number(of: pitfall.pitfall, themes: themes.count)) }
    return labels
  }

  /// Drops and adds labels until they are those of `given`, as far as the weights have `decided` them.
  ///
  /// What the patterns found keeps its words; what the weights add shows those that weigh most, or the whole
  /// sentence where none of its words speaks for the label.
  ///
  /// - Parameters:
  ///   - pitfallThemes: For each pitfall the theme it claims emptily.
  ///   - reasons: For a label, the positions among the weighed tokens of its words.
  mutating func revise(
    to verdict: SentenceWeigher.Verdict, decided: UInt64, facts: SentenceFacts, pitfallThemes: [Pitfall: Int],
    reasons: (Int) -> [Int]
  ) {
    let count = themes.count
    let found = themes
    func words(_ label: Int) -> [Range<Int>] {
      let order = facts.weighed
      let tokens = reasons(label).map { order[$0] }.filter { $0 >= 0 }
      let spans = tokens.map { facts.tokens[$0].range }
      guard spans.isEmpty, let first = facts.range.first, let last = facts.range.last else { return spans }
      return [facts.tokens[first].start..<facts.tokens[last].end]
    }
    func isDecided(_ label: Int) -> Bool { decided & 1 << UInt64(label) != 0 }
    func isGiven(_ label: Int) -> Bool { verdict.given & 1 << UInt64(label) != 0 }
    for index in 0..<count where isDecided(index) {
      if !isGiven(index) {
        themes[index] = facts.sure[index]
      } else if themes[index].isEmpty {
        themes[index] = words(index)
        if verdict.firm & 1 << UInt64(index) == 0 { unsure.insert(index) }
      }
    }
    for signal in Signal.allCases {
      let label = Self.number(of: signal, themes: count)
      guard isDecided(label) else { continue }
      if !isGiven(label) {
        signals.removeAll { $0.signal == signal }
      } else if !signals.contains(where: { $0.signal == signal }) {
        signals += words(label).prefix(1).map { facts.hit(signal, bytes: $0) }
      }
    }
    signals.sort { ($0.span.lowerBound, $0.signal) < ($1.span.lowerBound, $1.signal) }
    for link in ChainLink.allCases {
      let label = Self.number(of: link, themes: count)
      guard isDecided(label) else { continue }
      if !isGiven(label) {
        chain[link] = []
      } else if chain[link]?.isEmpty ?? true {
        chain[link] = words(label)
      }
    }
    revisePitfall(isDecided, isGiven, words)
    // An empty claim is still a claim: a slogan of partnership speaks of partnership, and what does not is none.
    if let claimed = pitfall, let theme = pitfallThemes[claimed.pitfall], themes[theme].isEmpty {
      themes[theme] = found[theme]
      if found[theme].isEmpty { pitfall = nil }
    }
  }

  private mutating func revisePitfall(
    _ isDecided: (Int) -> Bool, _ isGiven: (Int) -> Bool, _ words: (Int) -> [Range<Int>]
  ) {
    for kind in Pitfall.allCases {
      let label = Self.number(of: kind, themes: themes.count)
      guard isDecided(label) else { continue }
      if !isGiven(label) {
        if pitfall?.pitfall == kind { pitfall = nil }
      } else if pitfall?.pitfall != kind {
        pitfall = PitfallHit(kind, spans: words(label))
      }
    }
  }

  /// The place of a signal among the labels of the reader.
  static func number(of signal: Signal, themes: Int) -> Int {
    themes + signal.ordinal
  }

  private static func number(of link: ChainLink, themes: Int) -> Int {
    themes + Signal.allCases.count + link.ordinal
  }

  private static func number(of pitfall: Pitfall, themes: Int) -> Int {
    themes + Signal.allCases.count + ChainLink.allCases.count + pitfall.ordinal
  }
}
