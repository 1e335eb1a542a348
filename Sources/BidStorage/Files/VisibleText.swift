extension String {
  /// The same text with everything that would steer a terminal or hide in a message made visible.
  ///
  /// C0 controls and delete become their pictures (U+2400 and on), other controls, line separators
  /// and direction marks become `<U+XXXX>`. A file name is another person's text: shown raw it could
  /// clear the screen or change colours.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package var visible: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20:
        shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F:
        shown.append("\u{2421}")
      case 0x80...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        shown.append(contentsOf: "<U+\(padded)>".unicodeScalars)
      default:
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}
