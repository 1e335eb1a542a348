/// A colour of the user's own palette: the terminal's default and the sixteen ANSI colours.
///
/// The program never names an RGB value, so what a theme means stays the user's choice.
package enum Color: UInt8, Hashable, Sendable, CaseIterable {
  case standard
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite

  /// The number of the colour in the terminal's palette, 0 to 15; -1 for the terminal's default.
  package var paletteIndex: Int { Int(rawValue) - 1 }
}
