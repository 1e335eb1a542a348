/// Prints to standard output with control characters made visible, whoever wrote what is printed: raw ones could
/// clear the screen or retitle the window.
///
/// Takes the place of the standard function throughout the program. A line feed and a tab stay. Those of the first
/// range become their pictures (`␛`); the others are written as in JSON, where they may stand in a string.
func print(_ text: some CustomStringConvertible, terminator: String = "\n") {
  var shown = String.UnicodeScalarView()
  for scalar in text.description.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A: shown.append(scalar)
    case 0..<0x20: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: shown.append(contentsOf: "\\u007F".unicodeScalars)
    case 0x80...0x9F:
      shown.append(contentsOf: "\\u00\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
    default: shown.append(scalar)
    }
  }
  StandardStreams.say(String(shown) + terminator)
}
