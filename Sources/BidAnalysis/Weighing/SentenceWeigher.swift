import BidLanguage
import BidModel
import Glibc

/// Weighs what is seen in a sentence: which labels it holds, and by which words.
///
/// Limitations: a label's reasons are the words that weigh most for it by themselves and with their
/// neighbours; what a pattern or the place in the answer adds has no word to show, and words that hold the
/// sentence together are passed over, so that a label may have the whole sentence for its reason.
struct SentenceWeigher {
  /// What a sentence lends the next: what was seen in it.
  struct Seen {
    var stems: [Int32]
    /// The labels that the patterns gave it, a bit each.
    var readings: UInt64
  }

  /// The labels as the reader numbers them, for each that the weights decide.
  private let labels: [(index: Int, bias: Float, least: Float)]
  private let vocabulary: StemVocabulary
  private let partNumbers: [String: Int32]
  /// Where the weights of something seen stand in `says`, by its packed key.
  private let rows: [UInt64: Range<Int32>]
  private let says: [(label: Int32, weight: Float)]
  /// The stems of the ends of a sentence.
  private let ends: (first: Int32, last: Int32)
  /// The labels that the weights decide, a bit each.
  let decided: UInt64
  /// Where the pitfalls begin among the reader's labels.
  private let firstPitfall: Int
  /// The stems of ``FunctionWords``, as far as the weights speak of them.
  private let functionWords: Set<Int32>

  /// What a sentence holds by its weight.
  struct Verdict {
    /// The labels it holds, a bit each as the reader numbers them.
    var given: UInt64 = 0
    /// Those of them that pass their threshold clearly.
    var firm: UInt64 = 0
  }

  /// How far beyond its threshold, in log odds, a label is given clearly: its odds are almost three times those
  /// that would do.
  private static let firmness: Float = 1
  /// What a word must weigh to be shown as a reason.
  private static let leastReason: Float = 0.2

  /// - Parameters:
  ///   - names: The reader's labels in its order, the pitfalls last; at most 64.
  ///   - pitfalls: How many of them are pitfalls.
  /// - Complexity: O(*n*) in the weights.
  init(_ weights: LabelWeights, labels names: [String], pitfalls: Int) {
    firstPitfall = names.count - pitfalls
    let places = weights.labels.map { label in names.firstIndex(of: label.name) }
    labels = zip(weights.labels, places).map { label, index in
      let chance = min(max(label.threshold, 0.001), 0.999)
      return (index ?? -1, Float(label.bias), Float(Self.logOdds(chance)))
    }
    decided = places.reduce(0) { mask, index in index.map { mask | 1 << UInt64($0) } ?? mask }
    var compiler = KeyCompiler(labels: names)
    var rows: [UInt64: Range<Int32>] = [:]
    var says: [(label: Int32, weight: Float)] = []
    rows.reserveCapacity(weights.features.count)
    for (name, words) in weights.features {
      guard let key = compiler.key(of: name) else { continue }
      let start = Int32(says.count)
      for word in words where places[word.label] != nil {
        says.append((Int32(word.label), Float(word.weight * name.value)))
      }
      rows[key] = start..<Int32(says.count)
    }
    ends = (compiler.take("^"), compiler.take("$"))
    let stemmer = Stemmer()
    let known = compiler.vocabulary
    functionWords = Set(FunctionWords.all.map { known.number(of: stemmer.stem($0)) })
    (self.rows, self.says) = (rows, says)
    (vocabulary, partNumbers) = (compiler.vocabulary, compiler.parts)
  }

  /// The stems that the weights speak of.
  var stems: StemVocabulary { vocabulary }

  /// The labels a sentence holds.
  ///
  /// - Complexity: O(*n*) in its words and those of the sentence before.
  func verdict(on seen: Seen, part: String?, after before: Seen?) -> Verdict {
    var sums = labels.map(\.bias)
    func add(_ key: UInt64) {
      guard let row = rows[key] else { return }
      for index in row { sums[Int(says[Int(index)].label)] += says[Int(index)].weight }
    }
    forEachOnce(seen.stems) { add(Key.word($0)) }
    forEachOnce(pairs(of: seen.stems), add)
    forEachBit(of: seen.readings) { add(Key.reading($0)) }
    if let part, let number = partNumbers[part] { add(Key.part(number)) }
    if let before {
      forEachOnce(before.stems) { add(Key.wordBefore($0)) }
      forEachBit(of: before.readings) { add(Key.readingBefore($0)) }
    } else {
      add(Key.opening)
    }
    var verdict = Verdict()
    var best: (index: Int, margin: Float)?
    for (label, sum) in zip(labels, sums) where label.index >= 0 && sum >= label.least {
      guard label.index >= firstPitfall else {
        verdict.given |= 1 << UInt64(label.index)
        if sum >= label.least + Self.firmness { verdict.firm |= 1 << UInt64(label.index) }
        continue
      }
      // A sentence falls into one pitfall at most: the likeliest.
      if best.map({ sum - label.least > $0.margin }) ?? true { best = (label.index, sum - label.least) }
    }
    if let best { verdict.given |= 1 << UInt64(best.index) }
    return verdict
  }

  /// The positions among `stems` of the words that weigh most for the label that the reader numbers `index`.
  ///
  /// - Parameter isTelling: Whether the word at a position is one that can be shown as a reason.
  /// - Returns: At most four, in order; none where no word of its own speaks for the label, which then rests on
  ///   the sentence as a whole and on where it stands.
  func reasons(for index: Int, in stems: [Int32], where isTelling: (Int) -> Bool) -> [Int] {
    guard let label = labels.firstIndex(where: { $0.index == index }) else { return [] }
    func weight(_ key: UInt64) -> Float {
      guard let row = rows[key] else { return 0 }
      return row.reduce(0) { says[Int($1)].label == Int32(label) ? $0 + says[Int($1)].weight : $0 }
    }
    let pairs = pairs(of: stems).map(weight)
    let weights = stems.indices.map { weight(Key.word(stems[$0])) + (pairs[$0] + pairs[$0 + 1]) / 2 }
    let telling = weights.indices.filter { isTelling($0) && !functionWords.contains(stems[$0]) }
    guard let most = telling.map({ weights[$0] }).max(), most >= Self.leastReason else { return [] }
    let heavy = telling.filter { weights[$0] >= most / 2 }
    return Array(heavy.sorted { weights[$0] > weights[$1] }.prefix(4)).sorted()
  }

  /// The keys of the pairs of stems side by side, the ends of the sentence included: one more than stems.
  private func pairs(of stems: [Int32]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(stems.count + 1)
    var previous = ends.first
    for stem in stems {
      keys.append(Key.pair(previous, stem))
      previous = stem
    }
    keys.append(Key.pair(previous, ends.last))
    return keys
  }

  private static func logOdds(_ chance: Double) -> Double { log(chance / (1 - chance)) }
}

/// Calls `body` with each element once, in order.
private func forEachOnce<Element: Hashable>(_ elements: [Element], _ body: (Element) -> Void) {
  // A walk back is quicker than a set for a sentence of common length.
  guard elements.count > 64 else {
    for (index, element) in elements.enumerated() where !elements[..<index].contains(element) {
      body(element)
    }
    return
  }
  var seen: Set<Element> = []
  for element in elements where seen.insert(element).inserted { body(element) }
}

/// Calls `body` with the number of each bit that is set.
private func forEachBit(of mask: UInt64, _ body: (Int) -> Void) {
  var rest = mask
  while rest != 0 {
    body(rest.trailingZeroBitCount)
    rest &= rest - 1
  }
}
