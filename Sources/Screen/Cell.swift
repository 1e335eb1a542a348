/// One column of one row in eight bytes: what is drawn there, and in which style.
///
/// The glyph is one of three things: a Unicode scalar; an index into the surface's cluster table, for a
/// grapheme cluster of several scalars; or the mark of a column that a wider glyph to the left already covers.
/// A cell with a cluster means something only together with its surface.
package struct Cell: Hashable, Sendable {
  /// A scalar value, or `clusterFlag` and a table index, or `continuationMark`.
  package var glyph: UInt32
  /// The style as `Style.packed`.
  package var packedStyle: UInt32

  /// The bit that says the rest of the glyph is an index into the cluster table.
  package static let clusterFlag: UInt32 = 0x8000_0000
  /// The glyph of a column covered by the wide glyph to its left.
  package static let continuationMark: UInt32 = 0xFFFF_FFFF
  /// An empty column in the terminal's own colours.
  package static let blank = Cell(glyph: 0x20, packedStyle: 0)

  /// A cell from its two words.
  package init(glyph: UInt32, packedStyle: UInt32) {
    self.glyph = glyph
    self.packedStyle = packedStyle
  }

  /// Whether a wider glyph to the left covers this column.
  package var isContinuation: Bool { glyph == Cell.continuationMark }

  /// The place in the cluster table, when the glyph is a cluster.
  package var clusterIndex: Int? {
    guard glyph & Cell.clusterFlag != 0, !isContinuation else { return nil }
    return Int(glyph & ~Cell.clusterFlag)
  }

  /// The style, unpacked.
  package var style: Style { Style(packed: packedStyle) }
}
