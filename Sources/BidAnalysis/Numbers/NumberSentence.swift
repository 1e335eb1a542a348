import BidLanguage

/// The tokens of one sentence with what the lexicon knows of each.
struct NumberSentence {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var words: [Word]
  /// UTF-8 bytes of the sentence.
  let range: Range<Int>

  /// One token and its meanings.
  struct Word {
    var token: Token
    var tags: WordTags = []
    var value = 0.0
    var unit: NumberUnit?
  }

  /// - Complexity: O(*n*) in the length of the sentence.
  init(bytes: UnsafeBufferPointer<UInt8>, tokens: ArraySlice<Token>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    words = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      var word = Word(token: token)
      if token.kind == .word, let packed = PackedWord(UnsafeBufferPointer(rebasing: bytes[token.range])),
        let entry = NumberLexicon.entry(packed)
      {
        word.tags = entry.tags
        word.value = entry.value
        word.unit = entry.unit
      }
      words.append(word)
    }
  }

  var count: Int { words.count }

  /// Whether the token at `index`, if there is one, can mean any of `tags`.
  func has(_ index: Int, _ tags: WordTags) -> Bool {
    words.indices.contains(index) && !words[index].tags.isDisjoint(with: tags)
  }

  /// Whether the token at `index` is `word`, which is ASCII in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard words.indices.contains(index) else { return false }
    let token = words[index].token
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[token.start + $0] | 0x20 == letters[$0] }
    }
  }

  /// The shape of the token at `index`, if there is one.
  func kind(_ index: Int) -> Token.Kind? { words.indices.contains(index) ? words[index].token.kind : nil }

  /// How the token at `index` is joined to the one before; the edges part.
  func joint(_ index: Int) -> Token.Joint {
    words.indices.contains(index) ? words[index].token.joint : .strong
  }

  /// The byte `offset` places after the token at `index`, 0 beyond the sentence.
  func byte(after index: Int, _ offset: Int = 0) -> UInt8 { byte(at: words[index].token.end + offset) }

  /// The byte at `position`, 0 beyond the text.
  func byte(at position: Int) -> UInt8 { position >= 0 && position < bytes.count ? bytes[position] : 0 }

  /// Whether nothing parts the token at `index` from the one before.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && words.indices.contains(index) && words[index - 1].token.end == words[index].token.start
  }

  /// Whether one hyphen joins the token at `index` to the one before.
  func isHyphened(_ index: Int) -> Bool {
    guard index > 0, words.indices.contains(index) else { return false }
    let start = words[index - 1].token.end
    return words[index].token.start == start + 1 && bytes[start] == UInt8(ascii: "-")
  }

  /// Whether only a dash, with or without spaces, stands before the token at `index`.
  func isDashed(_ index: Int) -> Bool {
    gap(before: index) { byte in
      byte == 0x20 || byte == UInt8(ascii: "-") || byte == 0xE2 || byte == 0x80 || byte == 0x93
    }
      && !isGlued(index) && (isHyphened(index) || joint(index) == .strong)
  }

  /// Whether an arrow stands before the token at `index`.
  func isArrowed(_ index: Int) -> Bool {
    guard index > 0, words.indices.contains(index) else { return false }
    let gap = words[index - 1].token.end..<words[index].token.start
    return gap.contains { bytes[$0] == 0xE2 && byte(at: $0 + 1) == 0x86 && byte(at: $0 + 2) == 0x92 }
      || gap.contains { bytes[$0] == UInt8(ascii: "-") && byte(at: $0 + 1) == UInt8(ascii: ">") }
  }

  /// Whether an opening bracket stands before the token at `index`.
  func isBracketed(_ index: Int) -> Bool { gapHolds(UInt8(ascii: "("), before: index) }

  /// Whether `mark` stands between the token at `index` and the one before.
  func gapHolds(_ mark: UInt8, before index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    let start = index > 0 ? words[index - 1].token.end : range.lowerBound
    return (start..<max(start, words[index].token.start)).contains { bytes[$0] == mark }
  }

  private func gap(before index: Int, _ matches: (UInt8) -> Bool) -> Bool {
    guard index > 0, words.indices.contains(index) else { return false }
    return (words[index - 1].token.end..<words[index].token.start).allSatisfy { matches(bytes[$0]) }
  }

  /// UTF-8 bytes from the first to the last of some tokens.
  func span(_ tokens: Range<Int>) -> Range<Int> {
    tokens.isEmpty ? 0..<0 : words[tokens.lowerBound].token.start..<words[tokens.upperBound - 1].token.end
  }

  /// The text of the token at `index` as words are compared.
  func normalised(_ index: Int) -> String {
    Tokenizer.normalised(UnsafeBufferPointer(rebasing: bytes[words[index].token.range]))
  }
}

extension Range<Int> {
  /// From `start` up to `end`, empty when that lies before it.
  init(_ start: Int, upTo end: Int) { self = start..<Swift.max(start, end) }
}
