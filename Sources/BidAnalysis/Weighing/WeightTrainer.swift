import BidModel
import Glibc

/// Learns ``LabelWeights`` from labelled sentences.
///
/// Each label is a logistic regression with an L2 penalty, solved in its dual by coordinate ascent (Yu, Huang
/// and Lin, "Dual coordinate descent methods for logistic regression", 2011): every sentence has one
/// variable between 0 and `strength`, the weights are the sum of the sentences' signs times their variables,
/// and one variable after the other is put where its own optimum is, found by halving. Thresholds come
/// from cross-validation by whole documents, since the sentences of one share its subject and its voice.
///
/// Limitations: labels are learnt apart, so that one which always goes with another does not say so; what is
/// seen in one document alone is left out.
package struct WeightTrainer {
  /// A labelled sentence and what is seen in it.
  package struct Example: Sendable {
    package var document: String
    var names: [LabelWeights.Name]
    package var labels: Set<String>
  }

  private let examples: [Example]
  private let labels: [String]
  /// How much the sentences count against the penalty.
  private let strength: Double
  private var names: [LabelWeights.Name] = []
  /// For each example what is seen in it, by index into `names`, with its value.
  private var rows: [[(index: Int, value: Double)]] = []

  /// - Parameter labels: The labels to learn.
  /// - Complexity: O(*n*) in what is seen in all examples.
  package init(_ examples: [Example], labels: [String], strength: Double = 0.6) {
    self.examples = examples
    self.labels = labels
    self.strength = strength
    var documents: [LabelWeights.Name: Set<String>] = [:]
    for example in examples {
      for name in example.names { documents[name, default: []].insert(example.document) }
    }
    names = documents.filter { $1.count > 1 }.map(\.key).sorted { $0.text < $1.text }
    let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    rows = examples.map { example in
      // The bias is the weight of something that is always seen.
      example.names.compactMap { name in indices[name].map { ($0, name.value) } } + [(names.count, 1)]
    }
  }

  /// What is learnt of one label.
  package struct Model: Sendable {
    var weights: [Double]
    var threshold: Double
    /// For each example the chance that weights learnt without its document give the label.
    var chances: [Double]
  }

  /// Learns all labels.
  ///
  /// - Returns: The models in the order of `labels`.
  /// - Complexity: O(*l* · *f* · *p* · *n*) in labels, folds, passes and what is seen in all examples.
  package func models(folds: Int = 5) -> [Model] { labels.map { model($0, folds: folds) } }

  private func model(_ label: String, folds: Int) -> Model {
    let wanted = examples.map { $0.labels.contains(label) }
    let documents = Set(examples.map(\.document)).sorted()
    let fold = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($1, $0 % folds) })
    var chances = Array(repeating: 0.0, count: examples.count)
    for left in 0..<folds {
      let isLeft = { (index: Int) in fold[examples[index].document] == left }
      let weights = weights(of: wanted, over: rows.indices.filter { !isLeft($0) })
      for index in rows.indices where isLeft(index) { chances[index] = Self.chance(rows[index], weights) }
    }
    return Model(
      weights: weights(of: wanted, over: Array(rows.indices)),
      threshold: Self.bestThreshold(chances, wanted: wanted), chances: chances)
  }

  /// The weights that fit the examples `chosen`.
  private func weights(of wanted: [Bool], over chosen: [Int]) -> [Double] {
    var weights = Array(repeating: 0.0, count: names.count + 1)
    var duals = Array(repeating: 0.0, count: rows.count)
    let lengths = rows.map { row in row.reduce(0) { $0 + $1.value * $1.value } }
    for _ in 0..<60 {
      var greatest = 0.0
      for index in chosen {
        let sign = wanted[index] ? 1.0 : -1.0
        let margin = sign * Self.sum(rows[index], weights)
        let step = Self.step(from: duals[index], margin: margin, length: lengths[index], strength: strength)
        greatest = max(greatest, abs(step))
        duals[index] += step
        for item in rows[index] { weights[item.index] += step * sign * item.value }
      }
      if greatest < 0.002 * strength { break }
    }
    return weights
  }

  /// How far one variable is from its optimum, where `dual = strength / (1 + exp(margin))`.
  private static func step(from dual: Double, margin: Double, length: Double, strength: Double) -> Double {
    var (low, high) = (-dual, strength - dual)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      let excess = dual + middle - strength / (1 + exp(margin + middle * length))
      if excess > 0 { high = middle } else { low = middle }
    }
    return (low + high) / 2
  }

  private static func sum(_ row: [(index: Int, value: Double)], _ weights: [Double]) -> Double {
    row.reduce(0) { $0 + weights[$1.index] * $1.value }
  }

  private static func chance(_ row: [(index: Int, value: Double)], _ weights: [Double]) -> Double {
    1 / (1 + exp(-sum(row, weights)))
  }

  /// The threshold with the greatest F1.
  static func bestThreshold(_ chances: [Double], wanted: [Bool]) -> Double {
    let steps = stride(from: 0.15, through: 0.7, by: 0.01)
    return steps.max { score($0, chances, wanted) < score($1, chances, wanted) } ?? 0.5
  }

  private static func score(_ threshold: Double, _ chances: [Double], _ wanted: [Bool]) -> Double {
    var tally = Tally()
    for (chance, isWanted) in zip(chances, wanted) {
      switch (chance >= threshold, isWanted) {
      case (true, true): tally.hits += 1
      case (true, false): tally.falseAlarms += 1
      case (false, true): tally.misses += 1
      case (false, false): break
      }
    }
    return tally.f1
  }

  /// The models as data, without what says next to nothing.
  ///
  /// - Complexity: O(*n* · *l*) in what is seen and labels.
  package func weights(_ models: [Model], id: String, title: String, version: String, least: Double = 0.15)
    -> LabelWeights
  {
    var weights = LabelWeights(
      id: id, title: title, version: version,
      labels: zip(labels, models).map { label, model in
        LabelWeights.Label(label, bias: model.weights[names.count], threshold: model.threshold)
      })
    for (index, name) in names.enumerated() {
      let says = models.indices.compactMap { label -> LabelWeights.Weight? in
        let weight = models[label].weights[index]
        return abs(weight) < least ? nil : LabelWeights.Weight(label: label, weight: weight)
      }
      if !says.isEmpty { weights.features[name] = says }
    }
    return weights
  }

  /// Compares what weights learnt without each document say of it with its labels.
  package func tallies(_ models: [Model]) -> [Tally] {
    zip(labels, models).map { label, model in
      var tally = Tally()
      for (example, chance) in zip(examples, model.chances) {
        switch (chance >= model.threshold, example.labels.contains(label)) {
        case (true, true): tally.hits += 1
        case (true, false): tally.falseAlarms += 1
        case (false, true): tally.misses += 1
        case (false, false): break
        }
      }
      return tally
    }
  }
}
