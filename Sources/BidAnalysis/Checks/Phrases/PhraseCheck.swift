import BidModel

/// A check that is data: it looks for phrases and offers what to write instead.
///
/// Limitations: phrases are met by their words alone, whatever they mean where they stand; the rule's
/// exceptions are what there is against that.
package struct PhraseCheck: BlockCheck {
  package let about: CheckDescription
  package let good: [CheckExample]
  package let bad: [CheckExample]
  private let message: String
  private let table: PhraseTable
  private let exceptions: PhraseTable
  private let instead: [String?]

  /// The check that `rule` describes.
  ///
  /// - Complexity: O(*n*) in its phrases.
  package init(_ rule: PhraseRule) {
    about = rule.about
    good = rule.good.map { CheckExample($0) }
    bad = rule.bad.map { CheckExample($0) }
    message = rule.message
    table = PhraseTable(rule.phrases + rule.swaps.map(\.phrase))
    exceptions = PhraseTable(rule.exceptions)
    instead = rule.phrases.map { _ in nil } + rule.swaps.map(\.instead)
  }

  package func findings(in block: CheckedBlock) -> [Finding] {
    let matches = table.matches(in: block.words)
    guard !matches.isEmpty else { return [] }
    let excepted = exceptions.matches(in: block.words)
    return matches.compactMap { match in
      let words = block.words[match.words]
      guard let first = words.first, let last = words.last, !words.contains(where: \.isQuoted),
        !excepted.contains(where: { $0.words.overlaps(match.words) })
      else { return nil }
      let range = first.range.lowerBound..<last.range.upperBound
      let replacement = instead[match.phrase].map { Self.cased($0, as: first.text) }
      let text = message.replacing("{quote}", with: block.quote(range))
        .replacing("{instead}", with: replacement ?? "")
      return finding(
        text, fix: about.fix.replacing("{instead}", with: replacement ?? "another word"),
        at: block.place(range),
        replacement: replacement.map { Finding.Replacement(range, with: $0) })
    }
  }

  /// `word` with the capitals that `model` has.
  static func cased(_ word: String, as model: String) -> String {
    guard let first = model.first, first.isUppercase else { return word }
    if model.count > 1, model.allSatisfy(\.isUppercase) { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
