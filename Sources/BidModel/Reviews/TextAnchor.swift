/// What a comment is about, in words that survive on disk: ids live for a session, text is what stays.
///
/// It keeps the part, the block's fingerprint and place, the words, and up to 24 characters around them,
/// inside the block and beyond it. ``place(in:)`` finds it again.
package struct TextAnchor: Hashable, Sendable {
  /// The part's key, else its title; empty for the whole answer, or the text before the first heading.
  package var part: String
  /// ``Fingerprint`` of the block's text; empty for a whole part or answer.
  package var block: String
  /// The block's place in its part, from 1; 0 for a whole part or answer.
  package var ordinal: Int
  /// UTF-8 bytes from the block's start to the words.
  package var offset: Int
  /// The words; the whole text of the block when it was commented on as a whole.
  package var quote: String
  /// Up to 24 characters before the words, in the block.
  package var before: String
  /// Up to 24 characters after the words, in the block.
  package var after: String
  /// The last 24 characters of the block above, in the part.
  package var above: String
  /// The first 24 characters of the block below, in the part.
  package var below: String
  /// The further paragraphs of a selection that goes over several, each with an anchor of its own.
  package var following: [TextAnchor] = []

  package init(
    part: String, block: String = "", ordinal: Int = 0, offset: Int = 0, quote: String = "",
    before: String = "", after: String = "", above: String = "", below: String = ""
  ) {
    self.part = part
    self.block = block
    self.ordinal = ordinal
    self.offset = offset
    self.quote = quote
    self.before = before
    self.after = after
    self.above = above
    self.below = below
  }

  /// The whole answer.
  package static let answer = TextAnchor(part: "")

  /// Characters of context that are kept on each side.
  package static let context = 24

  /// Whether it is about words, not a whole part or answer.
  package var isOfText: Bool { !block.isEmpty }

  /// A whole part.
  package init(_ part: Part) { self.init(part: part.anchorName) }

  /// `range` of the block at `place`; the whole block when it is left out.
  ///
  /// - Parameter range: UTF-8 bytes of ``Block/text``.
  /// - Complexity: O(*n*) in the length of the part.
  package init(_ place: BlockPlace, _ range: Range<Int>? = nil, in answer: Answer) {
    let part = answer.parts[place.part]
    let text = part.blocks[place.block].text
    let range = range ?? 0..<text.utf8.count
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
    let neighbours = Self.neighbours(of: place.block, in: part)
    self.init(
      part: part.anchorName, block: Fingerprint(of: text).description, ordinal: place.block + 1,
      offset: range.lowerBound, quote: String(text[start..<end]),
      before: String(text[..<start].suffix(Self.context)), after: String(text[end...].prefix(Self.context)),
      above: neighbours.above, below: neighbours.below)
  }

  /// What is selected of several blocks, in the order of the text.
  ///
  /// - Parameter pieces: One for each block, never empty; ranges are UTF-8 bytes of ``Block/text``.
  /// - Complexity: O(*n*) in the length of the parts.
  package init(pieces: [(place: BlockPlace, range: Range<Int>)], in answer: Answer) {
    self.init(pieces[0].place, pieces[0].range, in: answer)
    following = pieces.dropFirst().map { TextAnchor($0.place, $0.range, in: answer) }
  }

  /// The words of every paragraph, each on a line of its own.
  package var wholeQuote: String { ([quote] + following.map(\.quote)).joined(separator: "\n") }

  /// What stands right above and below a block, inside its part.
  static func neighbours(of index: Int, in part: Part) -> (above: String, below: String) {
    let above = index > 0 ? String(part.blocks[index - 1].text.suffix(context)) : ""
    let below = index + 1 < part.blocks.count ? String(part.blocks[index + 1].text.prefix(context)) : ""
    return (above, below)
  }
}

extension Part {
  /// What a part is known by on disk: its key, else its title.
  package var anchorName: String { key ?? title ?? "" }
}

/// Where an anchor's words are now.
package struct AnchorPlace: Hashable, Sendable {
  package var state: State
  /// `nil` for a whole part or answer, and where nothing can be pointed to.
  package var block: BlockID?
  /// UTF-8 bytes of the block's text; `nil` when only the place, not the words, is known.
  package var range: Range<Int>?
  /// Index of the part; `nil` for the whole answer, or when it is gone.
  package var part: Int?
  /// The words in the blocks after the first, for a selection that goes over several.
  package var following: [Piece] = []

  /// Words in one block.
  package struct Piece: Hashable, Sendable {
    package var block: BlockID
    /// UTF-8 bytes of the block's text.
    package var range: Range<Int>

    package init(block: BlockID, range: Range<Int>) {
      self.block = block
      self.range = range
    }
  }

  package init(
    _ state: State, block: BlockID? = nil, range: Range<Int>? = nil, part: Int? = nil,
    following: [Piece] = []
  ) {
    self.state = state
    self.block = block
    self.range = range
    self.part = part
    self.following = following
  }

  /// The words in each block, in the order of the text; empty when only the place is known.
  package var pieces: [Piece] {
    guard let block, let range else { return [] }
    return [Piece(block: block, range: range)] + following
  }

  /// How sure the place is.
  package enum State: String, Hashable, Sendable {
    /// The same words where they were.
    case anchored
    /// The same words, in another place or among other words.
    case moved
    /// The words are gone, or stand in two places that fit equally; the old words are shown.
    case drifted
  }
}
