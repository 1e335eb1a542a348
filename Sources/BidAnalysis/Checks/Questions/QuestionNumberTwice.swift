import BidModel

/// Two questions of a bid with one number.
///
/// It looks at the questions and not at text: ``finding(for:among:)`` is asked by whoever has them all.
package struct QuestionNumberTwice: Check {
  package let about = CheckDescription(
    "question-number-twice", title: "Two questions with one number",
    why: "The portal and the buyer know each answer by its number.",
    fix: "Give one of the two another number, or remove the file that is not needed.", severity: .error,
    scope: .bid)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// The finding for `asked`, or `nil` when no other of `all` has its number.
  ///
  /// - Complexity: O(*n*) in the questions.
  package func finding(for asked: AskedQuestion, among all: [AskedQuestion]) -> Finding? {
    let number = asked.question.number
    let other = all.first { $0.answer != asked.answer && $0.question.number == number }
    guard !number.isEmpty, let other else { return nil }
    return finding(
      "Question \(number) is there twice: \(other.answer.fileName) has that number too.",
      at: Finding.Place(answer: asked.answer))
  }
}
