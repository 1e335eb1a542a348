import BidLanguage
import BidModel

/// A block and what is known of it: what a check looks at.
package struct CheckedBlock: Sendable {
  package let block: Block
  /// The text with its placeholders filled.
  package let rendered: RenderedText
  package let reading: BlockReading
  /// The answer and the block.
  package let place: Finding.Place
  /// The template's key of the part it stands in, such as `evidence`.
  package let part: String?
  package let question: Question
  package let values: KPIValues
  package let context: CheckContext
  /// The bytes of the block's text as written.
  package let bytes: [UInt8]
  /// The words and numbers of the rendered text, in order.
  package let words: [CheckedWord]
  /// The numbers of the rendered text; none in headings and verbatim blocks.
  package let numbers: BlockNumbers

  package init(
    _ block: Block, rendered: RenderedText, reading: BlockReading, place: Finding.Place,
    part: String? = nil, question: Question = Question(), values: KPIValues, context: CheckContext
  ) {
    self.block = block
    self.rendered = rendered
    self.reading = reading
    self.place = Finding.Place(answer: place.answer, block: place.block ?? block.id)
    self.part = part
    self.question = question
    self.values = values
    self.context = context
    bytes = Array(block.text.utf8)
    words = CheckedWord.words(of: rendered)
    numbers = BlockNumbers(rendered, kind: block.kind)
  }

  /// ``place`` with the bytes `range` of the block's text.
  package func place(_ range: Range<Int>) -> Finding.Place {
    Finding.Place(answer: place.answer, block: place.block, range: range)
  }

  /// The words of the block's text at `range`, shortened to about 60 bytes.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  package func quote(_ range: Range<Int>) -> String { quote(range, limit: 60) }

  /// The words of the block's text at `range`, shortened to about `limit` bytes.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  package func quote(_ range: Range<Int>, limit: Int) -> String {
    var taken = bytes[range.clamped(to: 0..<bytes.count)]
    // The sentence around the quote has its own full stop.
    if taken.last == UInt8(ascii: ".") { taken.removeLast() }
    guard taken.count > limit else { return String(decoding: taken, as: UTF8.self) }
    // Cut at a space, so that no character is cut in two.
    let cut = taken.prefix(limit).lastIndex(of: 0x20) ?? taken.startIndex
    return String(decoding: taken[..<cut], as: UTF8.self) + " …"
  }
}

/// A word or number of a block, ready to be compared.
package struct CheckedWord: Hashable, Sendable {
  /// In lower case, without possessive ending.
  package let lower: String
  /// As written.
  package var text: String
  /// A small number of ``lower``: words that differ in it differ. Kept, since each check's phrases ask for it.
  private(set) var sieve: Int
  /// The first two bytes of ``lower``, as one number.
  private(set) var opening: Int
  package var kind: Token.Kind
  package var joint: Token.Joint
  /// UTF-8 bytes of the block's text as written.
  package var range: Range<Int>
  /// Whether it comes from a placeholder's value, which is not the writer's wording.
  package var isQuoted: Bool

  private init(
    lower: String, text: String, kind: Token.Kind, joint: Token.Joint, range: Range<Int>, isQuoted: Bool
  ) {
    (self.lower, self.text, self.kind, self.joint) = (lower, text, kind, joint)
    (self.range, self.isQuoted) = (range, isQuoted)
    sieve = Self.sieve(lower)
    opening = Self.opening(of: lower)
  }

  /// The first two bytes of `word` as one number; 0 stands for one that is not there.
  static func opening(of word: String) -> Int {
    Int(word.utf8.first ?? 0) << 8 | Int(word.utf8.dropFirst().first ?? 0)
  }

  /// A number below 1,024 of the first two bytes, the last and the length of `word`.
  static func sieve(_ word: String) -> Int {
    let bytes = word.utf8
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    let second = bytes.dropFirst().first ?? 0
    return (Int(first) * 37 + Int(second) * 11 + Int(last) * 5 + bytes.count) & 1023
  }

  /// The words of a rendered text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func words(of rendered: RenderedText) -> [CheckedWord] {
    var text = rendered.text
    let isPlain = rendered.runs.count == 1 && rendered.runs[0].chip == nil
    let chips = rendered.runs.filter { $0.chip != nil }.map(\.rendered)
    return text.withUTF8 { bytes in
      Tokenizer().tokens(in: bytes).map { token in
        let word = UnsafeBufferPointer(rebasing: bytes[token.range])
        return CheckedWord(
          lower: Tokenizer.normalised(word), text: String(decoding: word, as: UTF8.self), kind: token.kind,
          joint: token.joint, range: isPlain ? token.range : rendered.sourceRange(token.range),
          isQuoted: chips.contains { $0.overlaps(token.range) })
      }
    }
  }
}

/// An answer, for a check that looks at it as a whole.
package struct CheckedAnswer: Sendable {
  package let id: AnswerID
  package let question: Question
  package let context: CheckContext

  package init(id: AnswerID, question: Question, context: CheckContext) {
    self.id = id
    self.question = question
    self.context = context
  }
}
