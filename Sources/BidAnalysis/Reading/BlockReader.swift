import BidLanguage
import BidModel

/// Reads blocks: which themes each sentence is about, which signals it carries and which marks it earns.
///
/// Making one compiles the patterns of the theme set and the lexicon, which takes some milliseconds;
/// keep it. It holds a stemmer's handle and its own buffers, so it is not `Sendable`: make one for each
/// thread. A reading is a function of the arguments alone.
package final class BlockReader {
  package let themes: ThemeSet
  package let signals: SignalLexicon
  private let indicators: [Indicator]
  private var matcher: PatternMatcher
  /// The weights that decide, and on which labels; `nil` where the patterns do.
  package let weights: (id: String, labels: Set<String>)?
  /// Weighs words and patterns together; without it the patterns decide.
  private let weigher: SentenceWeigher?
  /// For each pitfall the theme it claims emptily.
  private let pitfallThemes: [Pitfall: Int]
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()

  /// Compiles the patterns of `themes` and `signals`, and the `weights` that decide where there are any.
  ///
  /// - Parameter learnsStems: Whether every stem met is numbered, for one who learns weights.
  package init(
    themes: ThemeSet, signals: SignalLexicon, weights: LabelWeights? = nil, learnsStems: Bool = false
  ) {
    self.themes = themes
    self.signals = signals
    self.weights = weights.map { ($0.id, Set($0.labels.map(\.name))) }
    pitfallThemes = signals.pitfalls.compactMapValues { rule in rule.theme.flatMap { themes.index(of: $0) } }
    weigher = weights.map {
      SentenceWeigher(
        $0, labels: SentenceLabels.all(themes: themes).map(\.name), pitfalls: Pitfall.allCases.count)
    }
    let table = IndicatorTable(themes: themes, signals: signals)
    indicators = table.indicators
    var atoms = AtomTable(stemmer: Stemmer())
    let set = PatternSet(
      classes: signals.classes + themes.classes, patterns: table.patterns, atoms: &atoms)
    matcher = PatternMatcher(
      set: set,
      words: WordTable(
        atoms: atoms, vocabulary: weigher?.stems ?? StemVocabulary(), learnsStems: learnsStems))
  }

  /// A reader that reads as `twin` does, for another thread: it shares what was compiled, and has a stemmer
  /// and buffers of its own.
  ///
  /// - Complexity: O(1); what the twin has learnt of words is copied when either learns more.
  package init(twin: BlockReader) {
    themes = twin.themes
    signals = twin.signals
    indicators = twin.indicators
    matcher = twin.matcher.twin()
    weights = twin.weights
    weigher = twin.weigher
    pitfallThemes = twin.pitfallThemes
  }

  /// What a block contributes.
  ///
  /// A heading or verbatim block contributes nothing; each row of a table is a sentence of its own.
  ///
  /// - Parameters:
  ///   - rendered: The block's text with its placeholders filled.
  ///   - kind: What the block is.
  ///   - part: The template's key of the part it stands in.
  /// - Returns: The sentences in order; ranges are UTF-8 bytes of the text as written.
  /// - Complexity: O(*n*) in the length of the text.
  package func read(_ rendered: RenderedText, kind: Block.Kind, part: String? = nil) -> BlockReading {
    switch kind {
    case .heading, .verbatim: return BlockReading()
    case .prose, .bullet, .numbered, .table: break
    }
    var text = rendered.text
    return text.withUTF8 { bytes in
      let sentences = kind == .table ? TableRows.rows(in: bytes) : splitter.sentences(in: bytes)
      let tokens = tokenizer.tokens(in: bytes)
      let chips = ChipRanges(rendered)
      matcher.load(tokens, of: bytes) { chips.isEmptyChip($0.range) }
      return read(
        sentences, tokens: tokens, chips: chips, rendered: rendered, part: part, carries: kind != .table)
    }
  }

  private func read(
    _ sentences: [Range<Int>], tokens: [Token], chips: ChipRanges, rendered: RenderedText, part: String?,
    carries: Bool
  ) -> BlockReading {
    var reading = BlockReading()
    reading.sentences.reserveCapacity(sentences.count)
    var rules = SentenceRules(themes: themes, pitfalls: signals.pitfalls)
    // What is weighed is what the patterns say by themselves, so they go on from their own words.
    var drafting = rules
    var before: SentenceWeigher.Seen?
    let measure = SentenceDraft.number(of: Signal.measure, themes: themes.themes.count)
    forEachSentence(sentences, tokens: tokens, chips: chips) { sentence, facts in
      var draft = weigher == nil ? rules.draft(of: facts) : drafting.draft(of: facts)
      if let weigher {
        _ = drafting.reading(of: facts, as: draft, in: sentence, rendered: rendered)
        let order = facts.weighed
        let seen = SentenceWeigher.Seen(stems: stems(of: order), readings: draft.labels)
        let verdict = weigher.verdict(on: seen, part: part, after: before)
        draft.revise(to: verdict, decided: weigher.decided, facts: facts, pitfallThemes: pitfallThemes) {
          label in
          // What a measure is known by is its quantity, where there is one.
          let quantities = label == measure ? order.indices.filter { facts.isQuantity(order[$0]) } : []
          if !quantities.isEmpty { return quantities }
          return weigher.reasons(for: label, in: seen.stems, where: { facts.isTelling(order[$0]) })
        }
        before = carries ? seen : nil
      }
      reading.sentences.append(rules.reading(of: facts, as: draft, in: sentence, rendered: rendered))
      if !carries {
        rules.forget()
        drafting.forget()
      }
    }
    return reading
  }

  /// Finds the facts of each sentence in order.
  func forEachSentence(
    _ sentences: [Range<Int>], tokens: [Token], chips: ChipRanges,
    _ body: (Range<Int>, SentenceFacts) -> Void
  ) {
    var next = 0
    for sentence in sentences {
      while next < tokens.count, tokens[next].start < sentence.lowerBound { next += 1 }
      let first = next
      while next < tokens.count, tokens[next].start < sentence.upperBound { next += 1 }
      matcher.match(first..<next)
      let facts = SentenceFacts(
        tokens: tokens, range: first..<next, matches: matcher.matches, indicators: indicators,
        quantities: chips.quantities(in: sentence), periods: chips.periods(in: sentence),
        themes: themes.themes.count,
        fitTheSame: { self.matcher.fitTheSame($0, $1) })
      body(sentence, facts)
    }
  }

  /// The stems of a sentence's words and marks, given the order in which they are weighed.
  func stems(of order: [Int]) -> [Int32] {
    order.map { $0 < 0 ? matcher.mark : matcher.stems[$0] }
  }

  /// The stem or sign that `number` stands for, in a reader that learns stems.
  func stem(_ number: Int32) -> String { matcher.stem(number) }

  /// Splits what `sentences` hold into tokens and loads them.
  func load<Result>(
    _ sentences: [String], _ body: ([Range<Int>], [Int], [Token], ChipRanges, RenderedText) -> Result
  ) -> Result {
    let values = KPIValues()
    var sources: [Int] = []
    var places: [Range<Int>] = []
    var (source, place) = (0, 0)
    for sentence in sentences {
      let length = RenderedText(sentence, values: values).text.utf8.count
      sources.append(source)
      places.append(place..<place + length)
      source += sentence.utf8.count + 1
      place += length + 1
    }
    let rendered = RenderedText(sentences.joined(separator: "\n"), values: values)
    let chips = ChipRanges(rendered)
    var text = rendered.text
    return text.withUTF8 { bytes in
      let tokens = tokenizer.tokens(in: bytes)
      matcher.load(tokens, of: bytes) { chips.isEmptyChip($0.range) }
      return body(places, sources, tokens, chips, rendered)
    }
  }

  /// What a paragraph contributes whose sentences are known.
  ///
  /// - Parameters:
  ///   - sentences: The sentences in order; a mark inside one does not part it.
  ///   - part: The template's key of the part the paragraph stands in.
  /// - Returns: One reading for each, its ranges in UTF-8 bytes from the start of its own sentence.
  /// - Complexity: O(*n*) in the length of the sentences.
  package func read(sentences: [String], part: String? = nil) -> [SentenceReading] {
    load(sentences) { places, sources, tokens, chips, rendered in
      let reading = read(places, tokens: tokens, chips: chips, rendered: rendered, part: part, carries: true)
      return zip(reading.sentences, sources).map { $0.moved(by: -$1) }
    }
  }
}

/// Where the placeholders of a rendered text stand, and how each counts.
struct ChipRanges {
  private var empty: [Range<Int>] = []
  private var filled: [Range<Int>] = []
  private var periods: [Range<Int>] = []

  init(_ rendered: RenderedText) {
    for run in rendered.runs {
      guard let chip = run.chip else { continue }
      switch chip.status {
      case .empty, .unknown: empty.append(run.rendered)
      case .filled, .stale:
        switch chip.placeholder?.form {
        case .value, .baseline, .change: filled.append(run.rendered)
        case .period: periods.append(run.rendered)
        case .source, .sentence, nil: break
        }
      }
    }
  }

  /// Whether the bytes stand for a fact that is not there: they affirm nothing.
  func isEmptyChip(_ range: Range<Int>) -> Bool {
    !empty.isEmpty && empty.contains { $0.overlaps(range) }
  }

  /// Filled placeholders that quote an amount, each a quantity whatever its words.
  func quantities(in sentence: Range<Int>) -> [Range<Int>] {
    filled.isEmpty ? [] : filled.filter { sentence.overlaps($0) }
  }

  /// Filled placeholders that quote a period, each a time frame whatever its words.
  func periods(in sentence: Range<Int>) -> [Range<Int>] {
    periods.isEmpty ? [] : periods.filter { sentence.overlaps($0) }
  }
}

/// The rows of a table as it stands in a file.
enum TableRows {
  /// The lines that hold words, without the one that draws the rule under the head.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func rows(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      var hasWords = false
      while end < bytes.count, bytes[end] != 0x0A {
        let byte = bytes[end]
        hasWords = hasWords || byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        end += 1
      }
      if hasWords { rows.append(start..<end) }
      start = end + 1
    }
    return rows
  }
}
