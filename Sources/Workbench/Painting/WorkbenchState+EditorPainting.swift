import BidModel
import Screen

extension WorkbenchState {
  /// Paints the rows of the text that differ from what was painted last.
  mutating func paintEditor(on surface: inout Surface, area: Rect) {
    let selection = editor.selection.map { inOrder($0) }
    let answer = currentAnswer
    var line: EditorLine? = editor.top
    var notes: [Int: String] = [:]
    let spellings = session.spelling.blocks(of: answer.id)
    let cut = editor.cut.flatMap { answer.place(of: $0.block) }
    let found = foundRanges
    let earned = earnedRanges
    if editor.painted.count != area.rows {
      editor.painted = Array(
        repeating: PaintedRow(line: nil, stamp: -1, note: "", selected: nil, width: -1), count: area.rows)
    }
    for offset in 0..<area.rows {
      var painted = PaintedRow(line: line, stamp: 0, note: "", selected: nil, width: area.columns)
      var content: BlockLayout?
      switch line?.spot {
      case .heading:
        let part = line?.part ?? 0
        painted.note = notes[part] ?? headingNote(ofPart: part)
        notes[part] = painted.note
      case .text(let block, let row):
        let place = BlockPlace(part: line?.part ?? 0, block: block)
        let (layout, stamps) = layout(at: place)
        content = layout
        painted.stamp = stamps[row]
        painted.selected = selected(selection, at: place, in: answer, layout: layout)
        if !spellings.isEmpty, let faults = spellings[answer[place].id]?.faults {
          painted.misspelt = spelling.isShown ? layout.stretches(of: faults, on: row) : []
        }
        painted.beyond = beyond(row: row, of: layout, at: place, cut: cut)
        painted.found = (found[answer[place].id] ?? []).map { layout.display.shownRange($0) }
        painted.earned = (earned[answer[place].id] ?? []).map { layout.display.shownRange($0) }
      case .limit: painted.note = cutNote
      case .space, nil: break
      }
      if editor.painted[offset] != painted {
        editor.painted[offset] = painted
        paintLine(painted, layout: content, answer: answer, at: area.row + offset, area: area, on: &surface)
      }
      line = line.flatMap { self.line(after: $0) }
    }
  }

  /// Paints the rows of the one block that was typed in, when nothing else on the screen has moved.
  ///
  /// What a keystroke does most often, and so does without a walk over the rows of the view.
  ///
  /// - Returns: Where the cursor stands; `nil`, with nothing lost, when more has to be painted.
  mutating func paintTyping(on surface: inout Surface) -> Point? {
    guard case .typing(let id) = editor.unpainted, id == editor.caret.block, editor.anchor == nil,
      let place = session.answers[currentIndex].answer.place(of: id)
    else { return nil }
    // Typing moves the limit's place within its block; in another it stays until everything is painted.
    let cut = editor.cut.flatMap { session.answers[currentIndex].answer.place(of: $0.block) }
    guard cut != place else { return nil }
    // Words that earn a mark move with what is typed before them.
    let isOfBlock = { (row: PaintedRow) in
      row.line?.block == place && row.selected == nil && row.earned.isEmpty
    }
    guard let start = editor.painted.firstIndex(where: isOfBlock),
      case .text(_, let firstRow) = editor.painted[start].line?.spot
    else { return nil }
    let (layout, stamps) = layout(at: place)
    let end = editor.painted[start...].firstIndex { !isOfBlock($0) } ?? editor.painted.count
    let lastRow = firstRow + end - start
    // Below the block's end stand rows that a longer or shorter block would move.
    guard end == editor.painted.count ? lastRow <= stamps.count : lastRow == stamps.count else { return nil }
    let (caretRow, column) = layout.place(of: editor.caret.offset)
    guard caretRow >= firstRow, caretRow < lastRow else { return nil }
    if view.typewriter, start + caretRow - firstRow != editor.area.rows / 2 { return nil }
    let area = editor.area
    let kind = session.answers[currentIndex].answer[place].kind
    let faults = session.spelling.isEmpty ? [] : session.spelling.faults(in: id, of: editor.answer)
    let painter = RowPainter(theme: theme)
    let isMarked = spelling.isShown && !faults.isEmpty
    for row in firstRow..<lastRow {
      let offset = start + row - firstRow
      let misspelt = isMarked ? layout.stretches(of: faults, on: row) : []
      guard editor.painted[offset].stamp != stamps[row] || editor.painted[offset].misspelt != misspelt else {
        continue
      }
      editor.painted[offset].stamp = stamps[row]
      editor.painted[offset].misspelt = misspelt
      painter.paint(
        editor.painted[offset], layout: layout, kind: kind, row: row,
        at: Point(row: area.row + offset, column: area.column), width: area.columns, on: &surface)
    }
    editor.unpainted = .nothing
    return Point(
      row: area.row + start + caretRow - firstRow, column: area.column + min(column, area.columns - 1))
  }

  /// Where the cursor stands on the screen, if its row is in view.
  mutating func caretPoint(in area: Rect) -> Point? {
    let (caret, column) = caretLine()
    for (offset, row) in editor.painted.enumerated() where row.line == caret {
      return Point(row: area.row + offset, column: area.column + min(column, area.columns - 1))
    }
    return nil
  }

  /// What stands right of a part's heading: how much is written of its share of the limit.
  private mutating func headingNote(ofPart part: Int) -> String {
    let index = currentIndex
    let answer = session.answers[index]
    let template = session.template(of: answer.answer).part(answer.answer.parts[part].key)
    if template?.isSubmitted == false { return "not submitted" }
    if answer.answer.isUnplaced(answer.answer.parts[part]) {
      return "unplaced: the template has no such part"
    }
    let unit = answer.question.limit?.unit ?? session.rule.defaultUnit
    // The count of the last full painting will do: the next one is a moment away.
    let known = session.lastCounts[answer.id] ?? session.count(ofAnswerAt: index)
    let count = known.parts.indices.contains(part) ? known.parts[part][unit] : 0
    guard let limit = answer.question.limit, let share = template?.share, share > 0 else {
      return unit.phrase(count)
    }
    let budget = Int((Double(limit.amount) * share / 100).rounded())
    let words = "\(count) of \(budget)" + (count > budget ? "!" : "")
    return editor.area.columns < 40 || view.isLinear ? words : "\(Self.budgetBar(count, of: budget)) \(words)"
  }

  private func selected(
    _ selection: (TextPosition, TextPosition)?, at place: BlockPlace, in answer: Answer, layout: BlockLayout
  ) -> Range<Int>? {
    guard let (start, end) = selection, let first = answer.place(of: start.block),
      let last = answer.place(of: end.block), first <= place, place <= last
    else { return nil }
    let from = place == first ? layout.display.shownOffset(start.offset) : 0
    let to = place == last ? layout.display.shownOffset(end.offset) : layout.display.text.utf8.count
    return from..<max(from, to)
  }

  private func paintLine(
    _ painted: PaintedRow, layout: BlockLayout?, answer: Answer, at row: Int, area: Rect,
    on surface: inout Surface
  ) {
    let start = Point(row: row, column: area.column)
    switch painted.line?.spot {
    case .heading:
      let title = answer.parts[painted.line?.part ?? 0].title ?? ""
      let note = TextWidth.clip(painted.note, columns: area.columns / 2)
      let room = max(1, area.columns - TextWidth.columns(note))
      surface.write(TextWidth.pad(title, columns: room), at: start, limit: room, style: theme.partHeading)
      surface.write(
        note, at: Point(row: row, column: area.column + room), limit: area.columns - room, style: theme.dim)
    case .text(let block, let rowIndex):
      guard let layout else { return }
      let kind = answer.parts[painted.line?.part ?? 0].blocks[block].kind
      RowPainter(theme: theme).paint(
        painted, layout: layout, kind: kind, row: rowIndex, at: start, width: area.columns, on: &surface)
    case .limit:
      let rest = String(
        repeating: view.isLinear ? " " : "╌", count: max(0, area.columns - TextWidth.columns(painted.note)))
      surface.write(painted.note + rest, at: start, limit: area.columns, style: theme.warning)
    case .space, nil:
      surface.clear(Rect(row: row, column: area.column, rows: 1, columns: area.columns), style: theme.text)
    }
  }
}
