/// What names a block for as long as a session lasts.
///
/// Ids are given out by ``Answer/makeBlockID()`` in order, are never reused within an answer, and are
/// not written to the file: on disk a place is found again by its words (see `docs/files.md`).
package struct BlockID: Hashable, Comparable, Sendable, Codable {
  /// The number behind the id, unique within one answer.
  package let number: Int

  /// The block of a number, which no other of the answer has.
  package init(_ number: Int) { self.number = number }

  /// Whether one was numbered before the other; this says nothing of their places.
  package static func < (left: BlockID, right: BlockID) -> Bool { left.number < right.number }
}

/// The unit of everything: one paragraph, list item, heading or whole table of an answer.
///
/// A block is edited, wrapped, counted, read and anchored as one. It remembers the lines it was read
/// from, so that a file nobody edited is written back byte for byte, and an undone edit is undone to
/// the byte as well.
package struct Block: Hashable, Sendable, Codable, Identifiable {
  /// Its number in this session.
  package let id: BlockID
  /// What the block is, and the marker that says so in the file.
  package var kind: Kind
  /// The words, without marker and without escapes; `\n` stands where the file's author broke the line.
  package var text: String
  /// The lines as they stand in the file, line ends included; `nil` once the block was edited.
  package var source: String?
  /// The blank lines that follow the block in the file, exactly as they stand.
  package var gap: String

  /// A block; one without `source` is printed from its text.
  package init(id: BlockID, kind: Kind, text: String, source: String? = nil, gap: String = "") {
    self.id = id
    self.kind = kind
    self.text = text
    self.source = source
    self.gap = gap
  }

  /// What a block is.
  package enum Kind: Hashable, Sendable, Codable {
    /// A paragraph.
    case prose
    /// One item of a bulleted list.
    case bullet(ListMarker)
    /// One item of a numbered list.
    case numbered(ListMarker)
    /// A heading below the part's own, `level` from 3 to 6.
    case heading(level: Int)
    /// A whole table; its text is the table's lines.
    case table
    /// Lines kept as they are: a comment, a fenced block, a rule. Neither counted nor exported.
    case verbatim

    /// Whether the block is an item of a list.
    package var isItem: Bool {
      switch self {
      case .bullet, .numbered: true
      default: false
      }
    }
  }

  /// Whether the block holds nothing but white space: a place for the cursor, not content. Files do
  /// not hold such blocks.
  package var isEmpty: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } }
}

/// The marker of a list item as its author wrote it.
package struct ListMarker: Hashable, Sendable, Codable {
  /// Spaces or tabs before the marker.
  package var indent: String
  /// `-`, `*`, `+`, or a number with its point or bracket, such as `3.`
  package var symbol: String
  /// The space between the marker and the words.
  package var space: String

  /// A marker, `- ` unless told otherwise.
  package init(indent: String = "", symbol: String = "-", space: String = " ") {
    self.indent = indent
    self.symbol = symbol
    self.space = space
  }

  /// Depth in the list: one for every two columns of indent.
  package var level: Int { indent.utf8.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) } / 2 }
}
