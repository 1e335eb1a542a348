/// Splits a text into words and numbers with their byte ranges.
///
/// One pass over the UTF-8 bytes, without looking at graphemes. A hyphen parts two words (`same-day`
/// gives *same*, *day*) except after a prefix that English writes with or without one, where it is
/// left out (`re-admission` gives *readmission*). An apostrophe inside a word belongs to it.
///
/// Limitations: letters outside ASCII are kept in words but not looked up for what they are, so a
/// script without spaces gives one word for each run; roman numerals and spelled numbers are words.
package struct Tokenizer: Sendable {
  package init() {}

  /// The tokens of `text`, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func tokens(in text: String) -> [Token] {
    var text = text
    return text.withUTF8 { tokens(in: $0) }
  }

  /// The tokens of `bytes`, which are UTF-8; ranges count from its start.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func tokens(in bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var scanner = TokenScanner(bytes: bytes)
    scanner.scan()
    return scanner.tokens
  }

  /// Prefixes after which a hyphen is left out.
  static let joiningPrefixes: Set<String> = [
    "re", "co", "pre", "non", "multi", "inter", "e", "de", "un", "anti", "sub",
  ]

  /// The form under which a word is compared: lower case, straight apostrophes, no hyphen and no
  /// possessive ending.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  package static func normalised(_ word: UnsafeBufferPointer<UInt8>) -> String {
    if word.contains(where: { $0 >= 0x80 }) { return normalisedUnicode(word) }
    var form: [UInt8] = []
    form.reserveCapacity(word.count)
    for byte in word where byte != UInt8(ascii: "-") {
      form.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return withoutPossessive(String(decoding: form, as: UTF8.self))
  }

  private static func normalisedUnicode(_ word: UnsafeBufferPointer<UInt8>) -> String {
    var form = String.UnicodeScalarView()
    for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}": form.append("'")
      case "\u{2010}", "\u{2011}", "-", "\u{AD}": continue
      default: form.append(scalar)
      }
    }
    return withoutPossessive(String(form))
  }

  private static func withoutPossessive(_ word: String) -> String {
    if word.hasSuffix("'s") { return String(word.dropLast(2)) }
    return word.hasSuffix("'") ? String(word.dropLast()) : word
  }
}
