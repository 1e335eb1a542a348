import BidModel

/// Tables, edited cell by cell.
extension WorkbenchState {
  /// Whether the cursor is in a table.
  var isInTable: Bool { caretBlock?.block.kind == .table }

  /// Takes a cursor that stands outside all cells, as a click may leave it, into the nearest one: what is typed
  /// before the first bar or behind the last would end the table.
  mutating func enterCell() {
    guard let (_, block) = caretBlock, block.kind == .table, let lines = TableCells.lines(of: block.text),
      let here = lines.firstIndex(where: { editor.caret.offset <= $0.range.upperBound })
    else { return }
    let line = lines[here].isRule ? lines[(here + 1)...].first { !$0.isRule } : lines[here]
    guard let line, let first = line.cells.first, let last = line.cells.last else { return }
    if editor.caret.offset == line.range.upperBound { editor.caret.offset = last.upperBound }
    editor.caret.offset = max(editor.caret.offset, first.lowerBound)
  }

  /// Selects the words of the next cell, or of the one before; after the last one, of a new row.
  mutating func moveToCell(by step: Int) {
    guard let (_, block) = caretBlock else { return }
    let cells = TableCells(block.text)
    guard let (row, column) = cells.place(of: editor.caret.offset) else { return }
    var (nextRow, nextColumn) = (row, column + step)
    if nextColumn < 0 || nextColumn >= cells.rows[row].count {
      nextRow += step
      guard nextRow >= 0 else { return }
      if nextRow >= cells.rows.count { return addRow() }
      nextColumn = step > 0 ? 0 : max(0, cells.rows[nextRow].count - 1)
    }
    select(cells.rows[nextRow], column: nextColumn, of: block.id)
  }

  /// Goes to the cell below; below the last row, to a new one.
  mutating func moveToCellBelow() {
    guard let (_, block) = caretBlock else { return }
    let cells = TableCells(block.text)
    guard let (row, column) = cells.place(of: editor.caret.offset) else { return }
    guard row + 1 < cells.rows.count else { return addRow() }
    select(cells.rows[row + 1], column: column, of: block.id)
  }

  /// Puts an empty row in below the last one, and the cursor into its first cell.
  mutating func addRow() {
    guard canEdit(), let (_, block) = caretBlock else { return }
    // A first row that is no longer one has no cells.
    let width = max(1, TableCells(block.text).rows.first?.count ?? 1)
    let row = "\n|" + String(repeating: "  |", count: width)
    let caret = editor.caret
    let end = block.text.utf8.count
    editor.caret.offset = end + 3
    perform("New row", [.text(block.id, offset: end, length: 0, with: row, source: nil)], from: caret)
  }

  /// Puts an empty column in at the right.
  mutating func addColumn() {
    guard canEdit(), let (_, block) = caretBlock else { return }
    let caret = editor.caret
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line + (TableRow.isRule(TableRow.cells(of: line)) ? "---|" : "  |")
    }
    perform(
      "New column",
      [
        .text(
          block.id, offset: 0, length: block.text.utf8.count, with: lines.joined(separator: "\n"), source: nil
        )
      ], from: caret)
  }

  /// Puts in a table of a head and one row below the paragraph, or in its place when it is empty.
  mutating func insertTable() {
    guard canEdit(), let (place, block) = caretBlock else { return }
    let caret = editor.caret
    let index = currentIndex
    let table = Block(
      id: session.answers[index].answer.makeBlockID(), kind: .table, text: "|  |  |\n|---|---|\n|  |  |",
      gap: currentAnswer.lineEnding)
    var blocks = currentAnswer.parts[place.part].blocks
    if block.isEmpty { blocks[place.block] = table } else { blocks.insert(table, at: place.block + 1) }
    editor.caret = TextPosition(block: table.id, offset: 2)
    editor.anchor = nil
    replaceBlocks(ofPart: place.part, with: blocks, title: "Insert table", from: caret)
  }

  private mutating func select(_ cells: [Range<Int>], column: Int, of block: BlockID) {
    guard let cell = cells.indices.contains(column) ? cells[column] : cells.last else { return }
    session.sealUndo()
    editor.caret = TextPosition(block: block, offset: cell.upperBound)
    editor.anchor = cell.isEmpty ? nil : TextPosition(block: block, offset: cell.lowerBound)
    editor.goalColumn = nil
  }
}
