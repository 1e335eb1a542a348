extension Surface {
  /// Writes a line of text, clipped to `limit` columns from `start` and to the surface.
  ///
  /// Nothing outside those columns is written, but for the other half of a wide glyph that the text cuts through,
  /// which becomes a space. A wide glyph that would stand across an edge becomes padding. Controls are drawn as
  /// `ScalarWidth.replacement` says; a tab too.
  /// - Returns: the columns used, counted from `start`.
  /// - Complexity: O(n) in the bytes that fit.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, at start: Point, limit: Int = .max, style: Style
  ) -> Int {
    guard start.row >= 0, start.row < size.rows, start.column < size.columns else { return 0 }
    let end = limit < size.columns - start.column ? start.column + max(0, limit) : size.columns
    let whole = Substring(text)
    var walk = GlyphWalk(whole).makeIterator()
    var column = start.column
    var from = whole.startIndex
    while column < end, let glyph = walk.next() {
      let cluster = whole[from..<walk.index]
      from = walk.index
      place(glyph, cluster: cluster, row: start.row, column: column, end: end, packedStyle: style.packed)
      column += glyph.columns
    }
    return min(column, end) - start.column
  }

  /// Writes one grapheme cluster whose glyph is known already, as when the caller walks the text itself.
  /// - Returns: the columns used; none when the place is outside the surface.
  @discardableResult
  package mutating func put(
    _ cluster: Substring, glyph: Glyph, at point: Point, limit: Int = .max, style: Style
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column < size.columns else { return 0 }
    let end = limit < size.columns - point.column ? point.column + max(0, limit) : size.columns
    guard point.column < end else { return 0 }
    place(glyph, cluster: cluster, row: point.row, column: point.column, end: end, packedStyle: style.packed)
    return min(glyph.columns, end - point.column)
  }

  /// Writes spaces over a block.
  /// - Complexity: O(rows × columns) of the block.
  package mutating func clear(_ rect: Rect, style: Style = .plain) {
    fill(rect, with: " ", style: style)
  }

  /// Writes one scalar, which must be one column wide, over a block.
  /// - Complexity: O(rows × columns) of the block.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar, style: Style) {
    let part = rect.intersection(bounds)
    guard !part.isEmpty else { return }
    let cell = Cell(glyph: scalar.value, packedStyle: style.packed)
    for row in part.row..<part.endRow {
      separate(row: row, from: part.column, to: part.endColumn)
      let base = row * size.columns
      for index in base + part.column..<base + part.endColumn { cells[index] = cell }
      damage(row: row)
    }
  }

  /// Puts one glyph at a column that is before `end`; what of it lies left of column 0 or right of `end` is cut,
  /// and a wide glyph that is cut becomes spaces.
  private mutating func place(
    _ glyph: Glyph, cluster: Substring, row: Int, column: Int, end: Int, packedStyle: UInt32
  ) {
    let last = min(column + glyph.columns, end)
    let first = max(column, 0)
    guard first < last else { return }
    separate(row: row, from: first, to: last)
    damage(row: row)
    let base = row * size.columns
    guard first == column, last == column + glyph.columns else {
      for index in base + first..<base + last {
        cells[index] = Cell(glyph: 0x20, packedStyle: packedStyle)
      }
      return
    }
    let drawn =
      glyph.scalar?.value ?? intern(glyph.needsBase ? "\u{25CC}" + cluster : cluster)
    cells[base + first] = Cell(glyph: drawn, packedStyle: packedStyle)
    for index in base + first + 1..<max(base + first + 1, base + last) {
      cells[index] = Cell(glyph: Cell.continuationMark, packedStyle: packedStyle)
    }
  }

  /// Makes spaces of the wide glyphs that reach over either edge of `first..<end`, so that the columns between
  /// can be overwritten.
  private mutating func separate(row: Int, from first: Int, to end: Int) {
    let base = row * size.columns
    if cells[base + first].isContinuation {
      var index = base + first - 1
      while index > base, cells[index].isContinuation {
        cells[index].glyph = 0x20
        index -= 1
      }
      cells[index].glyph = 0x20
      damage(row: row)
    }
    var index = base + end
    while index < base + size.columns, cells[index].isContinuation {
      cells[index].glyph = 0x20
      index += 1
    }
  }
}
