import BidLanguage
import BidModel

/// What is seen in a sentence and may be weighed: its words in order, what the patterns say, where it stands.
struct SentenceSigns: Hashable {
  /// The stems of the words in order; what is no word by its shape (``sign(of:)``).
  var stems: [String]
  /// The labels that the patterns give, in order.
  var readings: [String]
  /// The template's key of the part; `nil` where it is not known.
  var part: String?

  /// What stands for a token that is no word: its number says little, that there is one says much.
  static func sign(of kind: Token.Kind) -> String? {
    switch kind {
    case .word: nil
    case .number: "#"
    case .percent: "#%"
    case .money: "#£"
    case .clock: "#clock"
    case .year: "#year"
    case .ordinal: "#th"
    case .address: "#address"
    }
  }

  /// What stands for a placeholder without a value.
  static let gap = "#gap"
  /// What stands for a semicolon, a colon, a dash or another strong mark.
  static let mark = ";"

  /// Everything that is seen, `before` being the sentence before it in the paragraph; each thing once.
  func names(after before: SentenceSigns?) -> [LabelWeights.Name] {
    var names: [LabelWeights.Name] = []
    var seen: Set<LabelWeights.Name> = []
    func note(_ name: LabelWeights.Name) { if seen.insert(name).inserted { names.append(name) } }
    for stem in stems { note(.word(stem)) }
    for (first, second) in zip(["^"] + stems, stems + ["$"]) { note(.pair(first, second)) }
    for label in readings { note(.reading(label)) }
    if let part { note(.part(part)) }
    guard let before else {
      note(.opening)
      return names
    }
    for stem in before.stems { note(.wordBefore(stem)) }
    for label in before.readings { note(.readingBefore(label)) }
    return names
  }
}
