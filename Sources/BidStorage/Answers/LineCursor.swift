import Glibc

/// One line of a file, as offsets into its bytes.
struct Line {
  /// From 1.
  var number: Int
  var start: Int
  /// Where the words end: before `\n` or `\r\n`.
  var end: Int
  /// Where the next line starts.
  var next: Int

  var content: Range<Int> { start..<end }
  /// The line with what ends it.
  var whole: Range<Int> { start..<next }
  /// Whether the line ends in `\n` or `\r\n`, rather than with the file.
  var isEnded: Bool { end < next }
  /// Whether the line ends in `\r\n`.
  var endsInCRLF: Bool { next - end == 2 }
}

/// Walks over the lines of a file. Only `\n` and `\r\n` end a line; a lone `\r`, a form feed and the
/// Unicode separators are text.
struct LineCursor {
  let bytes: LineBytes
  private(set) var line: Line

  /// `start`: Where the first line starts, behind a byte order mark.
  init(_ bytes: LineBytes, from start: Int) {
    self.bytes = bytes
    line = Self.line(in: bytes, at: start, number: 1)
  }

  /// Whether every line was walked over.
  var isAtEnd: Bool { line.start >= bytes.count }

  /// The bytes of the current line.
  var content: LineBytes { bytes.slice(line.content) }

  /// Goes to the next line.
  mutating func advance() {
    line = Self.line(in: bytes, at: line.next, number: line.number + 1)
  }

  private static func line(in bytes: LineBytes, at start: Int, number: Int) -> Line {
    guard start < bytes.count, let base = bytes.baseAddress else {
      return Line(number: number, start: start, end: start, next: start)
    }
    guard let found = memchr(base + start, 0x0A, bytes.count - start) else {
      return Line(number: number, start: start, end: bytes.count, next: bytes.count)
    }
    let feed = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    let hasReturn = feed > start && bytes[feed - 1] == 0x0D
    return Line(number: number, start: start, end: hasReturn ? feed - 1 : feed, next: feed + 1)
  }
}
