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
  let bad: [CheckExample] = ["We visit the the ward.", "They went to\nto the ward."]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.isProse else { return [] }
    let words = block.words
    return words.indices.dropFirst().compactMap { index in
      let first = words[index - 1], second = words[index]
      guard second.kind == .word, first.lower == second.lower, second.joint == .close,
        !first.isQuoted, !second.isQuoted, !Self.grammar.contains(second.lower),
        second.text.utf8.contains(where: { (0x61...0x7A).contains($0) }),
        first.text == second.text || index == 1,
        block.bytes[first.range.upperBound..<second.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x0A })
      else { return nil }
      let range = first.range.lowerBound..<second.range.upperBound
      return finding(
        "\"\(block.quote(second.range))\" is written twice.", at: block.place(range),
        replacement: Finding.Replacement(range, with: first.text))
    }
  }

  private static let grammar: Set<String> = ["had", "that", "is", "no", "very", "bye"]
}
