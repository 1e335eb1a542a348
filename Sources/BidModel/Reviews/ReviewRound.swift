/// A kind of review pass, as a template of `Templates/rounds/` says it: who comes, what is asked of them,
/// and what they see.
package struct ReviewRound: Hashable, Sendable, Identifiable {
  package var id: String
  package var title: String
  /// Who reviews, in one sentence.
  package var who: String
  /// What is asked of them, one by one.
  package var asks: [String]
  /// Whether others' scores and comments on a question stay hidden until one's own is submitted.
  package var isIndependent: Bool
  /// Whether questions are scored.
  package var isScored: Bool
  /// Whether answers are signed.
  package var isSigned: Bool
  /// Whether reviewers see what an evaluator sees, the text, question and scale alone, until they have
  /// scored.
  package var isBlind: Bool
  /// Its place among rounds: pink before red before gold.
  package var order: Int

  package init(
    id: String, title: String, who: String, asks: [String], isIndependent: Bool = false,
    isScored: Bool = false, isSigned: Bool = false, isBlind: Bool = false, order: Int = 0
  ) {
    self.id = id
    self.title = title
    self.who = who
    self.asks = asks
    self.isIndependent = isIndependent
    self.isScored = isScored
    self.isSigned = isSigned
    self.isBlind = isBlind
    self.order = order
  }
}
