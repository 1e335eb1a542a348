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
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()

  /// Compiles the patterns of `themes` and `signals`.
  package init(themes: ThemeSet, signals: SignalLexicon) {
    self.themes = themes
    self.signals = signals
    let table = IndicatorTable(themes: themes, signals: signals)
    indicators = table.indicators
    var atoms = AtomTable(stemmer: Stemmer())
    let set = PatternSet(
      classes: signals.classes + themes.classes, patterns: table.patterns, atoms: &atoms)
    matcher = PatternMatcher(set: set, words: WordTable(atoms: atoms))
  }

  /// What a block contributes.
  ///
  /// A heading or verbatim block contributes nothing; each row of a table is a sentence of its own.
  ///
  /// - Parameters:
  ///   - rendered: The block's text with its placeholders filled.
  ///   - kind: What the block is.
  /// - Returns: The sentences in order; ranges are UTF-8 bytes of the text as written.
  /// - Complexity: O(*n*) in the length of the text.
  package func read(_ rendered: RenderedText, kind: Block.Kind) -> BlockReading {
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
      return read(sentences, tokens: tokens, chips: chips, rendered: rendered, carries: kind != .table)
    }
  }

  /// What a paragraph contributes whose sentences are known.
  ///
  /// - Parameter sentences: The sentences in order; a mark inside one does not part it.
  /// - Returns: One reading for each, its ranges in UTF-8 bytes from the start of its own sentence.
  /// - Complexity: O(*n*) in the length of the sentences.
  package func read(sentences: [String]) -> [SentenceReading] {
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
    let reading = text.withUTF8 { bytes in
      let tokens = tokenizer.tokens(in: bytes)
      matcher.load(tokens, of: bytes) { chips.isEmptyChip($0.range) }
      return read(places, tokens: tokens, chips: chips, rendered: rendered, carries: true)
    }
    return zip(reading.sentences, sources).map { $0.moved(by: -$1) }
  }

  private func read(
    _ sentences: [Range<Int>], tokens: [Token], chips: ChipRanges, rendered: RenderedText, carries: Bool
  ) -> BlockReading {
    var reading = BlockReading()
    reading.sentences.reserveCapacity(sentences.count)
    var rules = SentenceRules(themes: themes, pitfalls: signals.pitfalls)
    var next = 0
    for sentence in sentences {
      while next < tokens.count, tokens[next].start < sentence.lowerBound { next += 1 }
      let first = next
      while next < tokens.count, tokens[next].start < sentence.upperBound { next += 1 }
      matcher.match(first..<next)
      let matcher = self.matcher
      let facts = SentenceFacts(
        tokens: tokens, range: first..<next, matches: matcher.matches, indicators: indicators,
        quantities: chips.quantities(in: sentence), themes: themes.themes.count,
        fitTheSame: matcher.fitTheSame)
      reading.sentences.append(rules.reading(of: facts, in: sentence, rendered: rendered))
      if !carries { rules.forget() }
    }
    return reading
  }
}

/// Where the placeholders of a rendered text stand, and how each counts.
struct ChipRanges {
  private var empty: [Range<Int>] = []
  private var filled: [Range<Int>] = []

  init(_ rendered: RenderedText) {
    for run in rendered.runs {
      guard let chip = run.chip else { continue }
      switch chip.status {
      case .empty, .unknown: empty.append(run.rendered)
      case .filled, .stale:
        switch chip.placeholder?.form {
        case .value, .baseline, .change: filled.append(run.rendered)
        case .period, .source, .sentence, nil: break
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
