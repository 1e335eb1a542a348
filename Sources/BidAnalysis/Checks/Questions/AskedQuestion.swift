import BidModel

/// A question of the bid and what is known of its answer, for checks that look at no text.
package struct AskedQuestion: Sendable {
  package var answer: AnswerID
  package var question: Question
  /// Whether no counted part holds a word.
  package var isUnwritten: Bool

  package init(answer: AnswerID, question: Question, isUnwritten: Bool) {
    self.answer = answer
    self.question = question
    self.isUnwritten = isUnwritten
  }
}
