/// British spelling: a dictionary, and the words that were added to it.
///
/// A word is right when the dictionary has it. One with hyphens may also be right in its pieces, where a
/// prefix such as *co* or *multi* needs no dictionary, and where a piece that is written as an acronym is
/// passed over. Possessive endings are taken off. Spellings in -ise and -ize are both British
/// (New Hart's Rules 3.1.3): where the dictionary has the one in -ize alone, that in -ise is right too.
///
/// Limitations: words are judged one by one, so *form* for *from* is right; a piece is judged without
/// its neighbours.
///
/// Not `Sendable`, as the dictionary is not: one owner, on one thread at a time.
package final class SpellChecker {
  private let dictionary: HunspellDictionary

  /// Loads the dictionary in `files`; tens of milliseconds.
  ///
  /// - Returns: `nil` when it cannot be read.
  package init?(_ files: DictionaryFiles) {
    guard let dictionary = HunspellDictionary(files) else { return nil }
    self.dictionary = dictionary
  }

  /// Takes `words` into the dictionary for as long as it is loaded: small letters fit any capitals,
  /// capitals only themselves and a word all in capitals.
  ///
  /// - Complexity: O(*n*) in the words.
  package func add(_ words: some Sequence<String>) {
    for word in words { dictionary.add(Self.plain(word)) }
  }

  /// What of `word` is misspelt: nothing when it is right, else UTF-8 ranges of it, the whole or pieces
  /// between hyphens.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  package func faults(in word: String) -> [Range<Int>] {
    if accepts(word) { return [] }
    let pieces = Self.pieces(of: word)
    guard pieces.count > 1 else { return [0..<word.utf8.count] }
    return pieces.filter { piece in
      let isPrefix = piece.range.upperBound < word.utf8.count && Self.isPrefix(piece.text)
      return !isPrefix && Self.isWord(piece.text) && !accepts(piece.text)
    }.map(\.range)
  }

  /// What the writer may have meant by `word`, the likeliest first, in the same capitals and with the
  /// same possessive ending.
  ///
  /// - Complexity: Tens of milliseconds.
  package func suggestions(for word: String, limit: Int = 8) -> [String] {
    let (stem, ending) = SpelledWord.withoutPossessive(word)
    var seen: Set<String> = [word]
    var found: [String] = []
    let plain = Self.plain(stem)
    let british = BritishSpelling.forms(of: plain).filter(accepts)
    let others = dictionary.suggestions(for: plain).flatMap { other in
      BritishSpelling.forms(of: other).filter { acceptsWithZ($0) } + [other]
    }
    for suggestion in british + others where found.count < limit {
      let whole = suggestion + (suggestion.hasSuffix("s") && ending.utf8.count > 1 ? "" : ending)
      if seen.insert(whole).inserted { found.append(whole) }
    }
    return found
  }

  private func accepts(_ word: String) -> Bool {
    let plain = Self.plain(SpelledWord.withoutPossessive(word).stem)
    return dictionary.contains(plain) || acceptsWithZ(plain)
  }

  /// Whether `word` is a British spelling in -ise of one that the dictionary has in -ize.
  private func acceptsWithZ(_ word: String) -> Bool {
    for ending in Self.endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      // *size*, *prize*, *seize* and *capsize* are no verbs in -ize.
      guard stem.count > 2, !["caps", "downs", "res", "outs"].contains(where: stem.hasSuffix) else {
        return false
      }
      return dictionary.contains(stem + ending.replacing("is", with: "iz", maxReplacements: 1))
    }
    return false
  }

  private static let endings = [
    "ise", "ised", "ises", "iser", "isers", "ising", "isable", "isation", "isations", "isational",
  ]

  /// The pieces of a word between its hyphens, with their UTF-8 ranges in it.
  private static func pieces(of word: String) -> [SpelledWord] {
    var pieces: [SpelledWord] = []
    var start = word.startIndex
    var index = start
    func close(at end: String.Index) {
      guard start < end else { return }
      let offset = word.utf8.distance(from: word.startIndex, to: start)
      let text = String(word[start..<end])
      pieces.append(SpelledWord(text: text, range: offset..<offset + text.utf8.count))
    }
    while index < word.endIndex {
      let next = word.index(after: index)
      if word[index] == "-" || word[index] == "\u{2010}" || word[index] == "\u{2011}" {
        close(at: index)
        start = next
      }
      index = next
    }
    close(at: word.endIndex)
    return pieces
  }

  private static func isWord(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { WordShape($0) == .word }
  }

  private static func isPrefix(_ text: String) -> Bool { prefixes.contains(text.lowercased()) }

  /// What English joins to a word with a hyphen without its being one.
  private static let prefixes: Set<String> = [
    "anti", "bi", "bio", "cardio", "co", "counter", "cross", "de", "di", "eco", "electro", "ex", "extra",
    "hyper", "hypo", "inter", "intra", "macro", "meta", "micro", "mid", "mini", "mono", "multi", "neo",
    "neuro", "non", "omni", "para", "peri", "poly", "post", "pre", "pro", "proto", "pseudo", "psycho",
    "quasi", "re", "semi", "socio", "sub", "super", "tele", "trans", "tri", "ultra", "un", "uni",
  ]

  /// With straight apostrophes and plain hyphens, and without soft hyphens.
  private static func plain(_ word: String) -> String {
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
    var plain = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}": plain.append("'")
      case "\u{2010}", "\u{2011}": plain.append("-")
      case "\u{AD}": continue
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
