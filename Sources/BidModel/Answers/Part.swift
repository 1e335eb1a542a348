/// What names a part within one answer for as long as a session lasts.
package struct PartID: Hashable, Sendable, Codable {
  /// The number, which is kept as long as the answer is open.
  package let number: Int

  /// The part of a number, which no other of the answer has.
  package init(_ number: Int) { self.number = number }
}

/// One section of an answer: a level-two heading of the file and the blocks under it.
///
/// The text before the first heading is a part without a heading. A part always holds at least one
/// block, so that the cursor always has somewhere to be.
package struct Part: Hashable, Sendable, Codable, Identifiable {
  /// Its number in this session.
  package let id: PartID
  /// The template's key for this part, such as `our-role`; `nil` for a heading the template lacks.
  package var key: String?
  /// The heading's words; `nil` for the text before the first heading.
  package var title: String?
  /// The heading line and the blank lines after it, exactly as they stand; `nil` for one made here.
  package var headingSource: String?
  /// The paragraphs, in order; never empty.
  package var blocks: [Block]

  package init(
    id: PartID, key: String? = nil, title: String?, headingSource: String? = nil, blocks: [Block]
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.headingSource = headingSource
    self.blocks = blocks
  }

  /// Where the block named `id` stands.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  package func index(of id: BlockID) -> Int? { blocks.firstIndex { $0.id == id } }

  /// Whether nothing is written here.
  package var isEmpty: Bool { blocks.allSatisfy(\.isEmpty) }
}
