import BidModel

/// An answer that is longer than its question allows.
package enum OverLimit {
  /// The check's id.
  package static let id = "over-limit"

  /// The finding for an answer of `count` words or characters, or `nil` when it is within its limit.
  package static func finding(count: Int, limit: Question.Limit?, answer: AnswerID) -> Finding? {
    guard let limit, count > limit.amount else { return nil }
    let over = count - limit.amount
    let unit = over == 1 ? String(limit.unit.rawValue.dropLast()) : limit.unit.rawValue
    return Finding(
      check: id, severity: .error,
      message: "The answer is \(over) \(unit) over its limit of \(limit.amount).",
      fix: "Cut the text after the limit's mark, or what says the same thing twice.",
      place: Finding.Place(answer: answer))
  }
}
