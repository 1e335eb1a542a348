import BidModel

/// An answer without a word.
package struct NothingWritten: Check {
  package let about = CheckDescription(
    "nothing-written", title: "An answer without a word",
    why: "An answer that is not there scores nothing, and may fail the bid.",
    fix: "Begin with the part that you know most of.", severity: .warning, scope: .answer)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// The finding for `asked`, or `nil` when a word is written.
  package func finding(for asked: AskedQuestion) -> Finding? {
    guard asked.isUnwritten, !asked.question.number.isEmpty else { return nil }
    return finding("Nothing is written yet.", at: Finding.Place(answer: asked.answer))
  }
}
