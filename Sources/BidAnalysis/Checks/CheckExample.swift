import BidModel

/// A text that shows what a check finds or leaves alone.
///
/// A string literal is one paragraph of one answer. Blocks are parted by an empty line; `### ` begins a
/// heading and `- ` a list item.
package struct CheckExample: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text of each answer.
  package var answers: [String]
  /// The question that the answers respond to.
  package var question: Question
  /// The part that the text stands in.
  package var part: String

  package init(_ answers: String..., question: Question = Question(), part: String = "our-role") {
    self.answers = answers
    self.question = question
    self.part = part
  }

  package init(stringLiteral text: String) { self.init(text) }
}
