import BidLanguage
import BidModel

/// What each pattern of a theme set and a lexicon earns on a text: how often it fits, and how often nothing else of
/// its list fits around the same words.
///
/// A pattern that never stands alone can go without any reading of that text changing, save for the words shown. Of
/// several that only repeat each other the one that fits most often is kept.
///
/// Limitations: word classes are not counted, and what a text does not hold is not proven useless.
package struct PatternCensus {
  /// One pattern.
  package struct Row: Hashable, Sendable {
    /// Its list, such as `theme prevention strong`.
    package var list: String
    package var pattern: String
    /// In how many places it fits.
    package var matches = 0
    /// In how many of them no other pattern that is kept covers its words.
    package var alone = 0
  }

  private struct Place {
    var sentence: Int
    var start: Int
    var end: Int
  }

  private var rows: [Row] = []
  private var list: [Int] = []
  private var places: [[Place]] = []
  private var matcher: PatternMatcher
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()
  private var sentences = 0

  /// Compiles the patterns, each by itself.
  package init(themes: ThemeSet, signals: SignalLexicon) {
    let table = IndicatorTable(themes: themes, signals: signals)
    for (pattern, target) in table.patterns {
      rows.append(Row(list: Self.name(table.indicators[target], themes), pattern: pattern.description))
      list.append(target)
    }
    places = Array(repeating: [], count: rows.count)
    var atoms = AtomTable(stemmer: Stemmer())
    let set = PatternSet(
      classes: signals.classes + themes.classes,
      patterns: table.patterns.enumerated().map { ($1.pattern, $0) }, atoms: &atoms)
    matcher = PatternMatcher(
      set: set, words: WordTable(atoms: atoms, vocabulary: StemVocabulary(), learnsStems: false))
  }

  /// Counts what fits in `text`.
  ///
  /// - Complexity: O(*n*) in its length.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let tokens = tokenizer.tokens(in: bytes)
      matcher.load(tokens, of: bytes) { _ in false }
      var next = 0
      for sentence in splitter.sentences(in: bytes) {
        while next < tokens.count, tokens[next].start < sentence.lowerBound { next += 1 }
        let first = next
        while next < tokens.count, tokens[next].start < sentence.upperBound { next += 1 }
        matcher.match(first..<next)
        for match in matcher.matches {
          places[match.target].append(Place(sentence: sentences, start: match.start, end: match.end))
        }
        sentences += 1
      }
    }
  }

  /// Every pattern in the order of the files; one that is not kept stands alone nowhere.
  ///
  /// - Complexity: O(*m*²) in the matches of a sentence.
  package func census() -> [Row] {
    var bySentence: [Int: [(pattern: Int, place: Place)]] = [:]
    for (pattern, found) in places.enumerated() {
      for place in found { bySentence[place.sentence, default: []].append((pattern, place)) }
    }
    var result = rows
    var isKept = Array(repeating: true, count: rows.count)
    // The rarest go first, so that of two that repeat each other the commoner stays.
    for pattern in rows.indices.sorted(by: { (places[$0].count, $1) < (places[$1].count, $0) }) {
      result[pattern].matches = places[pattern].count
      result[pattern].alone = places[pattern].count { place in
        !(bySentence[place.sentence] ?? []).contains { other in
          other.pattern != pattern && isKept[other.pattern] && list[other.pattern] == list[pattern]
            && other.place.start <= place.start && other.place.end >= place.end
        }
      }
      isKept[pattern] = result[pattern].alone > 0
    }
    return result
  }

  private static func name(_ indicator: Indicator, _ themes: ThemeSet) -> String {
    switch indicator {
    case .theme(let index, let word): "theme \(themes.themes[index].key) \(word)"
    case .signal(let signal, let word): "signal \(signal.rawValue) \(word)"
    case .chain(let link, let word): "chain \(link.rawValue) \(word)"
    case .pitfall(let pitfall, let word): "pitfall \(pitfall.rawValue) \(word)"
    case .turn(let turn): "turn \(turn.rawValue)"
    }
  }
}
