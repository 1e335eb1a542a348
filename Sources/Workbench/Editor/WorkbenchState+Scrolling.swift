import BidModel

extension WorkbenchState {
  /// Moves the view so that the cursor's row is in it, and no further than it has to.
  ///
  /// A cursor that went far away lands a third down the view. No row stays empty below the text while
  /// there is text above the view, as there is after a window has grown.
  ///
  /// - Complexity: O(*r*) in the rows of the view.
  mutating func scrollToCaret() {
    if view.typewriter {
      editor.top = line(caretLine().line, movedUp: editor.area.rows / 2)
      return
    }
    bringCaretIntoView()
    var line: EditorLine? = editor.top
    var empty = editor.area.rows
    while empty > 0, let shown = line {
      empty -= 1
      line = self.line(after: shown)
    }
    editor.top = self.line(editor.top, movedUp: empty)
  }

  private mutating func bringCaretIntoView() {
    let height = max(1, editor.area.rows)
    if !holds(editor.top) { editor.top = caretLine().line }
    let caret = caretLine().line
    if isBefore(caret, editor.top) {
      editor.top = line(caret, movedUp: isNear(caret, editor.top) ? headingRoom(above: caret) : height / 3)
      return
    }
    var line = editor.top
    for _ in 0..<height {
      if line == caret { return }
      guard let next = self.line(after: line) else { return }
      line = next
    }
    // Below the view: a row or two bring it to the last row, further away to a third down.
    let isClose = (0..<4).contains { _ in
      if line == caret { return true }
      guard let next = self.line(after: line) else { return false }
      line = next
      return false
    }
    editor.top = self.line(caret, movedUp: isClose || line == caret ? height - 1 : height / 3)
  }

  /// Moves the view by `rows` without the cursor, which follows when it would leave the view.
  mutating func scroll(by rows: Int) {
    for _ in 0..<abs(rows) {
      guard let next = rows < 0 ? line(before: editor.top) : line(after: editor.top) else { break }
      editor.top = next
    }
  }

  private func isBefore(_ left: EditorLine, _ right: EditorLine) -> Bool {
    (left.part, rank(left.spot).0, rank(left.spot).1) < (right.part, rank(right.spot).0, rank(right.spot).1)
  }

  private func rank(_ spot: EditorLine.Spot) -> (Int, Int) {
    switch spot {
    case .heading: (-1, 0)
    case .text(let block, let row): (block, 2 * row)
    case .limit(let block, let row): (block, 2 * row + 1)
    case .space(let block): (block, .max)
    }
  }

  private mutating func isNear(_ left: EditorLine, _ right: EditorLine) -> Bool {
    var line = left
    for _ in 0..<4 {
      guard let next = self.line(after: line) else { return false }
      if next == right { return true }
      line = next
    }
    return false
  }

  /// One row more when the row above is the part's heading, so that it comes into view too.
  private func headingRoom(above line: EditorLine) -> Int {
    line.spot == .text(block: 0, row: 0) ? 1 : 0
  }

  private mutating func line(_ line: EditorLine, movedUp rows: Int) -> EditorLine {
    var line = line
    for _ in 0..<rows {
      guard let previous = self.line(before: line) else { break }
      line = previous
    }
    return line
  }
}
