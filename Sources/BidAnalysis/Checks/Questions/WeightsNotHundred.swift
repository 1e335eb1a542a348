import BidModel

/// Weights of a bid's questions that do not add up to 100%.
///
/// Questions without a weight, such as those that are passed or failed, are left out; while one has none,
/// only a sum above 100 is surely wrong.
package struct WeightsNotHundred: Check {
  package let about = CheckDescription(
    "weights-not-hundred", title: "Weights that do not add up to 100%",
    why: "A weight that is wrong sends effort to the wrong question.",
    fix: "Compare each question's weight with the buyer's document.", severity: .advice, scope: .bid)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// The finding for the questions of the bid whose file is at `path`, or `nil` when the sum is right.
  ///
  /// - Complexity: O(*n*) in the questions.
  package func finding(_ all: [AskedQuestion], path: String) -> Finding? {
    let weights = all.compactMap(\.question.weight)
    let sum = weights.reduce(0, +)
    // Thirds are written with a place or two: 33.3 three times is meant as 100.
    guard weights.count > 1, sum > 100.5 || sum < 99.5 && weights.count == all.count else { return nil }
    let rounded = (sum * 10).rounded() / 10
    let words = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    return finding(
      "The weights of the \(weights.count) questions add up to \(words)%, not 100%.",
      at: Finding.Place(answer: AnswerID(path)))
  }
}
