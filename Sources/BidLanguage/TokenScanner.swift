/// Walks over the bytes of a text and gathers its tokens.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [Token] = []
  private var position = 0
  private var joint = Token.Joint.strong

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  mutating func scan() {
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isDigit(byte) {
        scanNumber(from: position, isMoney: false)
      } else if Self.isLetter(byte) {
        scanWord()
      } else if byte >= 0x80 {
        scanNonASCII()
      } else {
        scanMark(byte)
      }
    }
  }

  // MARK: Marks

  private mutating func scanMark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"):
      joint = .strong
    case UInt8(ascii: "-") where position > 0 && bytes[position - 1] == 0x20 && at(position + 1) == 0x20:
      joint = .strong
    // Inside a sentence a full stop ends an abbreviation, no clause.
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["),
      UInt8(ascii: "]"):
      joint = max(joint, .comma)
    default: break
    }
    position += 1
  }

  /// Punctuation and symbols beyond ASCII; anything else begins a word.
  private mutating func scanNonASCII() {
    let width = Self.width(bytes[position])
    switch (bytes[position], at(position + 1)) {
    case (0xC2, 0xA3) where Self.isDigit(at(position + 2)):
      scanNumber(from: position, isMoney: true)
    case (0xC2, let next) where next != 0xAA && next != 0xB5 && next != 0xBA:
      position += 2
    case (0xC3, 0x97), (0xC3, 0xB7): position += 2
    case (0xE2, 0x82) where at(position + 2) == 0xAC && Self.isDigit(at(position + 3)):
      scanNumber(from: position, isMoney: true)
    case (0xE2, let next):
      let last = at(position + 2)
      if next == 0x80 {
        // Dashes, the bullet and the ellipsis part clauses; curly quotes are as commas.
        if (0x92...0x95).contains(last) || last == 0xA2 || last == 0xA6 { joint = .strong }
        if (0x98...0x9F).contains(last) { joint = max(joint, .comma) }
      }
      position = min(bytes.count, position + 3)
    case (0xE3, 0x80): position = min(bytes.count, position + 3)
    case (0xEF, 0xBB), (0xEF, 0xBC), (0xF0, 0x9F): position = min(bytes.count, position + width)
    default: scanWord()
    }
  }

  // MARK: Words

  private mutating func scanWord() {
    let start = position
    if let end = addressEnd(from: start) {
      append(start, end, .address)
      return
    }
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isLetter(byte) || (Self.isDigit(byte) && position > start) {
        position += 1
      } else if byte >= 0x80 {
        guard let step = wordStep(from: position) else { break }
        position += step
      } else if isInnerMark(byte, start: start) {
        position += 1
      } else {
        break
      }
    }
    append(start, position, .word)
  }

  /// Whether `byte` belongs to the word around it: `don't`, `A&E`, `e.g`, `re-admit`.
  private func isInnerMark(_ byte: UInt8, start: Int) -> Bool {
    guard Self.isLetter(at(position + 1)) || at(position + 1) >= 0xC3 else { return false }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "&"): return true
    case UInt8(ascii: "."): return position == start + 1 || bytes[position - 2] == UInt8(ascii: ".")
    case UInt8(ascii: "-"): return isJoiningPrefix(start..<position)
    default: return false
    }
  }

  /// Bytes to go on by when the non-ASCII character at `index` belongs to a word.
  private func wordStep(from index: Int) -> Int? {
    let width = Self.width(bytes[index])
    switch (bytes[index], at(index + 1)) {
    case (0xE2, 0x80):
      let last = at(index + 2)
      let isApostrophe = last == 0x99 || last == 0x98
      let isHyphen = last == 0x90 || last == 0x91
      guard isApostrophe || (isHyphen && isJoiningPrefix(wordStart(before: index)..<index)) else {
        return nil
      }
      return Self.isLetter(at(index + 3)) ? 3 : nil
    case (0xE2, _), (0xF0, 0x9F), (0xE3, 0x80), (0xEF, 0xBB), (0xEF, 0xBC): return nil
    case (0xC2, let next): return next == 0xAA || next == 0xAD || next == 0xB5 || next == 0xBA ? 2 : nil
    case (0xC3, 0x97), (0xC3, 0xB7): return nil
    default: return min(width, bytes.count - index)
    }
  }

  private func wordStart(before index: Int) -> Int {
    var start = index
    while start > 0, Self.isLetter(bytes[start - 1]) { start -= 1 }
    return start
  }

  private func isJoiningPrefix(_ range: Range<Int>) -> Bool {
    guard (1...5).contains(range.count) else { return false }
    let prefix = String(decoding: bytes[range].map { $0 | 0x20 }, as: UTF8.self)
    return Tokenizer.joiningPrefixes.contains(prefix)
  }

  /// The end of a web or mail address that begins at `start`.
  private func addressEnd(from start: Int) -> Int? {
    let first = bytes[start] | 0x20
    var end = start
    if first == UInt8(ascii: "h") || first == UInt8(ascii: "w") {
      let head = String(decoding: bytes[start..<min(bytes.count, start + 8)], as: UTF8.self)
      if head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.") {
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        return trimmedAddressEnd(start, end)
      }
    }
    while end < bytes.count, Self.isMailByte(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "@"), Self.isLetter(at(end + 1)) else { return nil }
    end += 1
    while end < bytes.count, Self.isMailByte(bytes[end]) { end += 1 }
    return trimmedAddressEnd(start, end)
  }

  /// Leaves out the punctuation of the sentence that an address stands in.
  private func trimmedAddressEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1, !Self.isLetter(bytes[end - 1]), !Self.isDigit(bytes[end - 1]),
      bytes[end - 1] != UInt8(ascii: "/"), bytes[end - 1] < 0x80
    {
      end -= 1
    }
    return end
  }

  // MARK: Numbers

  /// Scans the number whose first byte, or whose currency sign, stands at `start`.
  private mutating func scanNumber(from start: Int, isMoney: Bool) {
    position = start + (isMoney ? Self.width(bytes[start]) : 0)
    let digits = position
    var hasColon = false
    var hasSlash = false
    var hasPoint = false
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isDigit(byte) {
        position += 1
      } else if Self.isDigit(at(position + 1)), isInNumber(byte, from: digits) {
        hasColon = hasColon || byte == UInt8(ascii: ":")
        hasSlash = hasSlash || byte == UInt8(ascii: "/")
        hasPoint = hasPoint || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        position += 1
      } else {
        break
      }
    }
    if isMoney { return append(start, position, .money) }
    if at(position) == UInt8(ascii: "%") { return append(start, position + 1, .percent) }
    if let end = clockEnd(from: position) { return append(start, end, .clock) }
    if let end = ordinalEnd(from: position) { return append(start, end, .ordinal) }
    if hasColon { return append(start, position, position - start >= 4 ? .clock : .number) }
    append(start, position, isYear(start, hasSlash: hasSlash, hasPoint: hasPoint) ? .year : .number)
  }

  private func isInNumber(_ byte: UInt8, from start: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): true
    // A comma parts thousands only before three digits.
    case UInt8(ascii: ","):
      Self.isDigit(at(position + 2)) && Self.isDigit(at(position + 3)) && !Self.isDigit(at(position + 4))
    default: false
    }
  }

  private func isYear(_ start: Int, hasSlash: Bool, hasPoint: Bool) -> Bool {
    guard !hasPoint, position - start == 4 || (hasSlash && (position - start == 7 || position - start == 9))
    else { return false }
    let century = (bytes[start], bytes[start + 1])
    return century == (UInt8(ascii: "2"), UInt8(ascii: "0"))
      || century == (UInt8(ascii: "1"), UInt8(ascii: "9"))
  }

  /// The end of `am` or `pm`, close to the digits or after one space.
  private func clockEnd(from index: Int) -> Int? {
    let first = at(index) == 0x20 ? index + 1 : index
    let half = at(first) | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return nil }
    guard at(first + 1) | 0x20 == UInt8(ascii: "m"), !Self.isLetter(at(first + 2)) else { return nil }
    // "I am" is not the case here, but "at 9 am I" is: both are clocks.
    return first + 2
  }

  private func ordinalEnd(from index: Int) -> Int? {
    guard !Self.isLetter(at(index + 2)), !Self.isDigit(at(index + 2)) else { return nil }
    switch (at(index) | 0x20, at(index + 1) | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return index + 2
    default: return nil
    }
  }

  // MARK: Bytes

  private mutating func append(_ start: Int, _ end: Int, _ kind: Token.Kind) {
    let first = bytes[start]
    tokens.append(
      Token(start: start, end: end, kind: kind, joint: joint, isCapitalised: first &- 0x41 < 26))
    joint = .close
    position = max(end, start + 1)
  }

  private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }

  private static func width(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }
}
