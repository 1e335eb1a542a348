/// How a cell looks: two palette colours and a set of attributes.
package struct Style: Hashable, Sendable {
  /// What may be switched on besides colour. A terminal that lacks one ignores it.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute; only the low eight are used.
    package var rawValue: UInt8

    /// The set with the given bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier or brighter letters.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter letters.
    package static let dim = Attributes(rawValue: 2)
    /// A line under the letters.
    package static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 8)
    /// Slanted letters.
    package static let italic = Attributes(rawValue: 16)
  }

  /// The colour of the letters.
  package var foreground: Color
  /// The colour behind the letters.
  package var background: Color
  /// What else is switched on.
  package var attributes: Attributes

  /// The terminal's own colours and nothing switched on.
  package static let plain = Style()

  /// A style; what is left out is the terminal's own.
  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The style in one word: foreground in bits 0-7, background in 8-15, attributes in 16-23.
  package var packed: UInt32 {
    UInt32(foreground.rawValue) | UInt32(background.rawValue) << 8 | UInt32(attributes.rawValue) << 16
  }

  /// The style that `packed` came from; a colour that does not exist is taken as the terminal's own.
  package init(packed: UInt32) {
    foreground = Color(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .standard
    background = Color(rawValue: UInt8(truncatingIfNeeded: packed >> 8)) ?? .standard
    attributes = Attributes(rawValue: UInt8(truncatingIfNeeded: packed >> 16))
  }

  /// The same style with more attributes switched on.
  package func adding(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }
}
