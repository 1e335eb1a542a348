import BidLanguage

/// Reads the numbers of a text: what each is, and the claims they make.
///
/// It holds a stemmer's handle, so it is not `Sendable`: make one for each thread and keep it. A reading
/// is a function of the text alone.
package final class NumberReader {
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()
  private let stemmer = Stemmer()

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
  func read(_ sentences: [Range<Int>], tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>) -> NumberReading {
    var reading = NumberReading()
    var next = 0
    for range in sentences {
      while next < tokens.count, tokens[next].start < range.lowerBound { next += 1 }
      let first = next
      while next < tokens.count, tokens[next].start < range.upperBound { next += 1 }
      let sentence = NumberSentence(bytes: bytes, tokens: tokens[first..<next], range: range)
      var builder = ClaimBuilder(sentence)
      let claims = builder.build()
      reading.mentions += builder.seen.map { NumberMention(kind: $0.kind ?? .unclear, span: $0.span) }
      reading.claims += claims.map { claim in
        var claim = claim
        claim.metric.stems = stems(of: claim.metric.span, in: sentence)
        return claim
      }
    }
    return reading
  }

  /// Stems of the words of a metric that carry meaning.
  private func stems(of span: Range<Int>, in sentence: NumberSentence) -> [String] {
    var stems: Set<String> = []
    for (index, word) in sentence.words.enumerated() where span.contains(word.token.start) {
      let small: WordTags = [.stop, .determiner, .preposition, .auxiliary, .pronoun, .generic, .movement]
      guard !sentence.has(index, small), word.token.kind == .word || word.token.kind == .number else { continue }
      stems.insert(stem(sentence.normalised(index)))
    }
    return stems.sorted()
  }

  /// The stem of a word of a metric.
  func stem(_ word: String) -> String { stemmer.stem(word) }

  /// Stems of the words of `text` that carry meaning, as a metric's are.
  func stems(of text: String) -> Set<String> {
    var text = text
    return text.withUTF8 { bytes in
      let tokens = tokenizer.tokens(in: bytes)
      let sentence = NumberSentence(bytes: bytes, tokens: tokens[...], range: 0..<bytes.count)
      return Set(stems(of: 0..<bytes.count, in: sentence))
    }
  }
}
