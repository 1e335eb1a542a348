import BidModel

/// One thing a block says, for a check that compares places with each other.
package struct CheckFact: Hashable, Sendable {
  /// What it is about: facts are compared with those of the same key only.
  package var key: String
  /// What it says about that.
  package var value: String
  /// UTF-8 bytes of the block's text.
  package var range: Range<Int>
  /// The words, for a message.
  package var quote: String

  /// Words that can take the quote's place; `nil` where only the writer knows.
  package var better: String?

  package init(key: String, value: String, range: Range<Int>, quote: String, better: String? = nil) {
    self.key = key
    self.value = value
    self.range = range
    self.quote = quote
    self.better = better
  }
}

/// A fact where it stands.
package struct FactUse: Hashable, Sendable {
  package var fact: CheckFact
  package var place: Finding.Place
  /// Number and title of the question, for a message.
  package var answer: String

  package init(_ fact: CheckFact, place: Finding.Place, answer: String) {
    self.fact = fact
    self.place = place
    self.answer = answer
  }
}
