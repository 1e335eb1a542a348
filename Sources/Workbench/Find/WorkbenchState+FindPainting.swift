import BidModel
import Screen

extension WorkbenchState {
  /// How many rows at the foot of the text the find box takes.
  var findRows: Int {
    guard case .find(let box) = overlays.last else { return 0 }
    return box.isReplacing ? 4 : 3
  }

  /// The rows of the text area that are left to the text by the find box and the comment at the cursor.
  func areaForText(_ area: Rect) -> Rect {
    let rows = max(min(1, area.rows), area.rows - findRows - comments.rows)
    return Rect(row: area.row, column: area.column, rows: rows, columns: area.columns)
  }

  /// The matches to be marked in the text in hand, by block; nothing while no box is open.
  var foundRanges: [BlockID: [Range<Int>]] {
    guard case .find = overlays.last else { return [:] }
    var ranges: [BlockID: [Range<Int>]] = [:]
    for hit in find.hits where hit.answer == editor.answer {
      ranges[hit.block, default: []].append(hit.match.range)
    }
    return ranges
  }

  /// Paints the find box over the last rows of the text.
  ///
  /// - Returns: Where the terminal's cursor stands in it.
  mutating func paint(_ box: FindBox, on surface: inout Surface) -> Point? {
    let layout = screenLayout
    let whole = Rect(row: 0, column: 0, rows: max(1, size.rows - 1), columns: size.columns)
    let area = layout.inside(.editor) ?? whole
    let height = min(findRows, area.rows)
    guard height > 0, area.columns > 0 else { return nil }
    let rect = Rect(row: area.endRow - height, column: area.column, rows: height, columns: area.columns)
    surface.clear(rect, style: theme.text)
    var rows = [(box.isReplacing ? "Find      " : "Find ", find.query.text, !box.isInReplacement)]
    if box.isReplacing { rows.append(("Replace by ", find.replacement, box.isInReplacement)) }
    var cursor: Point?
    // The field is what a window of one row still shows.
    let first = height > rows.count ? rect.row + 1 : rect.row
    if height > rows.count {
      paintFindTitle(box, at: Point(row: rect.row, column: rect.column), rect.columns, &surface)
    }
    for (offset, (label, text, isInHand)) in rows.enumerated() where first + offset < rect.endRow {
      let point = Point(row: first + offset, column: rect.column)
      let name = TextWidth.pad(label, columns: min(rect.columns, box.isReplacing ? 11 : 5))
      let room = max(1, rect.columns - TextWidth.columns(name) - 1)
      let shown = text.tail(columns: room)
      paintRow(
        PaneRow([(name, isInHand ? theme.title : theme.dim), (shown, theme.text)]), isSelected: false,
        at: point, width: rect.columns, on: &surface)
      guard isInHand else { continue }
      let column = rect.column + TextWidth.columns(name) + TextWidth.columns(shown)
      cursor = Point(row: point.row, column: min(column, rect.endColumn - 1))
    }
    if height > rows.count + 1 {
      surface.write(
        TextWidth.clip(findHint(box, columns: rect.columns), columns: rect.columns),
        at: Point(row: rect.endRow - 1, column: rect.column),
        limit: rect.columns, style: theme.dim)
    }
    return cursor
  }

  private func paintFindTitle(_ box: FindBox, at point: Point, _ columns: Int, _ surface: inout Surface) {
    let rule = { (count: Int) in view.isLinear ? "" : String(repeating: "─", count: max(0, count)) }
    let title = "\(rule(2)) \(box.name) in \(find.scope.title) "
    let count = TextWidth.clip(
      find.countText.isEmpty ? "" : " \(find.countText) \(rule(2))", columns: columns)
    let room = max(0, columns - TextWidth.columns(count))
    let line = title + rule(room - TextWidth.columns(title))
    let isBad = find.fault != nil || (find.hits.isEmpty && find.elsewhere.isEmpty)
    paintRow(
      PaneRow([
        (TextWidth.clip(line, columns: room), theme.focusedBorder),
        (count, isBad ? theme.warning : theme.title),
      ]), isSelected: false, at: point, width: columns, on: &surface)
  }

  /// What keys do, said as fully as `columns` allow: what is not said is in the help.
  private func findHint(_ box: FindBox, columns: Int) -> String {
    let pattern = find.query.isPattern ? "[pattern]" : "pattern"
    let words = find.query.wholeWords ? "[words]" : "words"
    let end = box.isReplacing ? "Tab field  Enter shows" : "Enter stays  Esc back"
    let short = box.isReplacing ? "Tab  Enter" : "Enter  Esc"
    let ways = [
      "^T where  Alt-X \(pattern)  Alt-W \(words)  \(end)",
      "^T where  Alt-X \(pattern)  Alt-W \(words)  \(short)",
      "^T where  Alt-X \(pattern)  Alt-W \(words)", "^T where  \(end)", "^T where  \(short)",
    ]
    return ways.first { TextWidth.columns($0) <= columns } ?? short
  }
}

extension FindBox {
  /// What the box does, as its title begins.
  var name: String { isReplacing ? "Find and replace" : "Find" }
}

extension SearchScope {
  /// The scope in the box's title.
  var title: String {
    switch self {
    case .part: "this part"
    case .answer: "this answer"
    case .bid: "the bid"
    case .workspace: "the workspace"
    }
  }
}

extension DisplayText {
  /// The shown bytes that stand for `source`: the whole chip where it lies inside one.
  func shownRange(_ source: Range<Int>) -> Range<Int> {
    var low = shownOffset(source.lowerBound)
    var high = shownOffset(source.upperBound)
    for chip in chips where chip.role != .open && chip.source.overlaps(source) {
      low = min(low, chip.shown.lowerBound)
      high = max(high, chip.shown.upperBound)
    }
    return low..<max(low, high)
  }
}
