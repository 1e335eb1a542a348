import BidLanguage
import BidModel

/// What the patterns found in one sentence, with denials, plans and aims taken into account.
///
/// *Scope.* A denial reaches from its word to the next comma, clause or `breaks` word, and at most
/// ``reachOfDenial`` words; signals in it are dropped, for the guideline lets a denied statement carry
/// only what it affirms. A plan or aim colours its whole clause: from one semicolon, colon, dash or
/// `breaks` word to the next. Phrases of the `not_…` lists cancel the words they cover.
///
/// Limitations: clauses are cut by marks and words, not parsed, so a plan said at the end of a long
/// clause without any mark colours all of it.
struct SentenceFacts {
  /// How many words a denial reaches at most.
  static let reachOfDenial = 8

  /// A signal found, by tokens.
  struct Hit {
    var signal: Signal
    /// Bytes of the rendered text.
    var span: Range<Int>
    /// Whether its clause is a plan.
    var isPlanned: Bool
    /// Whether its clause is an aim: the quantity is wished for.
    var isAimed: Bool
  }

  /// Signals in the order of the text.
  private(set) var signals: [Hit] = []
  /// Signals that need a result and found none here: they may still lend themselves to the next sentence.
  private(set) var latent: [Hit] = []
  /// For each theme the bytes of the rendered text that show it; empty for a theme not shown.
  private(set) var themes: [[Range<Int>]]
  /// For each theme the bytes that show it whatever the weights say.
  private(set) var sure: [[Range<Int>]]
  /// For each theme the bytes of its set phrases and homonyms.
  private(set) var exceptions: [[Range<Int>]]
  /// Where the words stand that speak of the sentence before, if they open the sentence.
  private(set) var pronoun: Range<Int>?
  /// A concrete thing that is done, outside plans and denials.
  private(set) var hasActivity = false
  var isSlogan: Bool { !slogans.isEmpty }
  /// For each link of the chain the bytes of the rendered text that show it.
  var chain = CaseTable<ChainLink, [Range<Int>]>()
  /// For each pitfall the bytes that show it; a pitfall whose sentence has substance is not here.
  var pitfalls = CaseTable<Pitfall, [Range<Int>]>()
  /// The bytes of the slogans.
  private(set) var slogans: [Range<Int>] = []
  private(set) var hasPlan = false
  private(set) var hasAim = false
  private(set) var hasDenial = false

  let tokens: [Token]
  let range: Range<Int>
  /// For each token of the sentence.
  private(set) var turns: [TokenTurn]

  /// What holds at a token.
  struct TokenTurn {
    var clause = 0
    var isDenied = false
    var isPlanned = false
    var isAimed = false
  }

  init(
    tokens: [Token], range: Range<Int>, matches: [PatternMatch], indicators: [Indicator],
    quantities: [Range<Int>], periods: [Range<Int>], themes themeCount: Int,
    fitTheSame: (PatternMatch, PatternMatch) -> Bool
  ) {
    self.tokens = tokens
    self.range = range
    themes = Array(repeating: [], count: themeCount)
    sure = themes
    exceptions = themes
    turns = Array(repeating: TokenTurn(), count: range.count)
    guard !range.isEmpty else { return }
    var found = MatchesByKind(themes: themeCount)
    for match in matches { found.add(match, indicators[match.target]) }
    cutClauses(at: found.turns[.breaks] ?? [])
    deny(found.turns)
    colour(found.turns)
    hasActivity = found.turns[.activities, default: []].contains { isAffirmed($0) }
    slogans = (found.turns[.slogans] ?? []).map(bytes)
    pronoun = found.turns[.pronouns]?.map(bytes).min { $0.lowerBound < $1.lowerBound }
    gatherSignals(found, quantities: quantities, periods: periods)
    gatherChain(found)
    gatherPitfalls(found)
    for index in found.themes.indices {
      themes[index] = themeSpans(found.themes[index], fitTheSame: fitTheSame)
      exceptions[index] = found.themes[index].exceptions.map(bytes)
      let kept = found.themes[index].sure.filter { match in
        !found.themes[index].exceptions.contains { $0.overlaps(match) }
      }
      sure[index] = Self.merged(kept.map(bytes))
    }
  }

  /// The tokens in the order they are weighed, by index; -1 for a strong mark between two.
  var weighed: [Int] {
    range.flatMap { tokens[$0].joint == .strong && $0 > range.lowerBound ? [-1, $0] : [$0] }
  }

  /// Whether a token can be shown as a reason: "our" and "of" cannot, nor can a mark.
  func isTelling(_ index: Int) -> Bool {
    index >= 0 && (tokens[index].kind != .word || tokens[index].range.count > 3)
  }

  /// Whether a token is an amount by its shape.
  func isQuantity(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    switch tokens[index].kind {
    case .number, .percent, .money: return true
    case .word, .clock, .year, .ordinal, .address: return false
    }
  }

  // MARK: Clauses and turns

  private mutating func cutClauses(at breaks: [PatternMatch]) {
    let starts = Set(breaks.map(\.start))
    var clause = 0
    for index in range {
      let isCut = tokens[index].joint == .strong || starts.contains(index)
      if index > range.lowerBound && isCut { clause += 1 }
      turns[index - range.lowerBound].clause = clause
    }
  }

  private mutating func deny(_ found: CaseTable<SignalLexicon.Turn, [PatternMatch]>) {
    let exceptions = found[.notNegators] ?? []
    for match in found[.negators] ?? [] where !exceptions.contains(where: { $0.overlaps(match) }) {
      hasDenial = true
      let clause = turns[match.start - range.lowerBound].clause
      var index = match.end
      while index < min(range.upperBound, match.end + Self.reachOfDenial) {
        guard tokens[index].joint == .close, turns[index - range.lowerBound].clause == clause else { break }
        turns[index - range.lowerBound].isDenied = true
        index += 1
      }
    }
  }

  private mutating func colour(_ found: CaseTable<SignalLexicon.Turn, [PatternMatch]>) {
    let notPlans = found[.notPlans] ?? []
    for match in found[.plans] ?? [] where !notPlans.contains(where: { $0.overlaps(match) }) {
      hasPlan = true
      let clause = turns[match.start - range.lowerBound].clause
      for index in turns.indices where turns[index].clause == clause { turns[index].isPlanned = true }
    }
    let notAims = found[.notAims] ?? []
    for match in found[.aims] ?? [] where !notAims.contains(where: { $0.overlaps(match) }) {
      hasAim = true
      let clause = turns[match.start - range.lowerBound].clause
      for index in turns.indices where turns[index].clause == clause { turns[index].isAimed = true }
    }
  }

  private func isAffirmed(_ match: PatternMatch) -> Bool {
    let turn = turns[match.start - range.lowerBound]
    return !turn.isDenied && !turn.isPlanned
  }

  // MARK: Signals

  private mutating func gatherSignals(
    _ found: MatchesByKind, quantities: [Range<Int>], periods: [Range<Int>]
  ) {
    let quantified = found.signals[.measure] ?? MatchesByKind.SignalWords()
    let reported = found.turns[.results] == nil ? [] : quantified.withResult
    let measures = kept(quantified.counts + supported(quantified) + reported, without: quantified.exceptions)
    for quantity in quantities { signals.append(hit(.measure, bytes: quantity)) }
    append(measures, as: .measure)
    let hasResult = !signals.isEmpty
    if hasResult { signals += periods.map { hit(.timeframe, bytes: $0) } }
    let resultClauses = Set(measures.map { turns[$0.start - range.lowerBound].clause })
    for signal in Signal.allCases where signal != .measure {
      guard let words = found.signals[signal] else { continue }
      var candidates = words.counts
      candidates += words.standards.filter { match in
        !resultClauses.contains(turns[match.start - range.lowerBound].clause)
      }
      candidates += supported(words)
      if hasResult {
        candidates += words.withResult
      } else {
        let waiting = kept(words.withResult, without: words.exceptions)
        latent += Self.merged(waiting.map(bytes)).map { hit(signal, bytes: $0) }
      }
      append(kept(candidates, without: words.exceptions), as: signal)
    }
    signals.sort { ($0.span.lowerBound, $0.signal) < ($1.span.lowerBound, $1.signal) }
  }

  /// The weak matches of `words`, with what supports them, when there is any support.
  ///
  /// A helper that overlaps the weak words supports nothing.
  func supported(_ words: MatchesByKind.SignalWords) -> [PatternMatch] {
    guard !words.weak.isEmpty, !words.helpers.isEmpty else { return [] }
    let weak = kept(words.weak, without: words.exceptions)
    let helpers = kept(words.helpers, without: words.exceptions)
    let pairs = weak.filter { word in helpers.contains { !$0.overlaps(word) } }
    return pairs.isEmpty ? [] : pairs + helpers.filter { helper in pairs.contains { !$0.overlaps(helper) } }
  }

  /// The matches that no denial covers and no exception overlaps.
  func kept(_ matches: [PatternMatch], without exceptions: [PatternMatch]) -> [PatternMatch] {
    matches.filter { match in
      !turns[match.start - range.lowerBound].isDenied && !exceptions.contains { $0.overlaps(match) }
    }
  }

  /// Appends matches of one signal, those that overlap as one.
  private mutating func append(_ matches: [PatternMatch], as signal: Signal) {
    for span in Self.merged(matches.map(bytes)) {
      let isKnown = signals.contains { $0.signal == signal && $0.span.overlaps(span) }
      if !isKnown { signals.append(hit(signal, bytes: span)) }
    }
  }

  /// A signal at `span`, coloured by what holds there.
  func hit(_ signal: Signal, bytes span: Range<Int>) -> Hit {
    let index = range.first { tokens[$0].end > span.lowerBound } ?? range.lowerBound
    let turn = turns[index - range.lowerBound]
    return Hit(signal: signal, span: span, isPlanned: turn.isPlanned, isAimed: turn.isAimed)
  }

  // MARK: Themes

  /// The spans that show a theme: its strong words, or weak ones that support each other. A weak word that is
  /// said twice supports nothing by that.
  private func themeSpans(
    _ words: MatchesByKind.ThemeWords, fitTheSame: (PatternMatch, PatternMatch) -> Bool
  ) -> [Range<Int>] {
    func spans(_ matches: [PatternMatch]) -> [Range<Int>] {
      let kept = matches.filter { match in !words.exceptions.contains { $0.overlaps(match) } }
      return Self.merged(kept.map(bytes))
    }
    let strong = spans(words.strong)
    let weak = spans(words.weak)
    guard strong.isEmpty else { return Self.merged(strong + weak) }
    guard !weak.isEmpty else { return [] }
    if weak.count > 1 {
      let distinct = words.weak.reduce(into: [PatternMatch]()) { found, match in
        if !found.contains(where: { fitTheSame($0, match) }) { found.append(match) }
      }
      if spans(distinct).count > 1 { return weak }
    }
    let helpers = spans(words.helpers).filter { helper in !weak.contains { $0.overlaps(helper) } }
    return helpers.isEmpty ? [] : Self.merged(weak + helpers)
  }

  // MARK: Ranges

  /// The bytes of the rendered text that a match covers.
  func bytes(_ match: PatternMatch) -> Range<Int> {
    tokens[match.start].start..<tokens[match.end - 1].end
  }

  /// The ranges in order, those that overlap as one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard ranges.count > 1 else { return ranges }
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension PatternMatch {
  /// Whether the two share a token.
  func overlaps(_ other: PatternMatch) -> Bool { start < other.end && other.start < end }
}

/// The matches of one sentence, sorted by what they say.
struct MatchesByKind {
  struct ThemeWords {
    var strong: [PatternMatch] = []
    var sure: [PatternMatch] = []
    var weak: [PatternMatch] = []
    var helpers: [PatternMatch] = []
    var exceptions: [PatternMatch] = []
  }
  struct SignalWords {
    var counts: [PatternMatch] = []
    var standards: [PatternMatch] = []
    var withResult: [PatternMatch] = []
    var weak: [PatternMatch] = []
    var helpers: [PatternMatch] = []
    var exceptions: [PatternMatch] = []

    mutating func add(_ match: PatternMatch, _ word: Indicator.SignalWord) {
      switch word {
      case .counts: counts.append(match)
      case .standard: standards.append(match)
      case .withResult: withResult.append(match)
      case .weak: weak.append(match)
      case .helper: helpers.append(match)
      case .exception: exceptions.append(match)
      }
    }
  }

  var themes: [ThemeWords]
  var signals = CaseTable<Signal, SignalWords>()
  var chain = CaseTable<ChainLink, SignalWords>()
  var pitfalls = CaseTable<Pitfall, [PatternMatch]>()
  /// What gives a pitfall in an empty claim.
  var emptyClaims = CaseTable<Pitfall, [PatternMatch]>()
  /// Pitfalls that the sentence's substance rules out.
  var substance: Set<Pitfall> = []
  var turns = CaseTable<SignalLexicon.Turn, [PatternMatch]>()

  init(themes count: Int) { themes = Array(repeating: ThemeWords(), count: count) }

  mutating func add(_ match: PatternMatch, _ indicator: Indicator) {
    switch indicator {
    case .theme(let index, .strong): themes[index].strong.append(match)
    case .theme(let index, .sure):
      themes[index].strong.append(match)
      themes[index].sure.append(match)
    case .theme(let index, .weak): themes[index].weak.append(match)
    case .theme(let index, .helper): themes[index].helpers.append(match)
    case .theme(let index, .exception): themes[index].exceptions.append(match)
    case .signal(let signal, let word): signals[signal, default: SignalWords()].add(match, word)
    case .chain(let link, let word): chain[link, default: SignalWords()].add(match, word)
    case .pitfall(let pitfall, .counts): pitfalls[pitfall, default: []].append(match)
    case .pitfall(let pitfall, .empty): emptyClaims[pitfall, default: []].append(match)
    case .pitfall(let pitfall, .exception): substance.insert(pitfall)
    case .turn(let turn): turns[turn, default: []].append(match)
    }
  }
}
