import BidLanguage

/// The words of a question's sub-asks that carry meaning, and which of them a text holds.
///
/// A sub-ask is compared by the stems of its words, without the little ones (*how*, *is*, *the*) and
/// the verbs of asking (*describe*, *show*), and without those that stand in every answer (*home*,
/// *information*, *service*) where it has rarer ones; those alone answer nothing. It counts as answered in a part that holds two
/// thirds of them. Acronyms stand for their words.
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

  private let acronyms: AcronymWords

  /// - Complexity: O(*n*) in the length of the sub-asks.
  package init(_ asks: [String], acronyms: AcronymWords = AcronymWords()) {
    self.asks = asks
    self.acronyms = acronyms
    let stemmer = Stemmer()
    words = asks.map { ask in
      let forms = Self.rarer(Self.forms(in: ask, acronyms).filter { !Self.littleWords.contains($0) })
      var seen: Set<String> = []
      return forms.compactMap { form in
        let stem = stemmer.stem(form)
        return seen.insert(stem).inserted ? Word(text: form, stem: stem) : nil
      }
    }
    stems = Set(words.joined().map(\.stem))
  }

  /// The words without those that stand in every answer; all of them when fewer than two are left, since
  /// one word alone is easily met.
  static func rarer(_ words: [String]) -> [String] {
    let rare = words.filter(isRare)
    return rare.count < 2 ? words : rare
  }

  /// Whether `word`, in small letters, does not stand in nearly every answer of the field.
  static func isRare(_ word: String) -> Bool { !commonWords.contains(word) }

  /// The stems of the sub-asks' words that `text` holds.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func found(in text: String) -> Set<String> {
    guard !stems.isEmpty else { return [] }
    let stemmer = Stemmer()
    var found: Set<String> = []
    for form in Self.forms(in: text, acronyms) {
      let stem = stemmer.stem(form)
      if stems.contains(stem) { found.insert(stem) }
    }
    return found
  }

  /// How many words of the sub-ask at `index` are among what ``found(in:)`` gave, rare or not: enough for a
  /// plan, which names sub-asks in short.
  package func overlap(of index: Int, with found: Set<String>) -> Int {
    words[index].count { found.contains($0.stem) }
  }

  /// How the sub-ask at `index` fares with what ``found(in:)`` gave for a part.
  package func match(of index: Int, with found: Set<String>) -> AskMatch {
    var match = AskMatch()
    // Words that stand in every answer say nothing without a rarer one.
    let rare = words[index].filter { Self.isRare($0.text) }
    let found = rare.isEmpty || rare.contains { found.contains($0.stem) } ? found : []
    for word in words[index] {
      if found.contains(word.stem) { match.found.append(word.text) } else { match.missing.append(word.text) }
    }
    return match
  }

  /// The words of `text` in small letters; an acronym gives those it stands for.
  private static func forms(in text: String, _ acronyms: AcronymWords) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      Tokenizer().tokens(in: bytes).filter { $0.kind == .word }.flatMap { token in
        let word = UnsafeBufferPointer(rebasing: bytes[token.range])
        return acronyms.words(of: String(decoding: word, as: UTF8.self)) ?? [Tokenizer.normalised(word)]
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

  /// Words that stand in nearly every answer of the field, and so answer nothing by themselves.
  private static let commonWords: Set<String> = [
    "after", "before", "during", "between", "within", "home", "homes", "information", "service", "services",
    "care", "support", "people", "person", "persons", "individual", "individuals", "patient", "patients",
    "staff", "team", "teams", "time", "times", "day", "days", "need", "needs", "provide", "providing",
    "provision", "provided", "ensure", "ensuring", "new", "other", "others", "process", "processes", "make",
    "making", "made", "take", "taking", "give", "given", "contract", "organisation", "area", "local",
    "health", "social", "place", "system", "detail", "details", "including", "example", "examples",
    "improve", "improving", "manage", "managing", "deliver", "delivering", "delivery", "early", "first",
    "next", "every", "across", "against", "both", "part", "parts", "own", "way", "ways",
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
