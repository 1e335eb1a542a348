import BidModel

/// An answer that is longer than its question allows.
///
/// Counting is not a check's business: whoever has the count asks ``finding(count:limit:answer:)``.
package struct OverLimit: Check {
  package let about = CheckDescription(
    "over-limit", title: "An answer over its limit",
    why: "Buyers strike out or refuse what stands behind the limit.",
    fix: "Cut the text after the limit's mark, or what says the same thing twice.", severity: .error,
    scope: .answer)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// The finding for an answer of `count` words or characters, or `nil` when it is within its limit.
  package func finding(count: Int, limit: Question.Limit?, answer: AnswerID) -> Finding? {
    guard let limit, count > limit.amount else { return nil }
    let over = count - limit.amount
    let unit = over == 1 ? String(limit.unit.rawValue.dropLast()) : limit.unit.rawValue
    return finding(
      "The answer is \(over) \(unit) over its limit of \(limit.amount).",
      at: Finding.Place(answer: answer))
  }
}
