/// A stretch of a block's text between stars: bold or italic.
package struct Emphasis: Hashable, Sendable {
  /// UTF-8 bytes of the opening stars.
  package var open: Range<Int>
  /// UTF-8 bytes of the closing stars.
  package var close: Range<Int>
  /// Bold (`**`) rather than italic (`*`).
  package var isStrong: Bool

  /// Emphasis between two marks, each given by its UTF-8 bytes.
  package init(open: Range<Int>, close: Range<Int>, isStrong: Bool) {
    self.open = open
    self.close = close
    self.isStrong = isStrong
  }

  /// UTF-8 bytes of the words between the stars.
  package var words: Range<Int> { open.upperBound..<close.lowerBound }

  /// The bold and italic stretches of `text`, by where they open.
  ///
  /// A run of one to three stars opens when it stands before a word and after a space, a bracket or
  /// nothing, and closes the nearest open run of its length the other way round, as in Markdown
  /// (CommonMark 0.31, section 6.2, read more strictly). `\*` is a star.
  ///
  /// Limitations: stars inside a word mean themselves, so that `5*3*2` is a sum; underscores always do.
  /// - Complexity: O(*n*) in the length of the text.
  package static func spans(in text: String) -> [Emphasis] {
    guard text.utf8.contains(star) else { return [] }
    var copy = text
    return copy.withUTF8 { bytes in
      var found: [Emphasis] = []
      var opened: [Range<Int>] = []
      var index = 0
      while index < bytes.count {
        guard bytes[index] == star else {
          index += 1
          continue
        }
        var end = index
        while end < bytes.count, bytes[end] == star { end += 1 }
        let run = index..<end
        index = end
        let isEscaped = run.lowerBound > 0 && bytes[run.lowerBound - 1] == UInt8(ascii: "\\")
        guard run.count <= 3, !isEscaped else { continue }
        if closes(run, in: bytes), let start = opened.lastIndex(where: { $0.count == run.count }) {
          found += emphasis(from: opened[start], to: run)
          opened.removeSubrange(start...)
        } else if opens(run, in: bytes) {
          opened.append(run)
        }
      }
      return found.sorted { $0.open.lowerBound < $1.open.lowerBound }
    }
  }

  private static let star = UInt8(ascii: "*")

  /// Three stars are bold around italic.
  private static func emphasis(from open: Range<Int>, to close: Range<Int>) -> [Emphasis] {
    guard open.count == 3 else { return [Emphasis(open: open, close: close, isStrong: open.count == 2)] }
    return [
      Emphasis(
        open: open.lowerBound..<open.lowerBound + 2, close: close.upperBound - 2..<close.upperBound,
        isStrong: true),
      Emphasis(
        open: open.upperBound - 1..<open.upperBound, close: close.lowerBound..<close.lowerBound + 1,
        isStrong: false),
    ]
  }

  private static func opens(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard run.upperBound < bytes.count, !isSpace(bytes[run.upperBound]) else { return false }
    return run.lowerBound == 0 || !isWord(bytes[run.lowerBound - 1])
  }

  private static func closes(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard run.lowerBound > 0, !isSpace(bytes[run.lowerBound - 1]) else { return false }
    return run.upperBound == bytes.count || !isWord(bytes[run.upperBound])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
