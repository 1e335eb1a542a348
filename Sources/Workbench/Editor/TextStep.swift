import Screen

/// Steps through a text by what a person sees as one: a grapheme, a word.
enum TextStep {
  /// The offset one grapheme on from `offset`, or `nil` at the end.
  static func grapheme(in text: String, from offset: Int, forward: Bool) -> Int? {
    let bytes = text.utf8
    let index = bytes.index(bytes.startIndex, offsetBy: offset)
    if forward {
      guard index < text.endIndex else { return nil }
      return offset + (GlyphWalk(text[index...]).first { _ in true }?.bytes ?? 1)
    }
    guard offset > 0 else { return nil }
    // A cursor that was put inside a grapheme, as behind a sentence that ends there, goes to its start.
    var start = index
    while start > text.startIndex, start.samePosition(in: text) == nil { start = bytes.index(before: start) }
    let previous = start == index ? text.index(before: index) : start
    return bytes.distance(from: bytes.startIndex, to: previous)
  }

  /// The start of the next word, or of this or the previous one going back; `nil` at the end.
  static func word(in text: String, from offset: Int, forward: Bool) -> Int? {
    let scalars = text.unicodeScalars
    var index = text.utf8.index(text.startIndex, offsetBy: offset)
    if forward {
      guard index < text.endIndex else { return nil }
      while index < text.endIndex, isWord(scalars[index]) { index = scalars.index(after: index) }
      while index < text.endIndex, !isWord(scalars[index]) { index = scalars.index(after: index) }
    } else {
      guard index > text.startIndex else { return nil }
      while index > text.startIndex, !isWord(scalars[scalars.index(before: index)]) {
        index = scalars.index(before: index)
      }
      while index > text.startIndex, isWord(scalars[scalars.index(before: index)]) {
        index = scalars.index(before: index)
      }
    }
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  /// Whether the scalar belongs to a word: a letter, a mark, a digit, or the apostrophe inside one.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x2019, 0x5F: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
