/// Finds the sentences of a paragraph with their byte ranges.
///
/// A sentence ends at `.`, `!`, `?` or an ellipsis, with the quotes and brackets that close after it,
/// when white space follows and what comes next may begin a sentence. A full stop does not end one
/// after a known abbreviation, an initial or a list number, inside a number, time or address, nor
/// before a small letter. An empty line ends one, and so does a line that opens with a bullet.
///
/// Limitations: an abbreviation that closes a sentence is told from one inside it only for those that
/// may (`etc.`, `a.m.`), by the capital that follows; a sentence inside quotes is not parted from the
/// one around it unless it ends there.
package struct SentenceSplitter: Sendable {
  package init() {}

  /// The sentences of `text`, in order, without the white space around them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func sentences(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { sentences(in: $0) }
  }

  /// The sentences of `bytes`, which are UTF-8; ranges count from its start.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func sentences(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var low = start
      var high = end
      while low < high, Self.isSpace(bytes[low]) { low += 1 }
      while high > low, Self.isSpace(bytes[high - 1]) { high -= 1 }
      if low < high { found.append(low..<high) }
      start = end
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A where Self.startsLine(bytes, after: index):
        close(at: index)
        index += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE2:
        guard let end = Self.terminatorEnd(bytes, at: index, sentence: start) else {
          index += 1
          continue
        }
        close(at: end)
        index = end
      default: index += 1
      }
    }
    close(at: bytes.count)
    return found
  }

  // MARK: Ends

  /// The end of the sentence whose closing mark stands at `index`, or `nil` when none closes there.
  private static func terminatorEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, sentence: Int
  ) -> Int? {
    var end = index
    var stops = 0
    while let width = closingMark(bytes, at: end) {
      stops += 1
      end += width
    }
    guard end > index else { return nil }
    while let width = closingQuote(bytes, at: end) { end += width }
    guard end < bytes.count else { return end }
    guard isSpace(bytes[end]) else { return nil }
    let next = firstNonSpace(bytes, from: end)
    guard next < bytes.count else { return end }
    let isFullStop = stops == 1 && bytes[index] == UInt8(ascii: ".")
    if bytes[next] &- 0x61 < 26 { return nil }
    if isFullStop, isAbbreviation(bytes, dot: index, next: next, sentence: sentence) { return nil }
    return end
  }

  /// Bytes of the full stop, mark or ellipsis at `index`.
  private static func closingMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0xE2:
      return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6 ? 3 : nil
    default: return nil
    }
  }

  private static func closingQuote(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      return 1
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      return bytes[index + 2] == 0x99 || bytes[index + 2] == 0x9D ? 3 : nil
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xBB ? 2 : nil
    default: return nil
    }
  }

  // MARK: Abbreviations

  /// Never close a sentence: titles and words that introduce something.
  private static let inner: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "rev", "hon", "e.g", "eg", "i.e", "ie", "viz", "cf", "vs",
    "approx", "fig", "figs", "para", "paras", "sec", "pp", "vol", "ref", "refs", "incl", "excl", "est",
    "tel", "ext", "dept", "nos", "appx", "avg", "max", "min", "c",
  ]
  /// Close a sentence unless a digit follows.
  private static let beforeNumber: Set<String> = [
    "no", "p", "s", "art", "ch", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
    "nov", "dec", "v", "q",
  ]

  private static func isAbbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, dot: Int, next: Int, sentence: Int
  ) -> Bool {
    var start = dot
    while start > sentence, isWordByte(bytes[start - 1]) { start -= 1 }
    let first = firstNonSpace(bytes, from: sentence)
    let isNextDigit = bytes[next] &- 0x30 < 10
    // The number of a list item, "1." or "a.", at the head of the sentence.
    if start == first, dot - start <= 2 { return true }
    guard dot - start <= 6, start < dot else { return false }
    let word = String(decoding: bytes[start..<dot], as: UTF8.self)
    let lower = word.lowercased()
    if inner.contains(lower) { return true }
    if beforeNumber.contains(lower) { return isNextDigit }
    // An initial: one capital, as in "Dr J. Patel"; not "Appendix B. The".
    guard dot - start == 1, bytes[start] &- 0x41 < 26, bytes[start] != UInt8(ascii: "I") else { return false }
    return isAfterName(bytes, before: start)
  }

  /// Whether a title, an initial or the sentence's start stands before the capital at `start`.
  private static func isAfterName(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Bool {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 0 else { return true }
    if bytes[end - 1] == UInt8(ascii: ".") { return true }
    var first = end
    while first > 0, isWordByte(bytes[first - 1]) { first -= 1 }
    let word = String(decoding: bytes[first..<end], as: UTF8.self).lowercased()
    return ["dr", "mr", "mrs", "ms", "prof", "by", "and", "with"].contains(word)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: ".")
  }

  // MARK: Lines

  /// Whether the line after the break at `index` is empty or opens with a bullet.
  private static func startsLine(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int) -> Bool {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
    guard next < bytes.count else { return true }
    let following = next + 1 < bytes.count ? bytes[next + 1] : 0x20
    switch bytes[next] {
    case 0x0A: return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return following == 0x20
    case 0xE2: return following == 0x80 && next + 2 < bytes.count && bytes[next + 2] == 0xA2
    default: return false
    }
  }

  private static func firstNonSpace(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    var next = index
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    // What opens a quotation or bracket does not hide the letter after it.
    while next < bytes.count, let width = openingQuote(bytes, at: next) { next += width }
    return next
  }

  private static func openingQuote(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["): return 1
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      return bytes[index + 2] == 0x98 || bytes[index + 2] == 0x9C ? 3 : nil
    default: return nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
