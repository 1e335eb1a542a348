import BidModel

/// A paragraph that is a wall of text.
///
/// For information only. Words and sentences are counted as submitted.
struct DenseParagraph: BlockCheck {
  let about = CheckDescription(
    "dense-paragraph", title: "A paragraph that is hard to scan",
    why: "Evaluators look for each point with the scale beside them; a wall of text hides them.",
    fix: "Part it where a new point begins, or make its points a list.", severity: .advice)
  let good: [CheckExample] = ["The nurse visits the same day. The plan goes to the ward."]
  let bad: [CheckExample] = [
    CheckExample(
      stringLiteral: Array(
        repeating: "The nurse visits the person at home and writes the plan with them.", count: 14
      ).joined(separator: " "))
  ]

  /// Words above which a paragraph is a wall.
  static let limit = 170

  func findings(in block: CheckedBlock) -> [Finding] {
    guard block.isProse, block.words.count > Self.limit else { return [] }
    return [
      finding(
        "This paragraph has \(block.words.count) words in \(block.reading.sentences.count) sentences.",
        at: block.place(0..<block.bytes.count))
    ]
  }
}
