import Screen

extension CursesTerminal {
  /// The most bytes sent: xterm takes about 100,000 characters of base64, and most terminals follow it.
  private static let mostClipboard = 74_000

  /// Writes OSC 52. It is never read: asking for the clipboard hangs some terminals.
  package func copyToSystemClipboard(_ text: String) -> Bool {
    guard isOpen, text.utf8.count <= Self.mostClipboard else { return false }
    send("\u{1B}]52;c;" + Base64.encoded(text.utf8) + "\u{7}")
    return true
  }
}

/// The encoding of RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in base64, padded.
  /// - Complexity: O(n) in the bytes.
  static func encoded(_ bytes: some Collection<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = rest.prefix(3)
      rest = rest.dropFirst(3)
      let padded = Array(group) + Array(repeating: 0, count: 3 - group.count)
      let word = UInt32(padded[0]) << 16 | UInt32(padded[1]) << 8 | UInt32(padded[2])
      for place in 0..<4 {
        let value = Int(word >> UInt32(18 - 6 * place)) & 63
        output.append(place <= group.count ? alphabet[value] : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
