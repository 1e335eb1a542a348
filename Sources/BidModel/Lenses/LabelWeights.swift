/// What each thing that is seen in a sentence says for or against each label: data of `Templates/weights/`,
/// learnt from labelled answers.
///
/// A sentence holds a label when the sum of the label's bias and of the weights of what is seen passes the
/// label's threshold (logistic regression; the threshold is a chance, from 0 to 1). The patterns of the
/// theme set and the lexicon are among what is seen, so that words and patterns are weighed together, and
/// the words that weigh most are the reasons that are shown.
///
/// Limitations: words are weighed by themselves and in pairs; what stands further apart is seen by
/// patterns alone.
package struct LabelWeights: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the weights say, for lists.
  package var title: String
  /// The file's version, which its author counts up.
  package var version: String
  /// What they were learnt from.
  package var source = ""
  /// Day on which what the file says was true, `yyyy-mm-dd`.
  package var factsAsOf = ""
  /// The labels, to whose places weights refer.
  package var labels: [Label]
  /// What may be seen, by its name, with what it says for the labels it says anything of.
  package var features: [Name: [Weight]]

  /// A label that is decided by weights.
  package struct Label: Hashable, Sendable {
    /// A theme's key, a signal, a link of the chain or a pitfall; no two groups share a name.
    package var name: String
    /// The score of a sentence without any word that weighs.
    package var bias: Double
    /// The chance from which the label is given.
    package var threshold: Double

    package init(_ name: String, bias: Double, threshold: Double) {
      self.name = name
      self.bias = bias
      self.threshold = threshold
    }
  }

  /// What one thing says for one label.
  package struct Weight: Hashable, Sendable {
    /// Index into ``LabelWeights/labels``.
    package var label: Int
    /// What the word or pattern adds to the label's score.
    package var weight: Double

    package init(label: Int, weight: Double) {
      self.label = label
      self.weight = weight
    }
  }

  package init(
    id: String, title: String, version: String, labels: [Label], features: [Name: [Weight]] = [:]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.labels = labels
    self.features = features
  }

  /// Something that may be seen in a sentence, as files write it.
  package enum Name: Hashable, Sendable {
    /// A word's stem, or the sign of what is no word: `reablement`, `#`.
    case word(String)
    /// Two stems side by side: `shared record`. `^` and `$` are the sentence's ends.
    case pair(String, String)
    /// A label that the patterns give: `~value`.
    case reading(String)
    /// The part it stands in: `@evidence`.
    case part(String)
    /// A word of the sentence before: `<ward`.
    case wordBefore(String)
    /// A label that the patterns give the sentence before: `<~value`.
    case readingBefore(String)
    /// It opens its paragraph: `^`.
    case opening

    /// Reads what ``text`` writes; `nil` when it is none of these.
    package init?(_ text: String) {
      guard !text.isEmpty else { return nil }
      let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      switch (text.first, words.count) {
      case (_, 2): self = .pair(words[0], words[1])
      case ("^", 1) where text == "^": self = .opening
      case ("~", 1): self = .reading(String(text.dropFirst()))
      case ("@", 1): self = .part(String(text.dropFirst()))
      case ("<", 1):
        let rest = text.dropFirst()
        self = rest.first == "~" ? .readingBefore(String(rest.dropFirst())) : .wordBefore(String(rest))
      case (_, 1): self = .word(text)
      default: return nil
      }
    }

    /// How files write it.
    package var text: String {
      switch self {
      case .word(let stem): stem
      case .pair(let first, let second): "\(first) \(second)"
      case .reading(let label): "~\(label)"
      case .part(let key): "@\(key)"
      case .wordBefore(let stem): "<\(stem)"
      case .readingBefore(let label): "<~\(label)"
      case .opening: "^"
      }
    }

    /// How much seeing it counts: what stands around the sentence says less than what is in it, so that a
    /// short sentence is read by its own words in whatever part it stands.
    package var value: Double {
      switch self {
      case .word, .pair, .reading, .opening: 1
      case .part: 0.6
      case .wordBefore: 0.15
      case .readingBefore: 0.5
      }
    }
  }
}
