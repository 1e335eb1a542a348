/// One change to one answer, small enough to invert, to keep in the undo log and to journal.
///
/// `Answer.apply(_:)` performs an edit and returns its inverse; applying the inverse restores the
/// answer to the byte, the lines it was read from included.
package enum Edit: Hashable, Sendable, Codable {
  /// Replaces `length` UTF-8 bytes at `offset` of a block's text.
  ///
  /// `source` is what the block remembers of its file after the edit: `nil` for a new edit, the old
  /// lines for an inverse that brings the block back to them.
  case text(BlockID, offset: Int, length: Int, with: String, source: String?)
  /// Replaces `count` whole blocks of a part, from the one at index `at`.
  case blocks(PartID, at: Int, count: Int, with: [Block])
  /// Replaces `count` whole parts, from the one at index `at`.
  case parts(at: Int, count: Int, with: [Part])
  /// Replaces the front matter.
  case frontMatter(FrontMatter?)
}

/// An edit that does not fit the answer it was applied to.
package enum EditError: Error, Hashable, CustomStringConvertible {
  /// The answer has no such block.
  case noBlock(BlockID)
  /// The answer has no such part.
  case noPart(PartID)
  /// A range that leaves its list or text, in words.
  case badRange(String)

  /// What did not fit, for whoever mends the program.
  package var description: String {
    switch self {
    case .noBlock(let id): "The edit names block \(id.number), which the answer does not have."
    case .noPart(let id): "The edit names part \(id.number), which the answer does not have."
    case .badRange(let what): "The edit reaches outside \(what)."
    }
  }
}
