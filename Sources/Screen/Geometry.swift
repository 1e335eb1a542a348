/// How many rows and columns something has.
package struct Size: Hashable, Sendable {
  /// The number of rows, zero or more.
  package var rows: Int
  /// The number of terminal columns, zero or more.
  package var columns: Int

  /// A size; a negative count is taken as zero.
  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// One place on a surface, counted from the top left corner at row 0, column 0.
package struct Point: Hashable, Sendable {
  /// The row, downwards from 0.
  package var row: Int
  /// The terminal column, rightwards from 0.
  package var column: Int

  /// The place at a row and a column.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A block of rows and columns. Its corner may lie outside the surface: drawing is clipped.
package struct Rect: Hashable, Sendable {
  /// The first row.
  package var row: Int
  /// The first column.
  package var column: Int
  /// How many rows it covers, zero or more.
  package var rows: Int
  /// How many columns it covers, zero or more.
  package var columns: Int

  /// A block of rows and columns; a negative count is taken as zero.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a surface of the given size.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// Whether it covers no cell at all.
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The row after the last.
  package var endRow: Int { row + rows }

  /// The column after the last.
  package var endColumn: Int { column + columns }

  /// The rows and columns, without the place.
  package var size: Size { Size(rows: rows, columns: columns) }

  /// Whether the point lies inside.
  package func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  /// The block left when `margin` rows and columns are taken from every side; empty when nothing is left.
  package func inset(by margin: Int) -> Rect {
    Rect(
      row: row + margin, column: column + margin, rows: rows - 2 * margin, columns: columns - 2 * margin)
  }

  /// The part that both blocks cover; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left)
  }
}
