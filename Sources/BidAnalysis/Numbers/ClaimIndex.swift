import BidLanguage
import BidModel

/// Which blocks make claims in the words of which KPI: they are to be read again when the register's fact
/// of it changes, though they do not quote it.
package struct ClaimIndex: Hashable, Sendable {
  /// For each block with claims the words of each claim's measure.
  private var words: [AnswerID: [BlockID: [Set<String>]]] = [:]
  private var tallies: [AnswerID: [BlockID: NumberReading.Tally]] = [:]

  package init() {}

  /// Notes the claims of one block.
  ///
  /// - Complexity: O(*c*) in the claims.
  package mutating func set(_ claims: [NumberClaim], for block: BlockID, in answer: AnswerID) {
    let named = claims.map { Set($0.metric.stems.map(RegisterMeasures.short)) }
    words[answer, default: [:]][block] = named.isEmpty ? nil : named
  }

  /// Notes how far the numbers of one block were followed.
  package mutating func set(_ tally: NumberReading.Tally, for block: BlockID, in answer: AnswerID) {
    tallies[answer, default: [:]][block] = tally.seen == 0 ? nil : tally
  }

  /// How far the numbers of an answer were followed.
  ///
  /// - Complexity: O(*b*) in the blocks that hold numbers.
  package func tally(of answer: AnswerID) -> NumberReading.Tally {
    (tallies[answer] ?? [:]).values.reduce(NumberReading.Tally(), +)
  }

  /// Forgets the blocks of `answer` that are not among `kept`.
  package mutating func keepOnly(_ kept: Set<BlockID>, of answer: AnswerID) {
    words[answer] = words[answer]?.filter { kept.contains($0.key) }
    tallies[answer] = tallies[answer]?.filter { kept.contains($0.key) }
  }

  /// The blocks of `answer` with a claim that has every word of a KPI's `title`.
  ///
  /// - Complexity: O(*c*) in the claims of the answer.
  package func blocks(of answer: AnswerID, naming title: String) -> [BlockID] {
    let name = RegisterMeasures.words(of: title, with: Stemmer())
    guard !name.isEmpty else { return [] }
    return (words[answer] ?? [:]).filter { $0.value.contains { name.isSubset(of: $0) } }.map(\.key)
  }
}
