import BidModel

/// What a pattern that fits says.
enum Indicator: Hashable {
  case theme(Int, ThemeWord)
  case signal(Signal, SignalWord)
  case turn(SignalLexicon.Turn)
  case chain(ChainLink, SignalWord)
  case pitfall(Pitfall, PitfallWord)

  /// How a word counts for a theme.
  enum ThemeWord: Hashable { case strong, weak, helper, exception }

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
      add(theme.indicators.weak, as: .theme(index, .weak))
      add(theme.indicators.helpers, as: .theme(index, .helper))
      add(theme.indicators.exceptions, as: .theme(index, .exception))
    }
    for signal in Signal.allCases {
      guard let rule = signals.rules[signal] else { continue }
      add(rule.counts, as: .signal(signal, .counts))
      add(rule.standards, as: .signal(signal, .standard))
      add(rule.withResult, as: .signal(signal, .withResult))
      add(rule.weak, as: .signal(signal, .weak))
      add(rule.helpers, as: .signal(signal, .helper))
      add(rule.exceptions, as: .signal(signal, .exception))
    }
    for link in ChainLink.allCases {
      guard let rule = signals.chain[link] else { continue }
      add(rule.counts, as: .chain(link, .counts))
      add(rule.standards, as: .chain(link, .standard))
      add(rule.withResult, as: .chain(link, .withResult))
      add(rule.weak, as: .chain(link, .weak))
      add(rule.helpers, as: .chain(link, .helper))
      add(rule.exceptions, as: .chain(link, .exception))
    }
    for pitfall in Pitfall.allCases {
      guard let rule = signals.pitfalls[pitfall] else { continue }
      add(rule.counts, as: .pitfall(pitfall, .counts))
      add(rule.empty, as: .pitfall(pitfall, .empty))
      add(rule.exceptions, as: .pitfall(pitfall, .exception))
    }
    for turn in SignalLexicon.Turn.allCases { add(signals.turns[turn] ?? [], as: .turn(turn)) }
  }

  private mutating func add(_ list: [TermPattern], as indicator: Indicator) {
    patterns += list.map { ($0, indicators.count) }
    indicators.append(indicator)
  }
}
