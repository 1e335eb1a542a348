import BidModel

/// A word written twice in a row.
///
/// Limitations: a doubling that is grammar (*had had*, *that that*) is left alone.
struct RepeatedWord: BlockCheck {
  let about = CheckDescription(
    "repeated-word", title: "A word twice in a row",
    why: "It is a slip that a spelling checker lets through.",
    fix: "Take one of them out.", severity: .warning)
  let good: [CheckExample] = ["They had had a visit.", "It is what it is, is it not?", "Very, very good."]
  let bad: [CheckExample] = [
    "We visit the the ward.", "They went to\nto the ward.", "We went home. The the ward called.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.isProse else { return [] }
    let words = block.words
    return words.indices.dropFirst().compactMap { index in
      let first = words[index - 1], second = words[index]
      guard second.kind == .word, first.lower == second.lower, second.joint == .close,
        !first.isQuoted, !second.isQuoted, !Self.grammar.contains(second.lower),
        second.text.utf8.contains(where: { (0x61...0x7A).contains($0) }),
        first.text == second.text || index == 1 || Self.beginsSentence(first, in: block),
        block.bytes[first.range.upperBound..<second.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x0A })
      else { return nil }
      let range = first.range.lowerBound..<second.range.upperBound
      return finding(
        "\"\(block.quote(second.range))\" is written twice.", at: block.place(range),
        replacement: Finding.Replacement(range, with: first.text))
    }
  }

  /// Whether the word has its capital from standing behind a full stop.
  private static func beginsSentence(_ word: CheckedWord, in block: CheckedBlock) -> Bool {
    let before = block.bytes[..<word.range.lowerBound].last { $0 != 0x20 && $0 != 0x0A }
    return before.map { [0x2E, 0x21, 0x3F].contains($0) } ?? true
  }

  private static let grammar: Set<String> = ["had", "that", "is", "no", "very", "bye"]
}
