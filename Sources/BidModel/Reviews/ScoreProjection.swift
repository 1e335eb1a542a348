/// What the scores so far come to, by the bid's own weights: never mixed with coverage.
package struct ScoreProjection: Hashable, Sendable {
  /// In the order of the questions.
  package var rows: [Row]
  /// The share of the whole award that quality has, in percent; `nil` when the bid does not say.
  package var qualityShare: Double?

  /// One question.
  package struct Row: Hashable, Sendable {
    package var question: String
    package var title: String
    /// In percent of the quality marks.
    package var weight: Double
    /// The standing score; `nil` before anybody has handed one in.
    package var score: Double?
    /// The highest score of the scale.
    package var highest: Double
    /// The score below which the bid fails.
    package var minimum: Double?
    package var isPassFail: Bool
    /// What the score is worth, in percent of the question's weight.
    package var percent: Double?
    /// Weighted marks that the next point of the scale would bring; 0 at the top or without a score.
    package var nextMark: Double

    /// Weighted marks: the question's share of the quality marks that the score earns.
    package var points: Double? { percent.map { $0 * weight / 100 } }

    /// Whether the score is below the minimum, or a fail.
    package var fails: Bool {
      guard let score else { return false }
      return isPassFail ? score < (minimum ?? highest) : minimum.map { score < $0 } ?? false
    }
  }

  /// What a question brings to the projection.
  package struct Entry: Hashable, Sendable {
    package var question: String
    package var title: String
    package var weight: Double
    package var minimum: Double?
    package var isPassFail: Bool
    package var score: Double?
    package var scale: ScoringScale

    package init(
      question: String, title: String, weight: Double, minimum: Double? = nil, isPassFail: Bool = false,
      score: Double?, scale: ScoringScale
    ) {
      self.question = question
      self.title = title
      self.weight = weight
      self.minimum = minimum
      self.isPassFail = isPassFail
      self.score = score
      self.scale = scale
    }
  }

  /// - Complexity: O(*n* · *p*) in the questions and the points of their scales.
  package init(_ entries: [Entry], points: PointsToPercent, qualityShare: Double?) {
    self.qualityShare = qualityShare
    rows = entries.map { entry in
      let highest = entry.scale.points.last?.score ?? 0
      let worth = { (score: Double) in points.percent(of: score, on: entry.scale) }
      var gain = 0.0
      if let score = entry.score, !entry.isPassFail,
        let next = entry.scale.points.first(where: { $0.score > score })?.score
      {
        gain = (worth(next) - worth(score)) * entry.weight / 100
      }
      return Row(
        question: entry.question, title: entry.title, weight: entry.weight, score: entry.score,
        highest: highest, minimum: entry.minimum, isPassFail: entry.isPassFail,
        percent: entry.isPassFail ? nil : entry.score.map(worth), nextMark: gain)
    }
  }

  /// Weighted marks earned so far, of 100 quality marks.
  package var total: Double { rows.reduce(0) { $0 + ($1.points ?? 0) } }
  /// The weight of the questions that have a score.
  package var scoredWeight: Double { rows.reduce(0) { $0 + ($1.percent == nil ? 0 : $1.weight) } }
  /// The weight of all questions that are scored for marks.
  package var weight: Double { rows.reduce(0) { $0 + ($1.isPassFail ? 0 : $1.weight) } }
  /// Questions whose score fails the bid.
  package var failures: [Row] { rows.filter(\.fails) }
  /// Questions where the next mark brings something, the most first.
  package var nextMarks: [Row] {
    rows.filter { $0.nextMark > 0 }.sorted { ($1.nextMark, $0.question) < ($0.nextMark, $1.question) }
  }
}

/// How a bid turns points of a scale into percent of a question's weight.
package struct PointsToPercent: Hashable, Sendable {
  /// The bid's own steps, rising; empty to share out evenly.
  package var steps: [Step]

  /// What one score is worth.
  package struct Step: Hashable, Sendable {
    package var score: Double
    package var percent: Double

    package init(score: Double, percent: Double) {
      self.score = score
      self.percent = percent
    }
  }

  package init(_ steps: [Step] = []) { self.steps = steps.sorted { $0.score < $1.score } }

  /// What `score` is worth on `scale`, in percent: by the bid's steps, between two of them in proportion; else
  /// as its share of the highest score.
  package func percent(of score: Double, on scale: ScoringScale) -> Double {
    guard let first = steps.first, let last = steps.last else {
      let highest = scale.points.last?.score ?? 0
      return highest > 0 ? max(0, min(100, score / highest * 100)) : 0
    }
    if score <= first.score { return first.percent }
    for (low, high) in zip(steps, steps.dropFirst()) where score <= high.score {
      return low.percent + (high.percent - low.percent) * (score - low.score) / (high.score - low.score)
    }
    return last.percent
  }
}
