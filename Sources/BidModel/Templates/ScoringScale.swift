/// The scores a buyer gives, with the words that go with each.
package struct ScoringScale: Hashable, Sendable {
  package var id: String
  package var title: String
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
    package var word: String
    package var descriptor: String

    package init(score: Double, word: String, descriptor: String) {
      self.score = score
      self.word = word
      self.descriptor = descriptor
    }
  }
}
