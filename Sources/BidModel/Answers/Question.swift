/// What a buyer asks, and how it will be marked: the front matter of an answer, read.
package struct Question: Hashable, Sendable {
  /// The buyer's own number, such as `2.1`.
  package var number: String = ""
  /// A short name for the outline.
  package var title: String = ""
  /// The buyer's words, verbatim.
  package var text: String = ""
  /// The things the question asks for, one by one.
  package var subAsks: [String] = []
  /// Share of the quality marks, in percent.
  package var weight: Double?
  /// How long the answer may be.
  package var limit: Limit?
  /// The most pages that the buyer takes, which no count can judge; `nil` for a limit of text.
  package var pageLimit: Int?
  /// Id of the scoring scale.
  package var scale: String?
  /// The score below which the bid fails.
  package var minimumScore: Int?
  /// The buyer's criterion, kept apart from themes.
  package var criterion: String?
  /// Whether the question is marked pass or fail.
  package var isPassFail = false
  /// Keys of the themes the question asks for; the rest are shown grey.
  package var targetThemes: [String] = []
  /// Id of the answer template.
  package var template: String?
  /// The version of it that the answer was begun with, or brought to.
  package var templateVersion: String?
  /// Where the work on the answer stands.
  package var state: AnswerState = .notStarted
  /// Person who writes.
  package var writer: String?
  /// Person who knows the subject.
  package var expert: String?
  /// People who review.
  package var reviewers: [String] = []
  /// Day the draft is due, as written: `2026-11-27`.
  package var due: String?

  /// A question of which nothing is known.
  package init() {}

  /// Whether `other` asks for the same things in the same words, whoever writes and however it stands.
  package func asksTheSame(as other: Question) -> Bool {
    (number, title, text, subAsks, criterion) == (
      other.number, other.title, other.text, other.subAsks, other.criterion
    )
  }

  /// How long an answer may be.
  package struct Limit: Hashable, Sendable {
    /// How much, in `unit`.
    package var amount: Int
    /// What is counted.
    package var unit: CountUnit

    package init(amount: Int, unit: CountUnit) {
      self.amount = amount
      self.unit = unit
    }
  }
}

/// Where the work on an answer stands.
package enum AnswerState: String, CaseIterable, Hashable, Sendable {
  case notStarted = "not started"
  case planned, drafting
  case inReview = "in review"
  case fixing, signed
}
