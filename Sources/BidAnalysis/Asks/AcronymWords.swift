import BidModel

/// What acronyms stand for, as words to compare: `MDT` for *multidisciplinary* and *team*.
///
/// A short form counts only in capitals, with or without the *s* of the plural, since many are words in
/// small letters (*IT*, *PIP*).
package struct AcronymWords: Hashable, Sendable {
  private let words: [String: [String]]
  /// Each acronym's words as they are written, for those that a list gives one meaning.
  private let written: [String: String]

  /// - Complexity: O(*n*) in the acronyms.
  package init(_ list: [Acronym] = []) {
    var words = Self.known
    var written: [String: Set<String>] = [:]
    for acronym in list {
      written[acronym.short, default: []].insert(acronym.long)
      words[acronym.short.uppercased()] = acronym.long.lowercased()
        .split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.utf8.count > 2 }
    }
    self.words = words
    self.written = written.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The words that `short` stands for, as they are written; `nil` for one that is not listed, or with several
  /// meanings.
  package func written(_ short: String) -> String? { written[short] }

  /// The words that `word`, as written, stands for; `nil` for one that is no known acronym.
  package func words(of word: some StringProtocol) -> [String]? {
    guard word.utf8.count <= 8, let first = word.utf8.first, (0x41...0x5A).contains(first) else { return nil }
    let short = word.hasSuffix("s") ? String(word.dropLast()) : String(word)
    guard short.utf8.count > 1, short == short.uppercased() else { return nil }
    return words[short]
  }

  /// Those that are read even without a list.
  private static let known: [String: [String]] = [
    "MDT": ["multidisciplinary", "team"], "RCA": ["root", "cause", "analysis"],
    "DPIA": ["data", "protection", "impact"], "KPI": ["performance", "indicator"], "GP": ["practice"],
  ]
}
