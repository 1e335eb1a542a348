import BidModel

/// A paragraph that says nearly what another says, in nearly the same words.
///
/// Runs of four words (shingles) are compared by MinHash: for each of 24 hash functions the smallest hash of
/// a paragraph's shingles is kept, and two paragraphs agree in as large a share of those as of shingles. The
/// 24 are cut into 8 bands of 3; paragraphs that agree in a whole band are compared (at a likeness of 0.8 all
/// but three in a thousand are). The first band they agree in reports them, so that a pair is told once.
///
/// Limitations: the likeness is an estimate, within about 0.1; below 20 words a paragraph has too few
/// shingles to compare.
struct RepeatedParagraph: FactCheck {
  let about = CheckDescription(
    "repeated-paragraph", title: "A paragraph that repeats another",
    why:
      "Where each answer is marked alone a repeat may be right, but the same words rarely answer two questions.",
    fix: "Fit it to this question, or leave it out here.", severity: .advice, scope: .bid)
  let good: [CheckExample] = [
    CheckExample(
      Self.text, "We count readmissions within 30 days with the trust's own informatics team each month."),
    CheckExample("The nurse visits.", "The nurse visits."),
  ]
  let bad: [CheckExample] = [
    CheckExample(Self.text, Self.text + " It works."), CheckExample(Self.text + "\n\n" + Self.text),
  ]

  private static let text = """
    Every referral reaches one point of access, where a nurse accepts or queries it within two hours, names a lead \
    worker and writes the first visit into the diary that the ward can see.
    """

  static let likeness = 0.7
  private static let bands = 8
  private static let rows = 3

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard block.isProse, block.words.count >= 20 else { return [] }
    let signature = Self.signature(of: block.words.map(\.lower))
    let text = signature.map { String($0, radix: 36) }.joined(separator: " ")
    let whole = 0..<block.bytes.count
    let quote = block.quote(whole, limit: 40)
    return (0..<Self.bands).map { band in
      let rows = signature[band * Self.rows..<(band + 1) * Self.rows]
      let key = "\(band):" + rows.map { String($0, radix: 36) }.joined(separator: ",")
      return CheckFact(key: key, value: text, range: whole, quote: quote)
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard uses.count > 1, let band = Int(key.prefix { $0 != ":" }) else { return [] }
    let signatures = uses.map { $0.fact.value.split(separator: " ") }
    return uses.indices.dropFirst().compactMap { later in
      for earlier in 0..<later {
        let same = zip(signatures[earlier], signatures[later]).map { $0 == $1 }
        guard Double(same.count { $0 }) >= Self.likeness * Double(same.count), Self.firstBand(same) == band
        else {
          continue
        }
        let place =
          uses[earlier].place.answer == uses[later].place.answer
          ? "earlier in this answer" : "in \(uses[earlier].answer)"
        return finding(
          "This paragraph repeats one \(place): \"\(uses[earlier].fact.quote)\".", at: uses[later].place)
      }
      return nil
    }
  }

  private static func firstBand(_ same: [Bool]) -> Int? {
    (0..<bands).first { band in same[band * rows..<(band + 1) * rows].allSatisfy { $0 } }
  }

  /// The smallest hash of the shingles under each hash function.
  ///
  /// - Complexity: O(24 · *n*) in the words.
  static func signature(of words: [String]) -> [UInt32] {
    var smallest = [UInt32](repeating: .max, count: bands * rows)
    let hashes = words.map { Fingerprint(of: $0).value }
    guard hashes.count >= 4 else { return smallest }
    smallest.withUnsafeMutableBufferPointer { smallest in
      for start in 0...(hashes.count - 4) {
        var shingle: UInt64 = 0
        for offset in 0..<4 { shingle = (shingle &* 0x9E37_79B9_7F4A_7C15) ^ hashes[start + offset] }
        let folded = shingle ^ (shingle >> 31)
        for index in smallest.indices {
          // Another odd multiplier makes another hash function.
          let mixed = folded &* (0xBF58_476D_1CE4_E5B9 &+ UInt64(index) &* 0x1_0000_0002)
          smallest[index] = min(smallest[index], UInt32(truncatingIfNeeded: mixed >> 32))
        }
      }
    }
    return smallest
  }
}
