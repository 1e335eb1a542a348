import BidLanguage

/// Phrases to look for in a list of words, found by their first word.
///
/// At each word the longest phrase that begins there is taken, and the search goes on after it. The words
/// of a phrase must stand together: a comma between them parts them.
package struct PhraseTable: Sendable {
  private struct Word: Sendable {
    var lower: String
    /// The form as written, where the phrase asks for its capital.
    var exact: String?
    var isPrefix: Bool

    func matches(_ word: CheckedWord) -> Bool {
      if isPrefix { return word.lower.hasPrefix(lower) }
      if let exact { return word.text == exact || word.lower == lower && word.text.hasPrefix(exact) }
      return word.lower == lower
    }
  }

  private struct Phrase: Sendable {
    var words: [Word]
    var index: Int
  }

  private var byWord: [String: [Phrase]] = [:]
  /// Phrases that begin with a `word*`, by its first byte.
  private var prefixes: [[Phrase]] = []
  /// Whether a phrase may begin with a word, by ``CheckedWord/sieve``: most words need no looking up.
  private var mayBegin = [Bool](repeating: false, count: 1024)
  /// Whether a `word*` may begin with a word, by ``CheckedWord/opening``.
  private var mayOpen = [Bool](repeating: false, count: 65_536)

  /// A phrase that was met.
  package struct Match: Hashable, Sendable {
    /// Index into the phrases the table was made of.
    package var phrase: Int
    /// Indices of the words.
    package var words: Range<Int>
  }

  /// - Complexity: O(*n*) in the phrases.
  package init(_ phrases: [String]) {
    prefixes = Array(repeating: [], count: 256)
    for (index, text) in phrases.enumerated() {
      let words = Self.words(of: text)
      guard let first = words.first, let byte = first.lower.utf8.first else { continue }
      let phrase = Phrase(words: words, index: index)
      if first.isPrefix {
        prefixes[Int(byte)].append(phrase)
        let opening = CheckedWord.opening(of: first.lower)
        // A single letter opens every word that begins with it.
        for number in opening & 0xFF == 0 ? opening..<opening + 256 : opening..<opening + 1 {
          mayOpen[number] = true
        }
      } else {
        byWord[first.lower, default: []].append(phrase)
      }
    }
    for key in byWord.keys { mayBegin[CheckedWord.sieve(key)] = true }
    for key in byWord.keys { byWord[key]?.sort { $0.words.count > $1.words.count } }
    for byte in prefixes.indices { prefixes[byte].sort { $0.words.count > $1.words.count } }
  }

  /// The phrases in `words`, in order, none overlapping.
  ///
  /// - Complexity: O(*n* · *p*) in the words and the phrases that begin with `word*`.
  package func matches(in words: [CheckedWord]) -> [Match] {
    var found: [Match] = []
    var start = 0
    while start < words.count {
      let (candidates, endings) = beginning(with: words[start])
      let match =
        candidates.first { stands($0, at: start, in: words[...]) }
        ?? endings.first { stands($0, at: start, in: words[...]) }
      if let match {
        found.append(Match(phrase: match.index, words: start..<start + match.words.count))
        start += match.words.count
      } else {
        start += 1
      }
    }
    return found
  }

  /// Every phrase that stands in `words`, those too that overlap a longer one.
  ///
  /// - Complexity: O(*n* · *p*) in the words and the phrases that begin with a word of the same first letter.
  func phrases(in words: ArraySlice<CheckedWord>) -> Set<Int> {
    var found: Set<Int> = []
    for start in words.indices {
      let (candidates, endings) = beginning(with: words[start])
      for phrase in candidates where stands(phrase, at: start, in: words) { found.insert(phrase.index) }
      for phrase in endings where stands(phrase, at: start, in: words) { found.insert(phrase.index) }
    }
    return found
  }

  /// The phrases that may begin with `word`: by the whole word, and by its beginning.
  private func beginning(with word: CheckedWord) -> ([Phrase], [Phrase]) {
    (
      mayBegin[word.sieve] ? byWord[word.lower] ?? [] : [],
      mayOpen[word.opening] ? prefixes[word.opening >> 8] : []
    )
  }

  private func stands(_ phrase: Phrase, at start: Int, in words: ArraySlice<CheckedWord>) -> Bool {
    guard start + phrase.words.count <= words.endIndex else { return false }
    for (offset, word) in phrase.words.enumerated() {
      let met = words[start + offset]
      guard word.matches(met), offset == 0 || met.joint == .close else { return false }
    }
    return true
  }

  private static func words(of phrase: String) -> [Word] {
    phrase.split(separator: " ").flatMap { piece -> [Word] in
      let isPrefix = piece.hasSuffix("*")
      var text = String(piece)
      let tokens = Tokenizer().tokens(in: text)
      return text.withUTF8 { bytes in
        tokens.enumerated().map { number, token in
          let word = UnsafeBufferPointer(rebasing: bytes[token.range])
          let written = String(decoding: word, as: UTF8.self)
          let hasCapital = word.contains { (0x41...0x5A).contains($0) }
          return Word(
            lower: Tokenizer.normalised(word), exact: hasCapital ? written : nil,
            isPrefix: isPrefix && number == tokens.count - 1)
        }
      }
    }
  }
}
