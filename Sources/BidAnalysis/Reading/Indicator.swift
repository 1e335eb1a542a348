import BidModel

/// What a pattern that fits says.
enum Indicator: Hashable {
  case theme(Int, ThemeWord)
  case signal(Signal, SignalWord)
  case turn(SignalLexicon.Turn)
  case chain(ChainLink, SignalWord)
  case pitfall(Pitfall, PitfallWord)

  /// How a word counts for a theme.
  enum ThemeWord: Hashable { case strong, sure, weak, helper, exception }

  /// How a word counts for a pitfall.
  enum PitfallWord: Hashable { case counts, empty, exception }

  /// How a word counts for a signal.
  enum SignalWord: Hashable { case counts, standard, withResult, weak, helper, exception }
}

/// The indicators of a theme set and a lexicon with the patterns that show them.
struct IndicatorTable {
  private(set) var indicators: [Indicator] = []
  private(set) var patterns: [(pattern: TermPattern, target: Int)] = []

  init(themes: ThemeSet, signals: SignalLexicon) {
    for (index, theme) in themes.themes.enumerated() {
      add(theme.indicators.strong, as: .theme(index, .strong))
      add(theme.indicators.sure, as: .theme(index, .sure))
      add(theme.indicators.weak, as: .theme(index, .weak))
      add(theme.indicators.helpers, as: .theme(index, .helper))
      add(theme.indicators.exceptions, as: .theme(index, .exception))
    }
    for signal in Signal.allCases { add(signals.rules[signal]) { .signal(signal, $0) } }
    for link in ChainLink.allCases { add(signals.chain[link]) { .chain(link, $0) } }
    for pitfall in Pitfall.allCases {
      guard let rule = signals.pitfalls[pitfall] else { continue }
      add(rule.counts, as: .pitfall(pitfall, .counts))
      add(rule.empty, as: .pitfall(pitfall, .empty))
      add(rule.exceptions, as: .pitfall(pitfall, .exception))
    }
    for turn in SignalLexicon.Turn.allCases { add(signals.turns[turn] ?? [], as: .turn(turn)) }
  }

  /// Adds the words of a rule, each as what `indicator` makes of the way it counts.
  private mutating func add(_ rule: SignalLexicon.Rule?, as indicator: (Indicator.SignalWord) -> Indicator) {
    guard let rule else { return }
    add(rule.counts, as: indicator(.counts))
    add(rule.standards, as: indicator(.standard))
    add(rule.withResult, as: indicator(.withResult))
    add(rule.weak, as: indicator(.weak))
    add(rule.helpers, as: indicator(.helper))
    add(rule.exceptions, as: indicator(.exception))
  }

  private mutating func add(_ list: [TermPattern], as indicator: Indicator) {
    patterns += list.map { ($0, indicators.count) }
    indicators.append(indicator)
  }
}
