/// What a run of letters is by the way it is written, which tells whether its spelling can be wrong.
enum WordShape: Hashable, Sendable {
  /// To be looked up.
  case word
  /// `MDT`, `ICBs`: two to six capitals, with or without the ending of a plural.
  case acronym
  /// `eMAR`, `SystmOne`, `NHSmail`, `D2A`, `flow_rate`: capitals in places where no word has them, digits
  /// or underscores.
  case name
  /// Letters that no English dictionary has.
  case foreign
  /// A letter alone.
  case letter

  /// The shape of `word`, which is UTF-8; hyphens and apostrophes stand between its letters.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    var capitals = 0
    var small = 0
    var letters = 0
    var hasCapitalAfterSmall = false
    var previousIsSmall = false
    for byte in word {
      switch byte {
      case 0x41...0x5A:
        capitals += 1
        letters += 1
        if previousIsSmall { hasCapitalAfterSmall = true }
        previousIsSmall = false
      case 0x61...0x7A:
        small += 1
        letters += 1
        previousIsSmall = true
      case 0x30...0x39, UInt8(ascii: "_"):
        self = .name
        return
      case 0xC3...0xC9, 0xCC, 0xCD: letters += 1
      case 0xCA...0xCB, 0xCE...0xDF, 0xE0...0xE1, 0xE3...0xEE, 0xF0...:
        self = .foreign
        return
      default: previousIsSmall = false
      }
    }
    if letters < 2 {
      self = .letter
    } else if capitals >= 2, capitals <= 6, small == 0 || Self.isPlural(word, capitals: capitals) {
      self = .acronym
    } else {
      let startsAsAcronym = word.prefix(3).count == 3 && word.prefix(3).allSatisfy { $0 &- 0x41 < 26 }
      let hasSmallAfter = word.dropFirst(3).contains { $0 &- 0x61 < 26 } && !word.contains(UInt8(ascii: "-"))
      self = hasCapitalAfterSmall || (startsAsAcronym && hasSmallAfter) ? .name : .word
    }
  }

  /// Whether `capitals` capitals are followed by an s, an apostrophe between or not, and no more.
  private static func isPlural(_ word: UnsafeBufferPointer<UInt8>, capitals: Int) -> Bool {
    guard word.prefix(capitals).allSatisfy({ $0 &- 0x41 < 26 }) else { return false }
    var ending = Array(word.dropFirst(capitals))
    if ending.starts(with: [0xE2, 0x80, 0x99]) { ending.removeFirst(3) }
    if ending.first == UInt8(ascii: "'") { ending.removeFirst() }
    return ending == [UInt8(ascii: "s")]
  }
}
