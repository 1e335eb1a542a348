/// A word of a text as spelling sees it: with its hyphens and apostrophes, and its place.
package struct SpelledWord: Hashable, Sendable {
  /// As written.
  package var text: String
  /// UTF-8 bytes of the text it stands in.
  package var range: Range<Int>

  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

extension SpelledWord {
  /// The words of `text` whose spelling can be wrong, in order.
  ///
  /// One pass over the UTF-8 bytes. White space parts the text into stretches; a stretch that is an
  /// address, a path or a name with digits is passed over whole, and so is what stands in `{{ }}`.
  /// From the others come runs of letters with single hyphens and apostrophes inside. A run that is
  /// written like an acronym or a product (`MDT`, `ICBs`, `eMAR`, `SystmOne`), a single letter and
  /// letters beyond Latin are left out.
  ///
  /// Limitations: a word broken over two lines by hand is two words; what an acronym stands for is not
  /// asked; a missing space after a full stop is found only before a capital.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func words(in text: String) -> [SpelledWord] {
    var text = text
    return text.withUTF8 { words(in: $0, from: 0) }
  }

  /// The words of `text` near the bytes in `changed`, and the range they were sought in: from white
  /// space to white space, so that the words outside are what they were.
  ///
  /// Where the text has a brace, which may begin a placeholder that reaches anywhere, the range is the
  /// whole.
  ///
  /// - Complexity: O(*n*) in that range, and a search of memory for a brace.
  package static func words(
    in text: String, around changed: Range<Int>
  ) -> (words: [SpelledWord], range: Range<Int>) {
    var text = text
    return text.withUTF8 { bytes in
      guard !bytes.contains(UInt8(ascii: "{")) else { return (words(in: bytes, from: 0), 0..<bytes.count) }
      var start = min(changed.lowerBound, bytes.count)
      var end = min(changed.upperBound, bytes.count)
      while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      return (words(in: UnsafeBufferPointer(rebasing: bytes[start..<end]), from: start), start..<end)
    }
  }

  /// The words of `bytes`, with ranges that count from `offset` before them.
  private static func words(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> [SpelledWord] {
    var scanner = SpellingScanner(bytes: bytes)
    scanner.scan()
    guard offset > 0 else { return scanner.words }
    return scanner.words.map {
      SpelledWord(text: $0.text, range: $0.range.lowerBound + offset..<$0.range.upperBound + offset)
    }
  }
}

extension SpelledWord {
  /// The word without a possessive ending, with its place.
  package var withoutPossessive: SpelledWord {
    let stem = Self.withoutPossessive(text).stem
    return SpelledWord(text: stem, range: range.lowerBound..<range.lowerBound + stem.utf8.count)
  }

  /// A word and its possessive ending, *'s* with either apostrophe; the ending may be empty.
  static func withoutPossessive(_ word: String) -> (stem: String, ending: String) {
    for ending in ["'s", "\u{2019}s", "'S", "\u{2019}S"] where word.hasSuffix(ending) {
      return (String(word.dropLast(2)), ending)
    }
    return (word, "")
  }
}

/// Walks over the bytes of a text and gathers the words to look up.
private struct SpellingScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var words: [SpelledWord] = []

  /// The longest run that is taken for a word, in bytes: Hunspell knows no longer one, and seeking
  /// suggestions for what is not language takes long.
  private static let longest = 80

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scan() {
    var position = 0
    while position < bytes.count {
      if bytes[position] <= 0x20 {
        position += 1
      } else if let end = placeholderEnd(from: position) {
        position = end
      } else {
        let end = stretchEnd(from: position)
        if !isAddress(position..<end) { scanStretch(position..<end) }
        position = end
      }
    }
  }

  /// The end of the placeholder that begins at `start`; of its line, when it is not closed.
  private func placeholderEnd(from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{"), at(start + 1) == UInt8(ascii: "{") else { return nil }
    var end = start + 2
    while end < bytes.count, bytes[end] != 0x0A {
      if bytes[end] == UInt8(ascii: "}"), at(end + 1) == UInt8(ascii: "}") { return end + 2 }
      end += 1
    }
    return end
  }

  private func stretchEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20 {
      if end > start, bytes[end] == UInt8(ascii: "{"), at(end + 1) == UInt8(ascii: "{") { break }
      end += 1
    }
    return end
  }

  /// Whether a stretch is a web or mail address, a path or a name of a file.
  private func isAddress(_ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"):
        if index + 1 < range.upperBound, isLetter(bytes[index + 1]) { return true }
      case UInt8(ascii: ":") where at(index + 1) == UInt8(ascii: "/") && at(index + 2) == UInt8(ascii: "/"):
        return true
      case UInt8(ascii: ".") where index > range.lowerBound && isLetter(bytes[index - 1]):
        // `nhs.uk`, `words.txt`; but `e.g.` has no second letter, and `end.Next` lacks a space.
        let isDomain = isSmall(at(index + 1)) && isSmall(at(index + 2)) && index + 2 < range.upperBound
        if isDomain { return true }
      default: break
      }
    }
    return false
  }

  private mutating func scanStretch(_ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let length = letterLength(at: position, within: range.upperBound)
      guard length > 0 || isNameByte(bytes[position]) else {
        position += 1
        continue
      }
      let end = runEnd(from: position, within: range.upperBound)
      add(position..<end)
      position = end
    }
  }

  /// The end of a run of letters, digits and underscores, with single marks between letters.
  private func runEnd(from start: Int, within limit: Int) -> Int {
    var end = start
    while end < limit {
      let letter = letterLength(at: end, within: limit)
      if letter > 0 {
        end += letter
      } else if isNameByte(bytes[end]) {
        end += 1
      } else {
        let mark = innerMarkLength(at: end, within: limit)
        guard mark > 0, end > start, letterLength(at: end + mark, within: limit) > 0 else { break }
        end += mark
      }
    }
    return end
  }

  private mutating func add(_ range: Range<Int>) {
    var range = range
    // Signs of emphasis stand around a word, not in it.
    while let first = range.first, bytes[first] == UInt8(ascii: "_") { range.removeFirst() }
    while let last = range.last, bytes[last] == UInt8(ascii: "_") { range.removeLast() }
    guard range.count > 1, range.count <= Self.longest else { return }
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    guard WordShape(word) == .word else { return }
    words.append(SpelledWord(text: String(decoding: word, as: UTF8.self), range: range))
  }

  /// Bytes of the letter at `index`, combining marks included; 0 when there is none.
  private func letterLength(at index: Int, within limit: Int) -> Int {
    guard index < limit else { return 0 }
    let byte = bytes[index]
    if byte < 0x80 { return isLetter(byte) ? 1 : 0 }
    switch (byte, at(index + 1)) {
    case (0xC2, 0xAA), (0xC2, 0xB5), (0xC2, 0xBA), (0xC2, 0xAD): return 2
    case (0xC3, 0x97), (0xC3, 0xB7): return 0
    case (0xC3...0xDF, _): return 2
    // Greek Extended and Latin Extended Additional, and the scripts of three and four bytes: the shape
    // of a word tells which of these are looked up.
    case (0xE0...0xE1, _), (0xE3...0xED, _): return byte == 0xE3 && at(index + 1) == 0x80 ? 0 : 3
    case (0xEF, 0xAC): return 3
    default: return 0
    }
  }

  /// Bytes of a hyphen or apostrophe that may stand inside a word.
  private func innerMarkLength(at index: Int, within limit: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"): return 1
    case 0xE2 where at(index + 1) == 0x80:
      let last = at(index + 2)
      return last == 0x99 || last == 0x98 || last == 0x90 || last == 0x91 ? 3 : 0
    default: return 0
    }
  }

  private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private func isNameByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == UInt8(ascii: "_") }
}
