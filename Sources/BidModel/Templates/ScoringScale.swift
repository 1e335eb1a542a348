/// The scores a buyer gives, with the words that go with each.
package struct ScoringScale: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var id: String
  /// What the scale is called.
  package var title: String
  /// The scores that can be given, the lowest first.
  package var points: [Point]

  package init(id: String, title: String, points: [Point]) {
    self.id = id
    self.title = title
    self.points = points
  }

  /// One score of a scale.
  package struct Point: Hashable, Sendable {
    /// The score, or for pass and fail 1 and 0.
    package var score: Double
    /// The score in a word, such as *good*.
    package var word: String
    /// What an answer with this score is like.
    package var descriptor: String

    package init(score: Double, word: String, descriptor: String) {
      self.score = score
      self.word = word
      self.descriptor = descriptor
    }
  }
}
