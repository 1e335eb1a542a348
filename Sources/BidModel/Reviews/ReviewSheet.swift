/// Everything that one person has to say of one question in one round: the content of their own file,
/// which nobody else writes.
package struct ReviewSheet: Hashable, Sendable {
  package var round: String
  package var person: String
  /// The question's number; the answer's file name without its ending when it has none.
  package var question: String
  /// When they opened it first; empty when they have not.
  package var started = ""
  /// When they handed in their score or their word; empty before.
  package var submitted = ""
  /// The file in `history/` that they read; empty for none.
  package var version = ""
  /// How long they have read, in seconds.
  package var seconds = 0
  /// When they left it last, and at which sentence: where to go on.
  package var left = ""
  /// The sentence they left it at, from 0.
  package var reached = 0
  package var scores: [QuestionScore] = []
  package var found: [SubAskFound] = []
  package var comments: [ReviewComment] = []
  package var replies: [ReviewReply] = []
  package var resolutions: [ReviewResolution] = []
  package var verifications: [ReviewVerification] = []
  package var moderations: [Moderation] = []
  package var signOff: SignOff?

  package init(round: String, person: String, question: String) {
    self.round = round
    self.person = person
    self.question = question
  }

  /// Whether it says nothing, so that no file is due.
  package var isBlank: Bool {
    self == ReviewSheet(round: round, person: person, question: question)
  }

  /// An id that no comment of the sheet has.
  package var nextCommentID: String {
    let numbers = comments.compactMap { Int($0.id.dropFirst(person.count + 1)) }
    return "\(person)-\((numbers.max() ?? 0) + 1)"
  }

  /// The score of a criterion, or of the question as a whole.
  package func score(of criterion: String) -> QuestionScore? { scores.first { $0.criterion == criterion } }

  /// The mean of the scores; `nil` without one.
  package var meanScore: Double? {
    scores.isEmpty ? nil : scores.reduce(0) { $0 + $1.score } / Double(scores.count)
  }
}
