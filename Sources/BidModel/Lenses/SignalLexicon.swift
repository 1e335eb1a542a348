/// The words by which the seven signals, the chain, the pitfalls, denial and plans are known. Data of
/// `Templates/signals/`.
package struct SignalLexicon: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// The language, for lists.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// Where the words come from, in one line.
  package var source = ""
  /// Day on which what the file says was true, `yyyy-mm-dd`.
  package var factsAsOf = ""
  /// The ``LabelWeights`` that decide, the patterns being among what is weighed; `nil` where patterns decide.
  package var weights: String?
  /// Word classes that every pattern, those of theme sets included, may use.
  package var classes: [WordClass] = []
  /// How each signal is known.
  package var rules: [Signal: Rule] = [:]
  /// How each link of the chain is known.
  package var chain: [ChainLink: Rule] = [:]
  /// How each pitfall is known.
  package var pitfalls: [Pitfall: PitfallRule] = [:]
  /// The words that change what a sentence says.
  package var turns: [Turn: [TermPattern]] = [:]
  /// Sentences and the signals they hold, for the file's own test.
  package var tests: [Test] = []

  /// The id of the file that every bid is read by.
  package static let standardID = "tender-english"

  package init(id: String, title: String, version: String) {
    self.id = id
    self.title = title
    self.version = version
  }

  /// How one signal is known.
  package struct Rule: Hashable, Sendable {
    /// Each gives the signal.
    package var counts: [TermPattern] = []
    /// Each gives the signal unless its clause reports a result: *within 24 hours* is a standard as a
    /// rule, but part of the measure in *81% within 24 hours*.
    package var standards: [TermPattern] = []
    /// Each gives the signal only in a sentence that reports a measure or a result.
    package var withResult: [TermPattern] = []
    /// Each gives the signal in a sentence that has one of `helpers` as well: *if*, with *is told*.
    package var weak: [TermPattern] = []
    /// Each supports what is weak and gives nothing by itself.
    package var helpers: [TermPattern] = []
    /// Words that only look like the signal.
    package var exceptions: [TermPattern] = []

    package init() {}
  }

  /// How one pitfall is known.
  package struct PitfallRule: Hashable, Sendable {
    /// The key of the theme the sentence must be about, if any.
    package var theme: String?
    /// Each gives the pitfall in an empty claim: a sentence that denies and plans nothing and shows no link
    /// of the chain.
    package var empty: [TermPattern] = []
    /// Each gives the pitfall, in a sentence without substance.
    package var counts: [TermPattern] = []
    /// Each is substance: a sentence that has one is no pitfall.
    package var exceptions: [TermPattern] = []

    package init() {}
  }

  /// Words that change what a sentence says.
  package enum Turn: String, CaseIterable, Hashable, Sendable {
    /// Deny what follows, up to the end of the clause.
    case negators
    /// Look like a denial and are none: *no wrong door*, *without delay*.
    case notNegators = "not_negators"
    /// Make a clause a plan: *we intend to*.
    case plans
    /// Look like a plan and are none.
    case notPlans = "not_plans"
    /// Say that a quantity of the clause is wished for, not reached: *a target of*.
    case aims
    /// Look like an aim and are none: *against a target of*.
    case notAims = "not_aims"
    /// Part clauses as a semicolon does: *but*, *although*.
    case breaks
    /// Claim without content: *in our DNA*.
    case slogans
    /// Open a sentence that speaks of what the one before named.
    case pronouns
    /// Things done that an evaluator can picture: *reviews*, *triages*.
    case activities
    /// Words of an achieved result: *fell*, *rose to*.
    case results
  }

  /// A sentence and the signals it holds.
  package struct Test: Hashable, Sendable {
    /// The sentence.
    package var sentence: String
    /// The signals that it is to have.
    package var signals: Set<Signal>

    package init(sentence: String, signals: Set<Signal>) {
      self.sentence = sentence
      self.signals = signals
    }
  }

  /// Names of classes that patterns of this lexicon or of `themes` use and neither declares.
  ///
  /// - Complexity: O(*n*) in the number of patterns.
  package func unknownClasses(with themes: ThemeSet? = nil) -> [String] {
    var known = Set(classes.map(\.name))
    var patterns = classes.flatMap(\.patterns) + turns.values.flatMap { $0 }
    for rule in pitfalls.values { patterns += rule.counts + rule.empty + rule.exceptions }
    for rule in Array(rules.values) + Array(chain.values) {
      patterns += rule.counts + rule.standards + rule.withResult + rule.exceptions + rule.weak + rule.helpers
    }
    if let themes {
      known.formUnion(themes.classes.map(\.name))
      patterns += themes.classes.flatMap(\.patterns)
      for theme in themes.themes {
        let words = theme.indicators
        patterns += words.strong + words.sure + words.weak + words.helpers + words.exceptions
      }
    }
    return Set(patterns.flatMap(\.classNames)).subtracting(known).sorted()
  }
}
