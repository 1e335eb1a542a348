import BidModel

/// A writer who is not in the bid's team.
package struct WriterNotInTeam: Check {
  package let about = CheckDescription(
    "writer-not-in-team", title: "A writer who is not in the bid's team",
    why: "A name that is mistyped belongs to nobody, and the question is left.",
    fix: "Add them to team in bid.yaml, or choose someone of the team (Alt-Shift-A).", severity: .advice,
    scope: .answer)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}

  /// The finding for `asked`, or `nil` when the writer is one of `team`, or no team is named.
  ///
  /// - Complexity: O(*n*) in the team.
  package func finding(for asked: AskedQuestion, team: [String]) -> Finding? {
    guard let writer = asked.question.writer, !writer.isEmpty, !team.isEmpty,
      !team.contains(where: { $0.lowercased() == writer.lowercased() })
    else { return nil }
    return finding(
      "The writer ‘\(writer)’ is not in the bid's team.", at: Finding.Place(answer: asked.answer))
  }
}
