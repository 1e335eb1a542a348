/// What names an answer within a bid for as long as a session lasts: its file's path.
package struct AnswerID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The path of the file, as it was opened.
  package let path: String

  package init(_ path: String) { self.path = path }

  package var description: String { path }
}

/// The response to one question: a file's front matter and its parts.
///
/// The value is lossless. Printing an answer that was only read gives the bytes that were read, and
/// printing one after an edit differs in the lines of the edited blocks alone.
package struct Answer: Hashable, Sendable, Codable, Identifiable {
  package let id: AnswerID
  /// Whether the file begins with a byte order mark.
  package var hasByteOrderMark: Bool
  /// The flat keys at the head; `nil` in a loose file that has none.
  package var frontMatter: FrontMatter?
  /// The parts in the order of the file; never empty.
  package var parts: [Part]
  /// The line end most lines of the file have: `\n` or `\r\n`.
  package var lineEnding: String
  /// Whether the file's last line is ended.
  package var endsWithNewline: Bool
  /// The next block's number.
  private(set) package var nextBlockNumber: Int
  /// The next part's number.
  private(set) package var nextPartNumber: Int

  /// - Precondition: `parts` is not empty and no part is without a block.
  package init(
    id: AnswerID, hasByteOrderMark: Bool = false, frontMatter: FrontMatter? = nil, parts: [Part],
    lineEnding: String = "\n", endsWithNewline: Bool = true
  ) {
    self.id = id
    self.hasByteOrderMark = hasByteOrderMark
    self.frontMatter = frontMatter
    self.parts = parts
    self.lineEnding = lineEnding
    self.endsWithNewline = endsWithNewline
    nextBlockNumber = 1 + (parts.lazy.flatMap(\.blocks).map(\.id.number).max() ?? 0)
    nextPartNumber = 1 + (parts.lazy.map(\.id.number).max() ?? 0)
    checkInvariants()
  }

  /// An id no block of this answer has had.
  package mutating func makeBlockID() -> BlockID {
    defer { nextBlockNumber += 1 }
    return BlockID(nextBlockNumber)
  }

  /// An id no part of this answer has had.
  package mutating func makePartID() -> PartID {
    defer { nextPartNumber += 1 }
    return PartID(nextPartNumber)
  }

  /// Makes sure that ids given out from now on come after those of `blocks`, which an edit brings.
  mutating func reserveIDs(for blocks: some Sequence<Block>) {
    for block in blocks { nextBlockNumber = max(nextBlockNumber, block.id.number + 1) }
  }

  /// Makes sure that part ids given out from now on come after that of `part`.
  mutating func reserveID(for part: Part) {
    nextPartNumber = max(nextPartNumber, part.id.number + 1)
  }

  /// Where the part named `id` stands.
  package func index(of id: PartID) -> Int? { parts.firstIndex { $0.id == id } }

  /// The part and the place in it of the block named `id`.
  ///
  /// - Complexity: O(*n*) in the number of blocks; a thousand take about a microsecond.
  package func place(of id: BlockID) -> BlockPlace? {
    for (part, value) in parts.enumerated() {
      if let block = value.index(of: id) { return BlockPlace(part: part, block: block) }
    }
    return nil
  }

  /// Where every block stands.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  package var placesByBlock: [BlockID: BlockPlace] {
    var places: [BlockID: BlockPlace] = [:]
    for (part, value) in parts.enumerated() {
      for (block, value) in value.blocks.enumerated() {
        places[value.id] = BlockPlace(part: part, block: block)
      }
    }
    return places
  }

  /// The block at `place`.
  package subscript(place: BlockPlace) -> Block {
    get { parts[place.part].blocks[place.block] }
    set { parts[place.part].blocks[place.block] = newValue }
  }

  /// The answer without its empty blocks (one is left in a part that has nothing else): what a file
  /// can hold of it.
  package var withoutEmptyBlocks: Answer {
    var copy = self
    for index in copy.parts.indices {
      let first = copy.parts[index].blocks[0]
      copy.parts[index].blocks.removeAll(where: \.isEmpty)
      if copy.parts[index].blocks.isEmpty { copy.parts[index].blocks = [first] }
    }
    return copy
  }
}

/// The place of a block in an answer, as two indices that hold until the next edit.
package struct BlockPlace: Hashable, Comparable, Sendable {
  /// Index into ``Answer/parts``.
  package var part: Int
  /// Index into ``Part/blocks``.
  package var block: Int

  package init(part: Int, block: Int) {
    self.part = part
    self.block = block
  }

  package static func < (left: BlockPlace, right: BlockPlace) -> Bool {
    (left.part, left.block) < (right.part, right.block)
  }
}
