import BidModel
import Screen

/// What `fivefold review status` and `moderate` print.
package enum ReviewStatus {
  /// Who has handed in how much in each round, and how many comments are open.
  package static func text(_ session: BidSession, _ review: ReviewContext) -> String {
    var lines = ["You are \(review.name(of: review.me)) (\(review.identity.source.rawValue))."]
    let total = session.answers.count
    for round in review.book.rounds {
      let sheets = review.book.sheets.filter { $0.round == round.id && review.book.hasBegun($0) }
      let people = Set(sheets.map(\.person)).sorted()
      lines.append("\(round.title): \(people.isEmpty ? "nobody has begun" : round.who)")
      for person in people {
        let own = sheets.filter { $0.person == person }
        let done = own.filter { !$0.submitted.isEmpty }.count
        let minutes = own.reduce(0) { $0 + $1.seconds } / 60
        lines.append(
          "  " + TextWidth.pad(review.name(of: person), columns: 24)
            + " \(done) of \(total) handed in, \(own.reduce(0) { $0 + $1.comments.count }) comments, \(minutes) min"
        )
      }
    }
    let fixes = review.book.fixes(seenBy: review.me)
    let counts = FixItem.Status.allCases.map { status in (fixes.count { $0.status == status }, status) }
      .filter { $0.0 > 0 || $0.1 != .withdrawn }.map { "\($0.0) \($0.1.rawValue)" }
    lines.append("Comments you may see: " + counts.joined(separator: ", ") + ".")
    let signed = session.answers.filter { open in
      review.book.signOff(of: open.reviewKey).map { signed in
        signed.signOff.change(to: open.answer, values: session.values) == nil
      } ?? false
    }
    lines.append("Signed: \(signed.count) of \(total).")
    return lines.joined(separator: "\n")
  }

  /// All scores of a round's questions side by side, with spread, agreed score and rationale.
  package static func moderation(
    _ session: BidSession, _ review: ReviewContext, round: String, question: String? = nil
  ) -> String {
    var lines: [String] = []
    for open in session.answers where question == nil || open.reviewKey == question {
      let rows = moderationLines(of: open, review, round: round)
      guard !rows.isEmpty else { continue }
      lines.append(open.name)
      lines += rows.map { "  \($0)" }
    }
    return lines.isEmpty ? "Nobody has handed in a score that you may see." : lines.joined(separator: "\n")
  }

  static func moderationLines(of open: OpenAnswer, _ review: ReviewContext, round: String) -> [String] {
    let sheets = review.book.visibleSheets(on: open.reviewKey, as: review.me, in: round)
      .filter { !$0.submitted.isEmpty }
    var lines: [String] = []
    for sheet in sheets {
      for score in sheet.scores {
        let criterion = score.criterion.isEmpty ? "" : " (\(score.criterion))"
        let lift = score.lift.isEmpty ? "" : " To lift it: \(score.lift.sentence)"
        lines.append(
          "\(review.name(of: sheet.person))\(criterion): \(score.score.short) – \(score.reason.sentence)\(lift)"
        )
      }
    }
    guard !lines.isEmpty else { return [] }
    if let spread = review.book.spread(of: open.reviewKey, in: round, seenBy: review.me) {
      lines.append("Spread: \(spread.short)")
    }
    for (person, agreed) in review.book.moderations(of: open.reviewKey, in: round, seenBy: review.me) {
      let criterion = agreed.criterion.isEmpty ? "" : " (\(agreed.criterion))"
      lines.append(
        "Agreed\(criterion): \(agreed.score.short) – \(agreed.rationale) (\(review.name(of: person)))")
    }
    return lines
  }
}
