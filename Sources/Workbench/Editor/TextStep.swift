import BidLanguage
import BidModel
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

  /// The same as ``word(in:from:forward:)``, with a placeholder as one word.
  static func wordOrPlaceholder(in text: String, from offset: Int, forward: Bool) -> Int? {
    guard let target = word(in: text, from: offset, forward: forward) else { return nil }
    let chips = Placeholder.matches(in: text).map(\.range)
    if forward {
      if let here = chips.first(where: { $0.contains(offset) }) { return here.upperBound }
      return chips.first { offset < $0.lowerBound && $0.lowerBound < target }?.lowerBound ?? target
    }
    if let here = chips.first(where: { $0.lowerBound < offset && offset <= $0.upperBound }) {
      return here.lowerBound
    }
    return chips.last { $0.upperBound <= offset && target < $0.upperBound }?.lowerBound ?? target
  }

  /// The same as ``grapheme(in:from:forward:)``, with a placeholder that begins or ends there taken whole.
  static func graphemeOrPlaceholder(in text: String, from offset: Int, forward: Bool) -> Int? {
    let brace = UInt8(ascii: "{")
    if text.contains(byte: brace) {
      for match in Placeholder.matches(in: text) {
        if forward, match.range.lowerBound == offset { return match.range.upperBound }
        if !forward, match.range.upperBound == offset { return match.range.lowerBound }
      }
    }
    return grapheme(in: text, from: offset, forward: forward)
  }

  /// The start of the next sentence, or of this or the one before going back; the end of the text after
  /// the last one; `nil` at the end.
  static func sentence(in text: String, from offset: Int, forward: Bool) -> Int? {
    let starts = SentenceSplitter().sentences(in: text).map(\.lowerBound)
    if forward {
      guard offset < text.utf8.count else { return nil }
      return starts.first { $0 > offset } ?? text.utf8.count
    }
    guard offset > 0 else { return nil }
    return starts.last { $0 < offset } ?? 0
  }

  /// The sentence that `offset` is in, or the one before it.
  static func sentenceRange(in text: String, at offset: Int) -> Range<Int> {
    let sentences = SentenceSplitter().sentences(in: text)
    return sentences.last { $0.lowerBound <= offset } ?? sentences.first ?? 0..<0
  }

  /// The word that `offset` is in or at an end of; empty between words.
  static func wordRange(in text: String, at offset: Int) -> Range<Int> {
    let scalars = text.unicodeScalars
    var start = text.utf8.index(text.startIndex, offsetBy: offset)
    var end = start
    while end < text.endIndex, isWord(scalars[end]) { end = scalars.index(after: end) }
    while start > text.startIndex, isWord(scalars[scalars.index(before: start)]) {
      start = scalars.index(before: start)
    }
    let bytes = text.utf8
    return bytes.distance(from: bytes.startIndex, to: start)..<bytes.distance(from: bytes.startIndex, to: end)
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
