import BidLanguage
import BidModel
import Screen

/// Where a command moves the cursor.
package enum Movement: Hashable, Sendable {
  case left, right, wordLeft, wordRight
  case up, down, pageUp, pageDown
  case rowStart, rowEnd, answerStart, answerEnd
  case sentenceLeft, sentenceRight, placeholderBefore, placeholderAfter
  case paragraphUp, paragraphDown, partUp, partDown
}

extension WorkbenchState {
  /// Moves the cursor.
  ///
  /// - Parameter selecting: Whether the selection grows with it.
  mutating func move(_ movement: Movement, selecting: Bool) {
    session.sealUndo()
    if !selecting, let selection = editor.selection, movement == .left || movement == .right {
      let (first, last) = inOrder(selection)
      editor.caret = movement == .left ? first : last
      editor.anchor = nil
      editor.goalColumn = nil
      return
    }
    if selecting {
      if editor.anchor == nil { editor.anchor = editor.caret }
    } else {
      editor.anchor = nil
    }
    let goal = isVertical(movement) ? editor.goalColumn ?? caretLine().column : nil
    let from = editor.caret
    editor.caret = position(after: movement, goal: goal ?? 0)
    settleInTable(from: from, by: movement)
    editor.goalColumn = goal
  }

  /// Keeps the cursor of a table among the words of its cells: on the way it goes past bars and the rule under
  /// the head, where nothing can be written.
  private mutating func settleInTable(from: TextPosition, by movement: Movement) {
    guard let (_, block) = caretBlock, block.kind == .table, let lines = TableCells.lines(of: block.text),
      let here = lines.firstIndex(where: { editor.caret.offset <= $0.range.upperBound })
    else { return }
    let isBack = from.block == block.id ? from.offset > editor.caret.offset : isBefore(block.id, from.block)
    let line = lines[here]
    if !line.isRule, let first = line.cells.first, let last = line.cells.last {
      let offset = editor.caret.offset
      guard offset < first.lowerBound || offset > last.upperBound else { return }
      let steps = movement != .rowStart && movement != .rowEnd && from.block == block.id
      // A step beyond the last words of a line is one to the next line; any other comes back to them.
      let leaves =
        offset < first.lowerBound
        ? isBack && from.offset <= first.lowerBound : !isBack && from.offset >= last.upperBound
      guard steps, leaves else {
        editor.caret.offset = offset < first.lowerBound ? first.lowerBound : last.upperBound
        return
      }
    }
    let next = isBack ? lines[..<here].last { !$0.isRule } : lines[(here + 1)...].first { !$0.isRule }
    let edge = isBack ? 0 : block.text.utf8.count
    editor.caret.offset = (isBack ? next?.cells.last?.upperBound : next?.cells.first?.lowerBound) ?? edge
  }

  private func isBefore(_ block: BlockID, _ other: BlockID) -> Bool {
    guard let first = currentAnswer.place(of: block), let second = currentAnswer.place(of: other) else {
      return false
    }
    return first < second
  }

  /// The two positions in the order of the text.
  func inOrder(_ ends: (from: TextPosition, to: TextPosition)) -> (TextPosition, TextPosition) {
    let answer = currentAnswer
    guard let from = answer.place(of: ends.from.block), let to = answer.place(of: ends.to.block) else {
      return (ends.to, ends.to)
    }
    let isForward = from == to ? ends.from.offset <= ends.to.offset : from < to
    return isForward ? (ends.from, ends.to) : (ends.to, ends.from)
  }

  private func isVertical(_ movement: Movement) -> Bool {
    switch movement {
    case .up, .down, .pageUp, .pageDown: true
    default: false
    }
  }

  private mutating func position(after movement: Movement, goal: Int) -> TextPosition {
    switch movement {
    case .left: horizontally(forward: false, byWord: false)
    case .right: horizontally(forward: true, byWord: false)
    case .wordLeft: horizontally(forward: false, byWord: true)
    case .wordRight: horizontally(forward: true, byWord: true)
    case .up: vertically(by: -1, goal: goal)
    case .down: vertically(by: 1, goal: goal)
    case .pageUp: page(by: -1, goal: goal)
    case .pageDown: page(by: 1, goal: goal)
    case .rowStart: inRow(column: 0)
    case .rowEnd: inRow(column: .max)
    case .answerStart: edge(atEnd: false)
    case .answerEnd: edge(atEnd: true)
    case .sentenceLeft: sentence(forward: false)
    case .sentenceRight: sentence(forward: true)
    case .placeholderBefore: placeholder(forward: false)
    case .placeholderAfter: placeholder(forward: true)
    case .paragraphUp: paragraph(forward: false)
    case .paragraphDown: paragraph(forward: true)
    case .partUp: part(forward: false)
    case .partDown: part(forward: true)
    }
  }

  private func horizontally(forward: Bool, byWord: Bool) -> TextPosition {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return editor.caret }
    let text = answer[place].text
    let offset =
      byWord
      ? TextStep.wordOrPlaceholder(in: text, from: editor.caret.offset, forward: forward)
      : TextStep.grapheme(in: text, from: editor.caret.offset, forward: forward)
    if let offset { return TextPosition(block: editor.caret.block, offset: offset) }
    guard let next = answer.place(nextTo: place, forward: forward) else { return editor.caret }
    return TextPosition(block: answer[next].id, offset: forward ? 0 : answer[next].text.utf8.count)
  }

  private mutating func vertically(by step: Int, goal: Int) -> TextPosition {
    var line = caretLine().line
    while let next = step < 0 ? self.line(before: line) : self.line(after: line) {
      line = next
      guard case .text = line.spot else { continue }
      let place = position(on: line, column: goal)
      if !isInRule(place) { return place }
    }
    return step < 0 ? edge(atEnd: false) : edge(atEnd: true)
  }

  private func isInRule(_ position: TextPosition) -> Bool {
    guard let place = currentAnswer.place(of: position.block), currentAnswer[place].kind == .table else {
      return false
    }
    let lines = TableCells.lines(of: currentAnswer[place].text) ?? []
    return lines.contains { line in
      line.isRule && line.range.lowerBound <= position.offset && position.offset <= line.range.upperBound
    }
  }

  private mutating func page(by step: Int, goal: Int) -> TextPosition {
    var line = caretLine().line
    var found = line
    for _ in 0..<max(1, editor.area.rows - 2) {
      guard let next = step < 0 ? self.line(before: line) : self.line(after: line) else { break }
      line = next
      if case .text = line.spot { found = line }
    }
    scroll(by: step * max(1, editor.area.rows - 2))
    return position(on: found, column: goal)
  }

  private mutating func inRow(column: Int) -> TextPosition {
    position(on: caretLine().line, column: column)
  }

  /// The position at `column` of a line of text.
  mutating func position(on line: EditorLine, column: Int) -> TextPosition {
    guard case .text(let block, let row) = line.spot else { return editor.caret }
    let place = BlockPlace(part: line.part, block: block)
    let offset = layout(at: place).layout.offset(row: row, column: column)
    return TextPosition(block: currentAnswer[place].id, offset: offset)
  }

  private func edge(atEnd: Bool) -> TextPosition {
    let parts = currentAnswer.parts
    let block =
      atEnd ? parts[parts.count - 1].blocks[parts[parts.count - 1].blocks.count - 1] : parts[0].blocks[0]
    return TextPosition(block: block.id, offset: atEnd ? block.text.utf8.count : 0)
  }

  /// The start of the next sentence, or of this one or the one before, across paragraphs.
  private func sentence(forward: Bool) -> TextPosition {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return editor.caret }
    if let offset = TextStep.sentence(in: answer[place].text, from: editor.caret.offset, forward: forward) {
      return TextPosition(block: editor.caret.block, offset: offset)
    }
    guard let next = answer.place(nextTo: place, forward: forward) else { return edge(atEnd: forward) }
    let text = answer[next].text
    let last = TextStep.sentence(in: text, from: text.utf8.count, forward: false) ?? 0
    return TextPosition(block: answer[next].id, offset: forward ? 0 : last)
  }

  /// The start of the next placeholder, or of the one before; where the cursor is when there is none.
  private func placeholder(forward: Bool) -> TextPosition {
    let answer = currentAnswer
    var place = answer.place(of: editor.caret.block)
    var limit: Int? = editor.caret.offset
    while let here = place {
      let starts = Placeholder.matches(in: answer[here].text).map(\.range.lowerBound)
      let found =
        limit.map { limit in
          forward ? starts.first { $0 > limit } : starts.last { $0 < limit }
        } ?? (forward ? starts.first : starts.last)
      if let found { return TextPosition(block: answer[here].id, offset: found) }
      place = answer.place(nextTo: here, forward: forward)
      limit = nil
    }
    return editor.caret
  }

  private func paragraph(forward: Bool) -> TextPosition {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return editor.caret }
    if !forward, editor.caret.offset > 0 { return TextPosition(block: editor.caret.block, offset: 0) }
    guard let next = answer.place(nextTo: place, forward: forward) else { return edge(atEnd: forward) }
    return TextPosition(block: answer[next].id, offset: 0)
  }

  private func part(forward: Bool) -> TextPosition {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return editor.caret }
    let isAtStart = place.block == 0 && editor.caret.offset == 0
    let part = forward ? place.part + 1 : isAtStart ? place.part - 1 : place.part
    guard answer.parts.indices.contains(part) else { return edge(atEnd: forward) }
    return TextPosition(block: answer.parts[part].blocks[0].id, offset: 0)
  }
}

extension Answer {
  /// The place next to `place`, across parts, or `nil` at the end.
  func place(nextTo place: BlockPlace, forward: Bool) -> BlockPlace? {
    if forward {
      if place.block + 1 < parts[place.part].blocks.count {
        return BlockPlace(part: place.part, block: place.block + 1)
      }
      return place.part + 1 < parts.count ? BlockPlace(part: place.part + 1, block: 0) : nil
    }
    if place.block > 0 { return BlockPlace(part: place.part, block: place.block - 1) }
    guard place.part > 0 else { return nil }
    return BlockPlace(part: place.part - 1, block: parts[place.part - 1].blocks.count - 1)
  }
}
