/// A word of up to 16 bytes in lower case, without hyphens and possessive ending, for looking up.
///
/// Two words are equal exactly when their packed forms are, so no string is made for a look-up.
struct PackedWord: Hashable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// `nil` when the word is longer than 16 bytes or holds a byte beyond ASCII other than `’`.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var count = 0
    var index = 0
    var end = bytes.count
    if end > 2, bytes[end - 1] | 0x20 == UInt8(ascii: "s"), bytes[end - 2] == UInt8(ascii: "'") { end -= 2 }
    if end > 4, bytes[end - 1] | 0x20 == UInt8(ascii: "s"), bytes[end - 2] == 0x99, bytes[end - 4] == 0xE2 {
      end -= 4
    }
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "-") { continue }
      guard byte < 0x80, count < 16 else { return nil }
      let letter = UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if count < 8 { low |= letter << UInt64(count * 8) } else { high |= letter << UInt64((count - 8) * 8) }
      count += 1
    }
  }

  /// - Precondition: `word` is ASCII and of at most 16 letters; what is longer is cut.
  init(_ word: Substring) {
    var count = 0
    for byte in word.utf8.prefix(16) {
      if count < 8 {
        low |= UInt64(byte) << UInt64(count * 8)
      } else {
        high |= UInt64(byte) << UInt64((count - 8) * 8)
      }
      count += 1
    }
  }
}
