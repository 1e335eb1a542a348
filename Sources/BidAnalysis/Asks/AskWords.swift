import BidLanguage

/// The words of a question's sub-asks that carry meaning, and which of them a text holds.
///
/// A sub-ask is compared by the stems of its words, without the little ones (*how*, *is*, *the*) and
/// the verbs of asking (*describe*, *show*). It counts as answered in a part that holds two thirds of
/// them. A few abbreviations of the field stand for their words.
///
/// Limitations: words, not sense. An answer in other words is not seen, and a part that names the words
/// without answering is; so the words are shown, and the writer judges.
package struct AskWords: Hashable, Sendable {
  /// The sub-asks as written.
  package let asks: [String]
  /// For each sub-ask, its words of meaning with their stems, each once.
  private let words: [[Word]]
  private let stems: Set<String>

  private struct Word: Hashable, Sendable {
    var text: String
    var stem: String
  }

  /// - Complexity: O(*n*) in the length of the sub-asks.
  package init(_ asks: [String]) {
    self.asks = asks
    let stemmer = Stemmer()
    words = asks.map { ask in
      var seen: Set<String> = []
      return Self.forms(in: ask).compactMap { form in
        guard !Self.littleWords.contains(form) else { return nil }
        let stem = stemmer.stem(form)
        return seen.insert(stem).inserted ? Word(text: form, stem: stem) : nil
      }
    }
    stems = Set(words.joined().map(\.stem))
  }

  /// The stems of the sub-asks' words that `text` holds.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func found(in text: String) -> Set<String> {
    guard !stems.isEmpty else { return [] }
    let stemmer = Stemmer()
    var found: Set<String> = []
    for form in Self.forms(in: text) {
      let stem = stemmer.stem(form)
      if stems.contains(stem) { found.insert(stem) }
      for word in Self.abbreviations[form] ?? [] {
        let stem = stemmer.stem(word)
        if stems.contains(stem) { found.insert(stem) }
      }
    }
    return found
  }

  /// How the sub-ask at `index` fares with what ``found(in:)`` gave for a part.
  package func match(of index: Int, with found: Set<String>) -> AskMatch {
    var match = AskMatch()
    for word in words[index] {
      if found.contains(word.stem) { match.found.append(word.text) } else { match.missing.append(word.text) }
    }
    return match
  }

  private static func forms(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      Tokenizer().tokens(in: bytes).filter { $0.kind == .word }.map {
        Tokenizer.normalised(UnsafeBufferPointer(rebasing: bytes[$0.range]))
      }
    }
  }

  private static let littleWords: Set<String> = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "can", "do",
    "does", "done", "each", "for", "from", "have", "how", "if", "in", "include", "including", "into", "is",
    "it", "its", "know", "known", "of", "on", "or", "our", "please", "shall", "shown", "such", "tell", "that",
    "the", "their", "them", "these", "they", "this", "those", "through", "to", "us", "was", "we", "what",
    "when", "where", "which", "who", "why", "will", "with", "you", "your", "describe", "explain", "show",
    "demonstrate", "outline", "state", "set", "out", "used", "using", "use", "it's", "work",
    "working", "approach", "arrangements",
  ]

  private static let abbreviations: [String: [String]] = [
    "mdt": ["multidisciplinary", "team"], "mdts": ["multidisciplinary", "team"],
    "rca": ["root", "cause", "analysis"], "dpia": ["data", "protection", "impact"],
    "kpi": ["performance", "indicator"], "kpis": ["performance", "indicator"], "gp": ["practice"],
  ]
}

/// Which words of a sub-ask a part holds.
package struct AskMatch: Hashable, Sendable {
  /// Words that it holds, as the sub-ask has them, in lower case.
  package var found: [String] = []
  package var missing: [String] = []

  package init() {}

  /// Whether it holds two thirds of the words.
  package var isAnswered: Bool {
    !found.isEmpty && found.count * 3 >= (found.count + missing.count) * 2
  }
}
