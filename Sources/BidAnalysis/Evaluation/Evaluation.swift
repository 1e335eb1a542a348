/// Compares readings with labels, document by document.
///
/// Each label has its own tally; a group's *micro* F1 sums the tallies of its labels, its *macro* F1 is
/// the mean of their F1. Intervals come from drawing whole documents anew, with replacement, since the
/// sentences of one document share its subject and its voice.
///
/// Limitations: with few documents the intervals are wide, and too narrow for labels that occur in two
/// or three of them.
package struct Evaluation: Sendable {
  package typealias Label = SentenceLabels.Label

  /// Every label that may be given, in the order to be shown.
  package let labels: [Label]
  /// For each document, for each label, its tally.
  private var documents: [String: [Tally]] = [:]
  /// Labels that were wanted and not given, in the order of the text.
  package private(set) var misses: [Fault] = []
  /// Labels that were given and not wanted.
  package private(set) var falseAlarms: [Fault] = []
  /// The number of sentences compared.
  package private(set) var sentenceCount = 0

  /// One label of one sentence that differs.
  package struct Fault: Hashable, Sendable {
    package var label: Label
    /// The sentence's id.
    package var id: String
    package var text: String
  }

  package init(labels: [Label]) { self.labels = labels }

  /// The number of documents compared.
  package var documentCount: Int { documents.count }

  /// Compares one sentence. Its document is its id up to the first hyphen.
  package mutating func add(id: String, text: String, wanted: SentenceLabels, given: SentenceLabels) {
    let document = String(id.prefix { $0 != "-" })
    var tallies = documents[document] ?? Array(repeating: Tally(), count: labels.count)
    for (index, label) in labels.enumerated() {
      switch (wanted.labels.contains(label), given.labels.contains(label)) {
      case (true, true): tallies[index].hits += 1
      case (true, false):
        tallies[index].misses += 1
        misses.append(Fault(label: label, id: id, text: text))
      case (false, true):
        tallies[index].falseAlarms += 1
        falseAlarms.append(Fault(label: label, id: id, text: text))
      case (false, false): break
      }
    }
    documents[document] = tallies
    sentenceCount += 1
  }

  /// The tally of each label over all documents.
  ///
  /// - Complexity: O(*d* · *l*) in documents and labels.
  package func tallies() -> [Tally] { Self.sum(of: Array(documents.values), count: labels.count) }

  /// The tally of a group's labels together.
  package func micro(_ group: SentenceLabels.Group) -> Tally { micro(group, tallies()) }

  /// The mean F1 of a group's labels that were wanted or given at all.
  package func macro(_ group: SentenceLabels.Group) -> Double {
    let scores = zip(labels, tallies()).filter { $0.group == group && !$1.isEmpty }.map { $1.f1 }
    return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
  }

  /// The 95% intervals of F1: of each label, then of each group's micro F1.
  ///
  /// The draws are the same in every run.
  ///
  /// - Complexity: O(*n* · *d* · *l*) in draws, documents and labels.
  package func intervals(draws: Int = 1000) -> (labels: [ClosedRange<Double>], groups: [ClosedRange<Double>])
  {
    let groups = SentenceLabels.Group.allCases
    let pool = documents.sorted { $0.key < $1.key }.map(\.value)
    var scores = Array(repeating: [Double](), count: labels.count + groups.count)
    var random = SplitMix64(seed: 2026)
    for _ in 0..<(pool.isEmpty ? 0 : draws) {
      let drawn = Self.sum(
        of: pool.indices.map { _ in pool[Int(random.next() % UInt64(pool.count))] }, count: labels.count)
      for index in labels.indices { scores[index].append(drawn[index].f1) }
      for (index, group) in groups.enumerated() {
        scores[labels.count + index].append(micro(group, drawn).f1)
      }
    }
    let ranges = scores.map { Self.middle($0) }
    return (Array(ranges.prefix(labels.count)), Array(ranges.suffix(groups.count)))
  }

  private func micro(_ group: SentenceLabels.Group, _ tallies: [Tally]) -> Tally {
    var sum = Tally()
    for (label, tally) in zip(labels, tallies) where label.group == group { sum += tally }
    return sum
  }

  private static func sum(of documents: [[Tally]], count: Int) -> [Tally] {
    documents.reduce(into: Array(repeating: Tally(), count: count)) { sum, tallies in
      for index in sum.indices { sum[index] += tallies[index] }
    }
  }

  /// The middle 95 percent of `scores`.
  private static func middle(_ scores: [Double]) -> ClosedRange<Double> {
    guard !scores.isEmpty else { return 0...0 }
    let sorted = scores.sorted()
    let last = Double(sorted.count - 1)
    return sorted[Int(last * 0.025)]...sorted[Int((last * 0.975).rounded(.up))]
  }
}
