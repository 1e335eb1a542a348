import BidModel

/// A sentence so long that a reader under time pressure loses its start.
///
/// For information only: length is no fault by itself.
struct LongSentence: BlockCheck {
  let about = CheckDescription(
    "long-sentence", title: "A very long sentence",
    why: "Evaluators read many answers in a row; a long sentence hides its own point.",
    fix: "Make two of it, the point first.", severity: .advice)
  let good: [CheckExample] = ["The nurse visits the same day and writes the plan with the person."]
  let bad: [CheckExample] = [
    """
    The nurse who takes the call writes the plan with the person and their carer, then tells the ward, the \
    pharmacy, the social worker and the general practice what was agreed, who does it and by when, so that \
    nothing is asked twice, nothing is left over and everyone who will be there on the day knows what to expect \
    of the others.
    """
  ]

  /// Words above which a sentence is very long.
  static let limit = 45

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.isProse else { return [] }
    return block.sentenceWords.compactMap { sentence in
      guard sentence.count > Self.limit else { return nil }
      let range =
        block.words[sentence.lowerBound].range
        .lowerBound..<block.words[sentence.upperBound - 1].range.upperBound
      return finding(
        "This sentence has \(sentence.count) words: \"\(block.quote(range, limit: 30))\".",
        at: block.place(range))
    }
  }
}
