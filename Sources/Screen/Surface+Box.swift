extension Surface {
  /// Draws a frame with a title in its upper edge: `┌ Title ──┐`. The inside is left as it is. A block of one
  /// row or one column gets only the lines that fit.
  package mutating func box(_ rect: Rect, title: String = "", style: Style, titleStyle: Style) {
    guard !rect.isEmpty else { return }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    let middle = Rect(row: rect.row, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
    fill(middle, with: "─", style: style)
    fill(Rect(row: bottom, column: middle.column, rows: 1, columns: middle.columns), with: "─", style: style)
    for row in rect.row...bottom {
      for column in [rect.column, right] {
        fill(Rect(row: row, column: column, rows: 1, columns: 1), with: "│", style: style)
      }
    }
    corner("└", row: bottom, column: rect.column, style: style)
    corner("┘", row: bottom, column: right, style: style)
    corner("┌", row: rect.row, column: rect.column, style: style)
    corner("┐", row: rect.row, column: right, style: style)
    write(title: title, of: rect, row: rect.row, style: titleStyle)
  }

  private mutating func corner(_ sign: Unicode.Scalar, row: Int, column: Int, style: Style) {
    fill(Rect(row: row, column: column, rows: 1, columns: 1), with: sign, style: style)
  }

  private mutating func write(title: String, of rect: Rect, row: Int, style: Style) {
    let room = rect.columns - 4
    guard !title.isEmpty, room > 0 else { return }
    let shown = " " + TextWidth.clip(title, columns: room) + " "
    write(shown, at: Point(row: row, column: rect.column + 1), limit: rect.columns - 2, style: style)
  }
}
