import BidAnalysis

/// Random test data that comes out the same for the same seed.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var random: SplitMix64

  /// Data that begins at `seed`.
  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The next 64 bits.
  package mutating func next() -> UInt64 { random.next() }

  /// One of `choices`, which is not empty.
  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }

  /// A number from 0 to below `limit`, which is positive.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Whether something that happens once in `times` happens.
  package mutating func happens(oneIn times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}
