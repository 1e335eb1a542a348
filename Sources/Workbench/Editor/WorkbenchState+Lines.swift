import BidModel

/// Walking the document row by row, laying out only the blocks that are reached.
extension WorkbenchState {
  /// The answer in the editor.
  var currentAnswer: Answer { session.answers[currentIndex].answer }

  /// The place in the session of the answer in the editor.
  var currentIndex: Int { session.index(of: editor.answer) ?? 0 }

  /// The layout of the block at `place`, with a stamp for each of its rows.
  mutating func layout(at place: BlockPlace) -> (layout: BlockLayout, stamps: [Int]) {
    let index = currentIndex
    let block = session.answers[index].answer[place]
    return editor.layouts.layout(
      of: block, in: editor.answer, width: editor.area.columns, values: session.values,
      revision: session.values.register.revision,
      cursor: block.id == editor.caret.block ? editor.caret.offset : nil)
  }

  /// The line after `line`, or `nil` at the end of the answer.
  mutating func line(after line: EditorLine) -> EditorLine? {
    let parts = session.answers[currentIndex].answer.parts
    switch line.spot {
    case .heading:
      return EditorLine(part: line.part, spot: .text(block: 0, row: 0))
    case .text(let block, let row):
      let place = BlockPlace(part: line.part, block: block)
      if editor.cut != nil, let cut = cutRow(), cut == (place, row) {
        return EditorLine(part: line.part, spot: .limit(block: block, row: row))
      }
      return textLine(after: row, of: place)
    case .limit(let block, let row):
      return textLine(after: row, of: BlockPlace(part: line.part, block: block))
    case .space(let block):
      if block + 1 < parts[line.part].blocks.count {
        return EditorLine(part: line.part, spot: .text(block: block + 1, row: 0))
      }
      return line.part + 1 < parts.count ? firstLine(ofPart: line.part + 1) : nil
    }
  }

  /// The line after a row of a block, when the line of the limit does not stand between.
  private mutating func textLine(after row: Int, of place: BlockPlace) -> EditorLine? {
    let parts = session.answers[currentIndex].answer.parts
    if row + 1 < layout(at: place).layout.rows.count {
      return EditorLine(part: place.part, spot: .text(block: place.block, row: row + 1))
    }
    let blocks = parts[place.part].blocks
    if place.block + 1 < blocks.count, blocks[place.block].kind.isItem, blocks[place.block + 1].kind.isItem {
      return EditorLine(part: place.part, spot: .text(block: place.block + 1, row: 0))
    }
    let isLast = place.block + 1 == blocks.count && place.part + 1 == parts.count
    return isLast ? nil : EditorLine(part: place.part, spot: .space(after: place.block))
  }

  /// The line before `line`, or `nil` at the start of the answer.
  mutating func line(before line: EditorLine) -> EditorLine? {
    let parts = session.answers[currentIndex].answer.parts
    switch line.spot {
    case .heading:
      guard line.part > 0 else { return nil }
      return EditorLine(part: line.part - 1, spot: .space(after: parts[line.part - 1].blocks.count - 1))
    case .text(let block, let row):
      if row > 0 { return lineOfText(BlockPlace(part: line.part, block: block), row: row - 1) }
      guard block > 0 else {
        return parts[line.part].title == nil ? nil : EditorLine(part: line.part, spot: .heading)
      }
      let blocks = parts[line.part].blocks
      return blocks[block - 1].kind.isItem && blocks[block].kind.isItem
        ? lastLine(of: BlockPlace(part: line.part, block: block - 1))
        : EditorLine(part: line.part, spot: .space(after: block - 1))
    case .limit(let block, let row):
      return EditorLine(part: line.part, spot: .text(block: block, row: row))
    case .space(let block):
      return lastLine(of: BlockPlace(part: line.part, block: block))
    }
  }

  /// The first line of a part: its heading, when it has one.
  func firstLine(ofPart part: Int) -> EditorLine {
    let hasHeading = session.answers[currentIndex].answer.parts[part].title != nil
    return EditorLine(part: part, spot: hasHeading ? .heading : .text(block: 0, row: 0))
  }

  private mutating func lastLine(of place: BlockPlace) -> EditorLine {
    lineOfText(place, row: layout(at: place).layout.rows.count - 1)
  }

  /// A row of a block as it is come upon from below: the line of the limit, when that stands under it.
  private mutating func lineOfText(_ place: BlockPlace, row: Int) -> EditorLine {
    if editor.cut != nil, let cut = cutRow(), cut == (place, row) {
      return EditorLine(part: place.part, spot: .limit(block: place.block, row: row))
    }
    return EditorLine(part: place.part, spot: .text(block: place.block, row: row))
  }

  /// The line the cursor is on, and its column in the text area.
  mutating func caretLine() -> (line: EditorLine, column: Int) {
    guard let place = currentAnswer.place(of: editor.caret.block) else {
      return (firstLine(ofPart: 0), 0)
    }
    let (row, column) = layout(at: place).layout.place(of: editor.caret.offset)
    return (EditorLine(part: place.part, spot: .text(block: place.block, row: row)), column)
  }

  /// Whether `line` still stands in the answer, after edits and new widths.
  mutating func holds(_ line: EditorLine) -> Bool {
    let parts = session.answers[currentIndex].answer.parts
    guard parts.indices.contains(line.part) else { return false }
    switch line.spot {
    case .heading: return parts[line.part].title != nil
    case .space(let block): return parts[line.part].blocks.indices.contains(block)
    case .limit(let block, let row):
      guard let cut = cutRow() else { return false }
      return cut == (BlockPlace(part: line.part, block: block), row)
    case .text(let block, let row):
      guard parts[line.part].blocks.indices.contains(block) else { return false }
      return row < layout(at: BlockPlace(part: line.part, block: block)).layout.rows.count
    }
  }
}
