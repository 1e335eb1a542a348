extension Surface {
  /// Puts an ASCII letter at a column and moves what stands between it and column `end` one to the right.
  ///
  /// Nothing happens when the row has no room for it. What stood in column `end` is written over.
  /// - Complexity: O(n) in the columns that move.
  package mutating func insert(_ letter: UInt8, at point: Point, movingUpTo end: Int, style: Style) {
    guard point.row >= 0, point.row < size.rows, point.column >= 0, end >= point.column, end < size.columns
    else { return }
    let base = point.row * size.columns
    // A wide glyph that the column cuts in two cannot be moved by halves.
    guard !cells[base + point.column].isContinuation, !cells[base + end].isContinuation else { return }
    var index = base + end
    while index > base + point.column {
      cells[index] = cells[index - 1]
      index -= 1
    }
    cells[index] = Cell(glyph: UInt32(letter), packedStyle: style.packed)
    damage(row: point.row)
  }
}
