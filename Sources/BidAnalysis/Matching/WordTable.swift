import BidLanguage

/// Gives each distinct word of the texts read a small number, and remembers what is known of it.
///
/// An open-addressing table over the words' bytes with ASCII letters in lower case, so that a word
/// seen before costs one hash and one comparison and makes no `String`. It is a cache: after
/// `capacity` distinct words it starts anew, and no reading depends on what it holds.
struct WordTable {
  private var atoms: AtomTable
  /// Index into `words` plus one, or 0 for a free slot; its size is a power of two.
  private var slots: [Int32]
  private var words: [Word] = []
  /// Bytes of all words, one after the other.
  private var arena: [UInt8] = []
  /// Features of all words, one after the other.
  private(set) var features: [Feature] = []

  private struct Word {
    var hash: UInt32
    var start: Int32
    var count: Int32
    var firstFeature: Int32
    var featureCount: Int32
    /// In ``vocabulary``.
    var stem: Int32
  }

  /// The stems that are numbered.
  private(set) var vocabulary: StemVocabulary
  /// Whether stems never seen are taken into the vocabulary.
  private let learnsStems: Bool

  /// Distinct words kept before starting anew: an English bid uses some 5,000.
  private static let capacity = 50_000

  init(atoms: AtomTable, vocabulary: StemVocabulary = StemVocabulary(), learnsStems: Bool = false) {
    self.atoms = atoms
    self.vocabulary = vocabulary
    self.learnsStems = learnsStems
    slots = Array(repeating: 0, count: 4096)
  }

  /// A table that knows the same words, for another thread.
  func twin() -> WordTable {
    var twin = self
    twin.atoms = atoms.twin()
    return twin
  }

  /// The number of the word that the bytes spell.
  ///
  /// - Complexity: O(*n*) in the length of the word; a word never seen is stemmed once.
  mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(Self.folded(byte))) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = slots[slot] - 1
      if words[Int(index)].hash == hash, matches(words[Int(index)], bytes) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(bytes, hash: hash)
  }

  /// Where the features of the word at `index` stand in ``features``.
  func featureRange(of index: Int32) -> Range<Int> {
    let word = words[Int(index)]
    return Int(word.firstFeature)..<Int(word.firstFeature + word.featureCount)
  }

  /// The number of the stem of the word at `index`.
  func stem(of index: Int32) -> Int32 { words[Int(index)].stem }

  /// The number of a stem or sign.
  mutating func number(of stem: String) -> Int32 {
    learnsStems ? vocabulary.take(stem) : vocabulary.number(of: stem)
  }

  /// Forgets all words when there are too many; to be called between texts.
  mutating func trim() {
    guard words.count > Self.capacity else { return }
    words.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    features.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
    if words.count * 2 > slots.count { grow() }
    let form = Tokenizer.normalised(bytes)
    let found = atoms.features(of: form)
    let stem = number(of: atoms.stem(of: form))
    let index = Int32(words.count)
    words.append(
      Word(
        hash: hash, start: Int32(arena.count), count: Int32(bytes.count),
        firstFeature: Int32(features.count), featureCount: Int32(found.count), stem: stem))
    arena.append(contentsOf: bytes.lazy.map(Self.folded))
    features.append(contentsOf: found)
    place(index, hash: hash)
    return index
  }

  private mutating func place(_ index: Int32, hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = index + 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in words.indices { place(Int32(index), hash: words[index].hash) }
  }

  private func matches(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(word.count) == bytes.count else { return false }
    let start = Int(word.start)
    for offset in 0..<bytes.count where arena[start + offset] != Self.folded(bytes[offset]) { return false }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
