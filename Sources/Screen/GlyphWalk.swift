/// One grapheme cluster of a text: how much of the text it is, how many columns it takes, what is drawn.
package struct Glyph: Hashable, Sendable {
  /// Its length in UTF-8 bytes, one or more.
  package var bytes: Int
  /// The terminal columns it takes, one or more.
  package var columns: Int
  /// The one scalar that draws it; nil when it takes its whole cluster.
  package var scalar: Unicode.Scalar?
  /// Whether it is a mark without a base, drawn on a dotted circle.
  package var needsBase: Bool

  /// A glyph.
  package init(bytes: Int, columns: Int, scalar: Unicode.Scalar?, needsBase: Bool = false) {
    self.bytes = bytes
    self.columns = columns
    self.scalar = scalar
    self.needsBase = needsBase
  }
}

/// The glyphs of a text, in logical order, one for each extended grapheme cluster (UAX #29).
///
/// The walk looks at two neighbouring scalars. When both are of kinds that never join (ASCII, Latin letters,
/// common punctuation, CJK ideographs) there is a boundary between them and the standard library need not be
/// asked. Only otherwise is the cluster's end looked up, always from the place the walk has reached, so that the
/// whole is linear even over a megabyte of flags or marks.
///
/// Limitations: right-to-left text comes in logical order; tabs are glyphs like other controls; CR LF is one
/// glyph of one column.
/// - Complexity: O(n) in the bytes of the text.
package struct GlyphWalk: Sequence, Sendable {
  private let text: Substring

  /// A walk over the text.
  package init(_ text: some StringProtocol) {
    self.text = Substring(text)
  }

  /// A walk from the text's start.
  package func makeIterator() -> Iterator { Iterator(text) }

  /// A place in a walk.
  package struct Iterator: IteratorProtocol, Sendable {
    private let text: Substring
    /// Where the next glyph starts.
    package private(set) var index: String.Index

    fileprivate init(_ text: Substring) {
      self.text = text
      index = text.startIndex
    }

    /// The next glyph, or nil at the end.
    package mutating func next() -> Glyph? {
      let end = text.endIndex
      guard index < end else { return nil }
      let bytes = text.utf8
      let first = bytes[index]
      let after = bytes.index(after: index)
      guard first < 0x80 else { return nextBeyondASCII() }
      if after == end || bytes[after] < 0x80 {
        if first != 0x0D || after == end || bytes[after] != 0x0A {
          index = after
          return Glyph(ascii: first)
        }
      } else if first >= 0x20, GlyphWalk.standsAlone(text.unicodeScalars[after]) {
        index = after
        return Glyph(ascii: first)
      }
      return nextCluster()
    }

    private mutating func nextBeyondASCII() -> Glyph? {
      let scalars = text.unicodeScalars
      let scalar = scalars[index]
      guard GlyphWalk.standsAlone(scalar) else { return nextCluster() }
      let after = scalars.index(after: index)
      guard after == text.endIndex || GlyphWalk.standsAlone(scalars[after]) else { return nextCluster() }
      index = after
      return Glyph(
        bytes: UTF8.width(scalar), columns: scalar.value >= 0x3000 ? 2 : 1, scalar: scalar)
    }

    private mutating func nextCluster() -> Glyph? {
      let rest = text[index...]
      let next = rest.index(after: rest.startIndex)
      let cluster = rest[..<next]
      index = next
      return Glyph(cluster: cluster)
    }
  }

  /// Whether the scalar is drawn as itself and joins no neighbour that stands alone too.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0xAD: false
    case 0xA0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x4E00...0x9FFF: true
    default: false
    }
  }
}

extension Glyph {
  /// The glyph of one ASCII byte.
  fileprivate init(ascii byte: UInt8) {
    let shown = Unicode.Scalar(byte)
    let isControl = byte < 0x20 || byte == 0x7F
    self.init(bytes: 1, columns: 1, scalar: isControl ? ScalarWidth.replacement(of: shown) : shown)
  }

  /// The glyph of one whole grapheme cluster.
  ///
  /// Emoji sequences (flags, keycaps, families, anything with U+FE0F after an emoji) take two columns. Other
  /// clusters take the sum of their scalars' columns, which is what terminals that know no clusters do with, say,
  /// the spacing vowels of Devanagari. A mark or joiner with nothing before it takes one column.
  /// - Complexity: O(n) in the cluster's scalars.
  package init(cluster: Substring) {
    let bytes = cluster.utf8.count
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first else {
      self.init(bytes: 0, columns: 0, scalar: nil)
      return
    }
    let isSingle = scalars.index(after: scalars.startIndex) == scalars.endIndex
    if let replacement = ScalarWidth.replacement(of: first) {
      // CR LF is the only cluster of several scalars that starts with a control.
      self.init(bytes: bytes, columns: 1, scalar: isSingle ? replacement : "\u{2424}")
    } else if isSingle {
      self.init(single: first, bytes: bytes)
    } else if Glyph.isEmojiSequence(scalars) {
      self.init(bytes: bytes, columns: 2, scalar: nil)
    } else {
      let sum = scalars.reduce(0) { $0 < 8 ? $0 + ScalarWidth.columns($1) : $0 }
      let needsBase = ScalarWidth.isZero(first) && sum == 0
      self.init(bytes: bytes, columns: max(1, min(8, sum)), scalar: nil, needsBase: needsBase)
    }
  }

  private init(single scalar: Unicode.Scalar, bytes: Int) {
    guard ScalarWidth.isZero(scalar) else {
      self.init(bytes: bytes, columns: ScalarWidth.isWide(scalar) ? 2 : 1, scalar: scalar)
      return
    }
    let isFormat = scalar.properties.generalCategory == .format
    // A format control has no picture even on a base; a mark is shown on a dotted circle.
    self.init(bytes: bytes, columns: 1, scalar: isFormat ? "\u{2327}" : nil, needsBase: !isFormat)
  }

  private static func isEmojiSequence(_ scalars: Substring.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      scalar == "\u{FE0F}" || scalar.properties.isEmojiPresentation
        || scalar.properties.isEmojiModifier
    } || (0x1F1E6...0x1F1FF).contains(first.value)
  }
}
