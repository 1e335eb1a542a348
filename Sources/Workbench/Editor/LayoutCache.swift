import BidModel

/// The layouts of the blocks that were shown lately, so that a keystroke wraps one block alone.
struct LayoutCache {
  private var entries: [BlockID: Entry] = [:]
  private var answer: AnswerID?
  private var width = 0
  private var revision = 0
  private var nextStamp = 0
  /// How many blocks have been wrapped since the start: what a test counts instead of timing.
  private(set) var wrapCount = 0

  /// A class only so that looking one up costs one reference count: nothing in it ever changes.
  private final class Entry: Sendable {
    let block: Block
    /// The cursor's offset when the layout was asked for last.
    let cursor: Int?
    /// Where the placeholder starts that is shown as it is written.
    let open: Int?
    let layout: BlockLayout
    let stamps: [Int]

    init(_ block: Block, cursor: Int?, open: Int?, layout: BlockLayout, stamps: [Int]) {
      (self.block, self.cursor, self.open, self.layout, self.stamps) = (block, cursor, open, layout, stamps)
    }

    /// Whether the layout is that of a block with this text and kind.
    func fits(_ other: Block) -> Bool { block.kind == other.kind && block.text == other.text }
  }

  /// The layout of `block`, and for each of its rows a stamp that changes whenever the row does.
  ///
  /// - Parameters:
  ///   - revision: The register's, since chips show its values.
  ///   - cursor: The cursor's offset in the block, if it is there.
  mutating func layout(
    of block: Block, in answer: AnswerID, width: Int, values: KPIValues, revision: Int, cursor: Int?
  ) -> (layout: BlockLayout, stamps: [Int]) {
    if answer != self.answer || width != self.width || revision != self.revision || entries.count > 4_096 {
      entries.removeAll(keepingCapacity: true)
      (self.answer, self.width, self.revision) = (answer, width, revision)
    }
    let old = entries[block.id]
    let known = old.flatMap { $0.fits(block) ? $0 : nil }
    if let known, known.cursor == cursor { return (known.layout, known.stamps) }
    let open = Self.openPlaceholder(in: block.text, cursor: cursor)
    if let known, known.open == open {
      entries[block.id] = Entry(
        block, cursor: cursor, open: open, layout: known.layout, stamps: known.stamps)
      return (known.layout, known.stamps)
    }
    let layout = BlockLayout(block, width: width, values: values, cursor: open == nil ? nil : cursor)
    nextStamp += 1
    wrapCount += 1
    // Most rows of a paragraph say the same after a keystroke, and need no painting.
    let stamps = layout.rows.indices.map { row -> Int in
      guard let old, old.block.kind == block.kind, layout.showsSame(row, as: old.layout) else {
        return nextStamp
      }
      return old.stamps[row]
    }
    entries[block.id] = Entry(block, cursor: cursor, open: open, layout: layout, stamps: stamps)
    return (layout, stamps)
  }

  /// Forgets every layout.
  mutating func removeAll() { entries.removeAll() }

  /// Where the placeholder starts that the cursor is inside, if it is in one.
  private static func openPlaceholder(in text: String, cursor: Int?) -> Int? {
    guard let cursor, text.contains(byte: UInt8(ascii: "{")) else { return nil }
    return Placeholder.matches(in: text)
      .first { $0.range.lowerBound < cursor && cursor < $0.range.upperBound }?.range.lowerBound
  }
}
