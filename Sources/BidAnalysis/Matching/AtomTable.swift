import BidLanguage
import BidModel

/// Which words of which patterns a word of the text fits: by form, by stem, by prefix or by suffix.
///
/// The atoms are the distinct words that patterns name. They are gathered while patterns are compiled;
/// then each word of a text is looked up once, when it is first seen.
struct AtomTable {
  private var stemmer: Stemmer
  private var forms: [String: Feature] = [:]
  private var stems: [String: Feature] = [:]
  private var prefixes: [String: Feature] = [:]
  private var suffixes: [(ending: String, feature: Feature)] = []
  private var longestPrefix = 0
  private(set) var count = 0

  init(stemmer: Stemmer) { self.stemmer = stemmer }

  /// The same atoms with a stemmer of their own: a stemmer serves one thread.
  func twin() -> AtomTable {
    var twin = self
    twin.stemmer = Stemmer()
    return twin
  }

  /// The feature of a pattern's word; `nil` when `choice` names no word.
  mutating func feature(for choice: TermPattern.Choice) -> Feature? {
    switch choice {
    case .form(let word): return intern(word, in: \.forms)
    case .stem(let word): return intern(stemmer.stem(word), in: \.stems)
    case .prefix(let word):
      longestPrefix = max(longestPrefix, word.utf8.count)
      return intern(word, in: \.prefixes)
    case .suffix(let word):
      if let known = suffixes.first(where: { $0.ending == word }) { return known.feature }
      let feature = Feature(TermPattern.TokenClass.featureCount + count)
      suffixes.append((word, feature))
      count += 1
      return feature
    case .named, .token: return nil
    }
  }

  private mutating func intern(
    _ word: String, in table: WritableKeyPath<AtomTable, [String: Feature]>
  ) -> Feature {
    if let known = self[keyPath: table][word] { return known }
    let feature = Feature(TermPattern.TokenClass.featureCount + count)
    self[keyPath: table][word] = feature
    count += 1
    return feature
  }

  /// The stem of a word in its normalised form.
  func stem(of word: String) -> String { stemmer.stem(word) }

  /// The features of a word in its normalised form.
  ///
  /// - Complexity: O(*n*) in the length of the word, with a stemming.
  func features(of word: String) -> [Feature] {
    var found: [Feature] = []
    if let feature = forms[word] { found.append(feature) }
    if let feature = stems[stemmer.stem(word)] { found.append(feature) }
    for (ending, feature) in suffixes where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 1
    {
      found.append(feature)
    }
    let bytes = Array(word.utf8.prefix(longestPrefix))
    for length in 0..<bytes.count {
      let prefix = String(decoding: bytes[0...length], as: UTF8.self)
      if let feature = prefixes[prefix] { found.append(feature) }
    }
    return found
  }
}
