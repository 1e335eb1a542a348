/// What one line of an answer file is, told from its bytes alone.
enum LineShape: Equatable {
  /// Nothing but spaces and tabs.
  case blank
  /// One to six `#` and then a space or the end, behind at most three spaces.
  case heading(level: Int)
  case bullet(MarkerSpan)
  case numbered(MarkerSpan, startsAtOne: Bool)
  /// A line of a table: it begins with `|`.
  case row
  /// Three or more of `-`, `*` or `_` and nothing else: a thematic break.
  case rule
  /// Three or more backticks or tildes; `length` is at most ``longestFence``.
  case fence(mark: UInt8, length: Int, isClosing: Bool)
  /// It begins with `<!--`.
  case comment
  case text

  /// Longer fences count as this long, which bounds how often a file is searched for a closing one.
  static let longestFence = 16
}

/// The bytes of a list item's marker.
struct MarkerSpan: Equatable {
  /// Spaces and tabs before it.
  var indent: Int
  /// `-`, or digits with their point or bracket.
  var symbol: Int
  /// Spaces and tabs after it.
  var space: Int
  /// Whether nothing follows on the line.
  var isBare: Bool

  /// Where the words begin.
  var width: Int { indent + symbol + space }
}

/// The bytes of one line, without what ends it.
typealias LineBytes = UnsafeBufferPointer<UInt8>

extension LineShape {
  /// Tells the shape of `line`.
  ///
  /// - Complexity: O(*n*) for a line of white space or of one repeated mark; else the marker's length.
  init(of line: LineBytes) {
    let indent = line.blankPrefix(from: 0)
    guard indent < line.count else {
      self = .blank
      return
    }
    switch line[indent] {
    case UInt8(ascii: "#"): self = Self.heading(line, at: indent) ?? .text
    case UInt8(ascii: "|"): self = .row
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      self = Self.isRule(line, at: indent) ? .rule : Self.bullet(line, at: indent) ?? .text
    case UInt8(ascii: "+"): self = Self.bullet(line, at: indent) ?? .text
    case 0x30...0x39: self = Self.numbered(line, at: indent) ?? .text
    case UInt8(ascii: "`"), UInt8(ascii: "~"): self = Self.fence(line, at: indent) ?? .text
    case UInt8(ascii: "<"): self = line.has("<!--", at: indent) ? .comment : .text
    default: self = .text
    }
  }

  private static func heading(_ line: LineBytes, at indent: Int) -> LineShape? {
    guard indent <= 3, !line[..<indent].contains(0x09) else { return nil }
    let level = line.run(of: UInt8(ascii: "#"), from: indent, atMost: 7)
    guard level <= 6, line.isBlankOrEnd(at: indent + level) else { return nil }
    return .heading(level: level)
  }

  private static func isRule(_ line: LineBytes, at indent: Int) -> Bool {
    let mark = line[indent]
    var count = 0
    for byte in line[indent...] {
      if byte == mark { count += 1 } else if byte != 0x20 && byte != 0x09 { return false }
    }
    return count >= 3
  }

  private static func bullet(_ line: LineBytes, at indent: Int) -> LineShape? {
    guard line[indent] != UInt8(ascii: "_") else { return nil }
    return marker(line, indent: indent, symbol: 1).map(LineShape.bullet)
  }

  private static func numbered(_ line: LineBytes, at indent: Int) -> LineShape? {
    var end = indent
    while end < line.count, end - indent < 10, (0x30...0x39).contains(line[end]) { end += 1 }
    guard end - indent <= 9, end < line.count,
      line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")"),
      let span = marker(line, indent: indent, symbol: end + 1 - indent)
    else { return nil }
    return .numbered(span, startsAtOne: end == indent + 1 && line[indent] == UInt8(ascii: "1"))
  }

  private static func marker(_ line: LineBytes, indent: Int, symbol: Int) -> MarkerSpan? {
    let start = indent + symbol
    guard line.isBlankOrEnd(at: start) else { return nil }
    let words = line.blankPrefix(from: start)
    return MarkerSpan(
      indent: indent, symbol: symbol, space: words - start, isBare: words == line.count)
  }

  private static func fence(_ line: LineBytes, at indent: Int) -> LineShape? {
    let mark = line[indent]
    let length = line.run(of: mark, from: indent, atMost: line.count)
    guard length >= 3 else { return nil }
    let info = line[(indent + length)...]
    // Backticks later in the line make it a piece of code within a sentence.
    if mark == UInt8(ascii: "`") && info.contains(mark) { return nil }
    let isClosing = info.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    return .fence(mark: mark, length: min(length, longestFence), isClosing: isClosing)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` that is neither a space nor a tab.
  func blankPrefix(from start: Int) -> Int {
    var index = start
    while index < count, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    return index
  }

  /// How often `byte` stands in a row from `start`, counted to `limit`.
  func run(of byte: UInt8, from start: Int, atMost limit: Int) -> Int {
    var index = start
    while index < count, index - start < limit, self[index] == byte { index += 1 }
    return index - start
  }

  /// Whether the line ends at `index` or has a space or tab there.
  func isBlankOrEnd(at index: Int) -> Bool {
    index >= count || self[index] == 0x20 || self[index] == 0x09
  }

  /// Whether `words` stand at `index`.
  func has(_ words: StaticString, at index: Int) -> Bool {
    guard count - index >= words.utf8CodeUnitCount else { return false }
    for offset in 0..<words.utf8CodeUnitCount where self[index + offset] != words.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The bytes of `range` as a buffer of their own.
  func slice(_ range: Range<Int>) -> LineBytes { LineBytes(rebasing: self[range]) }

  /// The bytes of `range` as text; the caller has checked that they are UTF-8.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
