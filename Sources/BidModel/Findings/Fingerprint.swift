/// A short digest of text that is the same on every machine and in every run.
///
/// FNV-1a over 64 bits: it tells texts of one bid apart; it is no protection against anybody who means to
/// make two texts with the same one.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The hash so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of nothing.
  package init() {}

  /// The digest of `text`.
  ///
  /// - Complexity: O(*n*) in its length.
  package init(of text: some StringProtocol) { add(text) }

  /// Takes in `text` and an end mark, so that `ab` + `c` differs from `a` + `bc`.
  ///
  /// - Complexity: O(*n*) in its length.
  package mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
    add(0xFF as UInt8)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
