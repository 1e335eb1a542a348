import BidModel

/// Packs what is seen in a sentence into a number, so that looking its weights up makes no text.
enum Key {
  static let opening: UInt64 = 7 << 60

  static func word(_ stem: Int32) -> UInt64 { 1 << 60 | low(stem) }
  static func pair(_ first: Int32, _ second: Int32) -> UInt64 { 2 << 60 | low(first) << 28 | low(second) }
  static func reading(_ label: Int) -> UInt64 { 3 << 60 | UInt64(label) }
  static func part(_ number: Int32) -> UInt64 { 4 << 60 | low(number) }
  static func wordBefore(_ stem: Int32) -> UInt64 { 5 << 60 | low(stem) }
  static func readingBefore(_ label: Int) -> UInt64 { 6 << 60 | UInt64(label) }

  /// A stem's number in 28 bits; an unknown stem is the greatest.
  private static func low(_ number: Int32) -> UInt64 { UInt64(UInt32(bitPattern: number)) & 0xFFF_FFFF }
}

/// Numbers stems and parts while weights are compiled.
struct KeyCompiler {
  private(set) var vocabulary = StemVocabulary()
  private(set) var parts: [String: Int32] = [:]
  private let labels: [String]

  init(labels: [String]) { self.labels = labels }

  /// The key of `name`; `nil` for a label that the reader does not give.
  mutating func key(of name: LabelWeights.Name) -> UInt64? {
    switch name {
    case .word(let stem): return Key.word(vocabulary.take(stem))
    case .pair(let first, let second): return Key.pair(vocabulary.take(first), vocabulary.take(second))
    case .reading(let label): return labels.firstIndex(of: label).map(Key.reading)
    case .part(let key):
      let number = parts[key] ?? Int32(parts.count)
      parts[key] = number
      return Key.part(number)
    case .wordBefore(let stem): return Key.wordBefore(vocabulary.take(stem))
    case .readingBefore(let label): return labels.firstIndex(of: label).map(Key.readingBefore)
    case .opening: return Key.opening
    }
  }

  /// The number of a stem.
  mutating func take(_ stem: String) -> Int32 { vocabulary.take(stem) }
}
