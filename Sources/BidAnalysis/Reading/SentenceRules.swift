import BidModel

/// Turns the facts of each sentence into its reading, and carries what one sentence lends the next.
///
/// *Themes.* A sentence is about the themes its words show. One that shows none, and opens with a word
/// such as *this* or *they*, takes those of the sentence before; one that goes on with a route or a
/// follow-up takes those that `continue`. A measured result belongs to a theme
/// that counts results.
///
/// *Marks*, for each theme, from the sentence's own signals and those carried from the sentence before
/// when that one is about the same theme; at least one must be its own:
/// - **claimed**: always.
/// - **operational**: two of role, cadence, escalation and tracking; or one of them and a concrete
///   activity, in a sentence that does not report a result.
/// - **evidenced**: a measure that was achieved, and a time frame.
/// - **assured**: a verification, and a role or a cadence.
///
/// What stands in a clause of plan earns nothing above *claimed*, a quantity in a clause of aim is no
/// evidence, and a slogan needs two signals of its own to be more than a claim. What is carried
/// reaches one sentence on and no further.
///
/// A theme that no pattern shows, and that the weights give by little, is not *operational* or *assured*.
///
/// Limitations: marks are judged by the presence of words, not by whether the role named does the thing
/// measured; a sentence about two themes earns its marks for both.
struct SentenceRules {
  private let themes: ThemeSet
  /// For each pitfall the theme it needs.
  private let pitfallThemes: [Pitfall: Int]
  private var previous: Previous?

  /// What the next sentence may take from the one before.
  private struct Previous {
    var themes: Set<Int>
    var signals: [(hit: SignalHit, isAimed: Bool)]
  }

  init(themes: ThemeSet, pitfalls: [Pitfall: SignalLexicon.PitfallRule]) {
    self.themes = themes
    // A set without the theme knows no such pitfall.
    pitfallThemes = pitfalls.compactMapValues { rule in rule.theme.map { themes.index(of: $0) ?? -1 } }
  }

  /// Lends nothing to the next sentence.
  mutating func forget() { previous = nil }

  /// What the patterns say of the next sentence.
  func draft(of facts: SentenceFacts) -> SentenceDraft {
    var draft = SentenceDraft(themes: themeSpans(facts), signals: facts.signals, chain: facts.chain)
    draft.pitfall = pitfall(facts, themes: draft.themes)
    // What falls into a pitfall does nothing that could be pictured.
    if draft.pitfall != nil { draft.chain[.activity] = [] }
    return draft
  }

  /// The reading of the next sentence, which stands at `sentence` of the rendered text.
  mutating func reading(
    of facts: SentenceFacts, as draft: SentenceDraft, in sentence: Range<Int>, rendered: RenderedText
  ) -> SentenceReading {
    let spans = draft.themes
    var reading = SentenceReading(range: rendered.sourceRange(sentence))
    reading.signals = draft.signals.map { SignalHit($0.signal, span: rendered.sourceRange($0.span)) }
    reading.isSlogan = facts.isSlogan
    reading.chain = ChainLink.allCases.compactMap { link in
      guard let words = draft.chain[link], !words.isEmpty else { return nil }
      return ChainHit(link, spans: words.map(rendered.sourceRange))
    }
    reading.pitfall = draft.pitfall.map { PitfallHit($0.pitfall, spans: $0.spans.map(rendered.sourceRange)) }
    let own = draft.signals.filter { !$0.isPlanned }
    reading.isAchieved = own.contains { $0.signal == .measure && !$0.isAimed }
    reading.isIntention = !reading.isAchieved && (facts.hasPlan || facts.hasAim)
    let lent = lentSignals(to: Set(spans.indices.filter { !spans[$0].isEmpty }), own: draft.signals)
    reading.carried = lent.map(\.hit)
    for (index, words) in spans.enumerated() where !words.isEmpty {
      let carried = previous?.themes.contains(index) == true ? lent : []
      var marks = marks(facts, own: own, carried: carried)
      if draft.unsure.contains(index) { marks.subtract([.operational, .assured]) }
      reading.themes.append(ThemeHit(theme: index, spans: words.map(rendered.sourceRange), marks: marks))
    }
    reading.quoted = Self.quoted(in: sentence, of: rendered)
    if !reading.quoted.isEmpty {
      reading.lends = marks(facts, own: own, carried: []).intersection([.evidenced, .assured])
    }
    let lendable = (draft.signals + facts.latent).filter { !$0.isPlanned }
    previous = Previous(
      themes: Set(reading.themes.map(\.theme)),
      signals: lendable.map { (SignalHit($0.signal, span: rendered.sourceRange($0.span)), $0.isAimed) })
    return reading
  }

  /// The facts that the bytes `sentence` quote, each once.
  private static func quoted(in sentence: Range<Int>, of rendered: RenderedText) -> [KPIReference] {
    guard rendered.runs.count > 1 else { return [] }
    var quoted: [KPIReference] = []
    for run in rendered.runs where run.rendered.overlaps(sentence) {
      guard let fact = run.chip?.placeholder?.reference, !quoted.contains(fact) else { continue }
      quoted.append(fact)
    }
    return quoted
  }

  // MARK: Themes

  /// For each theme the words that show it, of the rendered text.
  private func themeSpans(_ facts: SentenceFacts) -> [[Range<Int>]] {
    var spans = facts.themes
    let measures = facts.signals.filter { $0.signal == .measure }.map(\.span)
    if !measures.isEmpty && !facts.tellsOfWork {
      for index in spans.indices where themes.themes[index].indicators.needsWork { spans[index] = [] }
    }
    for index in spans.indices where spans[index].isEmpty && facts.reportsService {
      guard themes.themes[index].indicators.countsResults else { continue }
      spans[index] = measures.filter { span in !facts.exceptions[index].contains { $0.overlaps(span) } }
    }
    guard facts.themes.allSatisfy(\.isEmpty), let previous else { return spans }
    let link = facts.pronoun ?? facts.signals.first { Self.following.contains($0.signal) }?.span
    guard let link else { return spans }
    for index in previous.themes where themes.themes[index].indicators.inherits && spans[index].isEmpty {
      // Only a pronoun takes on more than working together, which is told over several sentences.
      guard facts.pronoun != nil || themes.themes[index].indicators.continues else { continue }
      spans[index] = [link]
    }
    return spans
  }

  /// Signals by which a sentence goes on with what the one before told of.
  private static let following: Set<Signal> = [.escalation, .tracking]

  // MARK: Pitfalls

  /// The pitfall of a sentence: its words, and no signal that would give the claim substance.
  private func pitfall(_ facts: SentenceFacts, themes spans: [[Range<Int>]]) -> PitfallHit? {
    let substance = Set(facts.signals.map(\.signal)).subtracting([.timeframe])
    guard substance.isEmpty else { return nil }
    for pitfall in Pitfall.allCases {
      let theme = pitfallThemes[pitfall].map { $0 < 0 ? [] : spans[$0] }
      if theme?.isEmpty == true { continue }
      guard let words = facts.pitfalls[pitfall] else { continue }
      return PitfallHit(pitfall, spans: words)
    }
    return nil
  }

  // MARK: Marks

  /// Signals of the sentence before that this one lacks, when the two share a theme.
  private func lentSignals(
    to themes: Set<Int>, own: [SentenceFacts.Hit]
  ) -> [(hit: SignalHit, isAimed: Bool)] {
    guard let previous, !previous.themes.isDisjoint(with: themes) else { return [] }
    let known = Set(own.map(\.signal))
    return previous.signals.filter { !known.contains($0.hit.signal) }
  }

  private func marks(
    _ facts: SentenceFacts, own: [SentenceFacts.Hit], carried: [(hit: SignalHit, isAimed: Bool)]
  ) -> MarkSet {
    let ownSignals = Set(own.map(\.signal))
    if facts.isSlogan && ownSignals.count < 2 { return .claimed }
    let all = ownSignals.union(carried.map(\.hit.signal))
    var marks: MarkSet = .claimed
    let controls = all.intersection(Self.controls)
    let ownAchieved = own.contains { $0.signal == .measure && !$0.isAimed }
    // A report of a result that names someone in passing does not say how the work is run.
    let showsWork = controls.count >= 2 || (facts.hasActivity && !ownAchieved)
    if !ownSignals.isDisjoint(with: Self.controls), showsWork { marks.insert(.operational) }
    let hasAchieved = ownAchieved || carried.contains { $0.hit.signal == .measure && !$0.isAimed }
    let bringsEvidence = ownSignals.contains(.measure) || ownSignals.contains(.timeframe)
    if hasAchieved, bringsEvidence, all.contains(.timeframe) { marks.insert(.evidenced) }
    let bringsAssurance = !ownSignals.isDisjoint(with: [.verification, .role, .cadence])
    if all.contains(.verification), bringsAssurance, all.contains(.role) || all.contains(.cadence) {
      marks.insert(.assured)
    }
    return marks
  }

  /// Who, how often, by what route, and how it is followed.
  private static let controls: Set<Signal> = [.role, .cadence, .escalation, .tracking]
}
