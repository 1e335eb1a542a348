import BidLanguage
import BidModel

/// Reads the numbers of a text: what each is, and the claims they make.
///
/// A reading is a function of the text alone. The stemmer of metrics is made only when a claim is found.
package struct NumberReader: Sendable {
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()

  package init() {}

  /// The numbers and claims of `text`; ranges are its UTF-8 bytes.
  ///
  /// - Parameter isTable: Whether each line is a row of a table and so a sentence of its own.
  /// - Complexity: O(*n*) in the length of the text.
  package func read(_ text: String, isTable: Bool = false) -> NumberReading {
    var text = text
    return text.withUTF8 { bytes in
      let sentences = isTable ? TableRows.rows(in: bytes) : splitter.sentences(in: bytes)
      return read(sentences, tokens: tokenizer.tokens(in: bytes), of: bytes)
    }
  }

  /// As ``read(_:isTable:)``, of sentences and tokens that are already known.
  func read(_ sentences: [Range<Int>], tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>) -> NumberReading
  {
    var reading = NumberReading()
    var stemmer: Stemmer?
    var next = 0
    for range in sentences {
      while next < tokens.count, tokens[next].start < range.lowerBound { next += 1 }
      let first = next
      while next < tokens.count, tokens[next].start < range.upperBound { next += 1 }
      let sentence = NumberSentence(bytes: bytes, tokens: tokens[first..<next], range: range)
      var builder = ClaimBuilder(sentence)
      let claims = builder.build()
      reading.mentions += builder.seen.map { NumberMention(kind: $0.kind ?? .unclear, span: $0.span) }
      guard !claims.isEmpty else { continue }
      let known = stemmer ?? Stemmer()
      stemmer = known
      for var claim in claims {
        claim.metric.stems = Self.stems(of: claim.metric.span, in: sentence, with: known)
        if claim.verdict != nil { claim.metric.betters = Self.betters(of: claim, in: sentence) }
        reading.claims.append(claim)
      }
    }
    return reading
  }

  /// Stems of the words of a metric that carry meaning.
  private static func stems(of span: Range<Int>, in sentence: NumberSentence, with stemmer: Stemmer)
    -> [String]
  {
    var stems: Set<String> = []
    for (index, word) in sentence.words.enumerated() where span.contains(word.token.start) {
      let small: WordTags = [.stop, .determiner, .preposition, .auxiliary, .pronoun, .generic, .movement]
      guard !sentence.has(index, small), word.token.kind == .word || word.token.kind == .number else {
        continue
      }
      stems.insert(stemmer.stem(sentence.normalised(index)))
    }
    return stems.sorted()
  }

  /// The way that is better for a measure that everybody judges alike, known by its head: the last word before
  /// a preposition, without *rate*, *time* and the like.
  ///
  /// Limitations: a measure of something else, such as *response to complaints*, has a head that is not known.
  private static func betters(of claim: NumberClaim, in sentence: NumberSentence) -> NumberClaim.Direction? {
    let span = claim.metric.span
    var places = sentence.words.indices.filter { span.contains(sentence.words[$0].token.start) }
    if let cut = places.firstIndex(where: { sentence.has($0, .preposition) }), cut > 0 {
      places = Array(places[..<cut])
    }
    while let last = places.last, sentence.has(last, .generic) || isTimes(last, in: sentence) {
      places.removeLast()
    }
    guard let head = places.last else { return nil }
    let word = sentence.normalised(head)
    if word == "attend", places.contains(where: { sentence.isWord($0, "not") }) { return .fall }
    // "Waiting times improved from 62% to 81%" tells a share of those seen in time.
    if word.hasPrefix("wait"), claim.unit == .percent { return nil }
    if lowIsBetter.contains(word) { return .fall }
    return highIsBetter.contains(word) ? .rise : nil
  }

  private static func isTimes(_ place: Int, in sentence: NumberSentence) -> Bool {
    sentence.isWord(place, "time") || sentence.isWord(place, "times") || sentence.isWord(place, "score")
      || sentence.isWord(place, "scores") || sentence.isWord(place, "list") || sentence.isWord(place, "lists")
  }

  private static let lowIsBetter: Set<String> = [
    "wait", "waits", "waiting", "turnover", "complaints", "infections", "readmissions", "readmission", "dna",
    "errors", "vacancies", "vacancy", "cancellations", "ulcers", "mortality",
  ]
  private static let highIsBetter: Set<String> = [
    "satisfaction", "retention", "uptake", "compliance", "completion", "punctuality",
  ]

  /// Stems of the words of `text` that carry meaning, as a metric's are.
  static func stems(of text: String, with stemmer: Stemmer) -> Set<String> {
    var text = text
    return text.withUTF8 { bytes in
      let tokens = Tokenizer().tokens(in: bytes)
      let sentence = NumberSentence(bytes: bytes, tokens: tokens[...], range: 0..<bytes.count)
      return Set(stems(of: 0..<bytes.count, in: sentence, with: stemmer))
    }
  }
}

/// The numbers of one block and the faults among them.
package struct BlockNumbers: Sendable {
  package var reading: NumberReading
  package var faults: [NumberFault]

  /// The numbers of a block as it will be submitted; headings and verbatim blocks have none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ rendered: RenderedText, kind: Block.Kind) {
    switch kind {
    case .heading, .verbatim: self.init("")
    case .prose, .bullet, .numbered: self.init(rendered.text)
    case .table: self.init(rendered.text, isTable: true)
    }
  }

  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String, isTable: Bool = false) {
    reading = NumberReader().read(text, isTable: isTable)
    faults = NumberChecks.faults(in: &reading, of: text)
  }
}
