import BidAnalysis
import BidModel
import Screen

/// Where the writer is: the answer shown, the cursor, the selection, and what part of the text is in view.
package struct EditorState: Sendable {
  /// The answer shown.
  package var answer: AnswerID
  /// The cursor.
  package var caret: TextPosition
  /// The other end of the selection, when there is one.
  package var anchor: TextPosition?
  /// The column that moving up and down keeps to.
  var goalColumn: Int?
  /// The first line in view.
  var top: EditorLine
  /// The text area as last laid out.
  var area = Rect(row: 0, column: 0, rows: 20, columns: 60)
  var layouts = LayoutCache()
  /// What each row of the area shows, so that only rows that differ are painted.
  var painted: [PaintedRow] = []
  /// Where the answer passed its limit when everything was painted last.
  var cut: CutPoint?
  /// The text and the register that ``cut`` is of.
  var cutStamp: CountStamp?
  /// What may have changed since the text was painted.
  var unpainted = Unpainted.everything

  /// What a painting has to look at.
  enum Unpainted: Hashable, Sendable {
    case nothing
    /// The text of one block, by typing at the cursor.
    case typing(BlockID)
    case everything
  }

  /// Notes that typing changed `block`.
  mutating func noteTyping(in block: BlockID) {
    unpainted = unpainted == .nothing || unpainted == .typing(block) ? .typing(block) : .everything
  }

  package init(answer: Answer) {
    self.answer = answer.id
    caret = TextPosition(block: answer.parts[0].blocks[0].id, offset: 0)
    top = EditorLine(part: 0, spot: .heading)
  }

  /// The selection's two ends as they were made: where it began, and the cursor.
  package var selection: (from: TextPosition, to: TextPosition)? {
    guard let anchor, anchor != caret else { return nil }
    return (anchor, caret)
  }
}

/// A byte offset in the text of a block.
package struct TextPosition: Hashable, Sendable {
  package var block: BlockID
  /// UTF-8 bytes into ``Block/text``.
  package var offset: Int

  package init(block: BlockID, offset: Int) {
    self.block = block
    self.offset = offset
  }
}

/// A row of the document as it is laid out: a part's heading, a row of a block, or the space after it.
struct EditorLine: Hashable, Sendable {
  /// Index into ``Answer/parts``.
  var part: Int
  var spot: Spot

  /// The block that the line is a row of.
  var block: BlockPlace? {
    guard case .text(let block, _) = spot else { return nil }
    return BlockPlace(part: part, block: block)
  }

  enum Spot: Hashable, Sendable {
    case heading
    /// Row `row` of the block at index `block`.
    case text(block: Int, row: Int)
    /// The empty row after the block at index `block`.
    case space(after: Int)
    /// The line of the limit, under row `row` of the block at index `block`.
    case limit(block: Int, row: Int)
  }
}

/// What a row of the editor was last painted with.
struct PaintedRow: Equatable, Sendable {
  var line: EditorLine?
  /// The layout's stamp, or what a heading says.
  var stamp: Int
  var note: String
  /// Shown bytes that are selected.
  var selected: Range<Int>?
  /// Shown bytes of the block that a search found.
  var found: [Range<Int>] = []
  /// Shown bytes of the block that earn the theme in hand its marks.
  var earned: [Range<Int>] = []
  var width: Int
  /// Bytes from the start of the row that are underlined as misspelt.
  var misspelt: [Range<Int>] = []
  /// What of the row stands behind the limit.
  var beyond = Beyond.nothing

  /// The stamp of a row over which something else was painted.
  static let covered = -2

  /// Whether a letter typed into the row changes nothing but what stands after it.
  var takesEcho: Bool {
    stamp != Self.covered && selected == nil && found.isEmpty && earned.isEmpty && beyond == .nothing
  }
}
