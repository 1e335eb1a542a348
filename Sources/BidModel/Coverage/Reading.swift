/// What a block contributes, sentence by sentence, with the words that say so.
///
/// A reading depends only on the block's text and the values of the KPIs it quotes. All ranges are
/// UTF-8 bytes of ``Block/text``, so a placeholder's value is marked at the placeholder.
package struct BlockReading: Hashable, Sendable {
  /// What was read of each sentence, in order.
  package var sentences: [SentenceReading]

  /// A reading of the sentences given.
  package init(sentences: [SentenceReading] = []) { self.sentences = sentences }
}

/// What one sentence contributes.
package struct SentenceReading: Hashable, Sendable {
  /// Where the sentence stands in the block.
  package var range: Range<Int>
  /// Themes it is about, in the order of the theme set.
  package var themes: [ThemeHit]
  /// Signals it carries itself.
  package var signals: [SignalHit]
  /// Signals that the sentence before lends it, within the same paragraph.
  package var carried: [SignalHit]
  /// Links of the chain that it shows, in the order of ``ChainLink``.
  package var chain: [ChainHit]
  /// The pitfall that it falls into.
  package var pitfall: PitfallHit?
  /// Whether it tells of a result that was achieved, not of a plan, a target or a denial.
  package var isAchieved: Bool
  /// Whether it is a plan, a target or hypothetical, or denies what it names.
  package var isIntention: Bool
  /// Whether it is a slogan: a claim in words that commit to nothing.
  package var isSlogan: Bool
  /// The facts that it quotes, each once, in the order of the text.
  package var quoted: [KPIReference] = []
  /// Of *evidenced* and *assured*, what it would earn for any theme that its facts are claimed for.
  package var lends: MarkSet = []

  package init(
    range: Range<Int>, themes: [ThemeHit] = [], signals: [SignalHit] = [], carried: [SignalHit] = [],
    chain: [ChainHit] = [], pitfall: PitfallHit? = nil, isAchieved: Bool = false, isIntention: Bool = false,
    isSlogan: Bool = false
  ) {
    self.range = range
    self.themes = themes
    self.signals = signals
    self.carried = carried
    self.chain = chain
    self.pitfall = pitfall
    self.isAchieved = isAchieved
    self.isIntention = isIntention
    self.isSlogan = isSlogan
  }
}

/// A theme that a sentence is about.
package struct ThemeHit: Hashable, Sendable {
  /// Index into ``ThemeSet/themes``.
  package var theme: Int
  /// The words that say so.
  package var spans: [Range<Int>]
  /// The marks the sentence earns for the theme.
  package var marks: MarkSet

  /// A theme that was found at some words, with what they earn.
  package init(theme: Int, spans: [Range<Int>], marks: MarkSet) {
    self.theme = theme
    self.spans = spans
    self.marks = marks
  }
}

/// A signal with the words that give it.
package struct SignalHit: Hashable, Sendable {
  /// Which signal the words give.
  package var signal: Signal
  /// The words, in UTF-8 bytes of the text read.
  package var span: Range<Int>

  package init(_ signal: Signal, span: Range<Int>) {
    self.signal = signal
    self.span = span
  }
}
