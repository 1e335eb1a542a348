/// A reviewer's score of a question, or of one criterion of it.
package struct QuestionScore: Hashable, Sendable {
  /// The buyer's criterion; empty for the question as a whole.
  package var criterion: String
  /// On the question's scale.
  package var score: Double
  /// Why; never empty.
  package var reason: String
  /// What would lift it by one mark.
  package var lift: String

  package init(criterion: String = "", score: Double, reason: String, lift: String = "") {
    self.criterion = criterion
    self.score = score
    self.reason = reason
    self.lift = lift
  }
}

/// Where a reviewer found the answer to a sub-ask, or that they did not.
package struct SubAskFound: Hashable, Sendable {
  /// Which sub-ask, from 1.
  package var ask: Int
  /// `nil` when it was looked for and not found.
  package var anchor: TextAnchor?

  package init(ask: Int, anchor: TextAnchor?) {
    self.ask = ask
    self.anchor = anchor
  }
}

/// The score that reviewers agreed on, and why.
package struct Moderation: Hashable, Sendable {
  /// The buyer's criterion; empty for the question as a whole.
  package var criterion: String
  package var score: Double
  package var rationale: String
  package var at: String

  package init(criterion: String = "", score: Double, rationale: String, at: String) {
    self.criterion = criterion
    self.score = score
    self.rationale = rationale
    self.at = at
  }
}
