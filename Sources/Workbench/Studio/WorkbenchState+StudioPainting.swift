import BidStorage
import Screen

extension WorkbenchState {
  /// Paints the studio over the whole window: the text, and beside or below it what is known of it.
  ///
  /// - Returns: Where the cursor stands.
  mutating func paint(_ file: StudioFile, on surface: inout Surface) -> Point? {
    let mark = file.isModified ? " · edited" : ""
    let inside = box(
      "Templates · \(file.name)\(mark)", rows: studioBox.rows, columns: studioBox.columns, on: &surface)
    guard let (textArea, sideArea, isRuled) = studioAreas else { return nil }
    let narrow = inside.columns < 112
    let hint = message?.text ?? (narrow ? Self.shortStudioHint : Self.studioHint)
    let hintStyle = message.map { $0.kind == .note ? theme.text : theme.warning } ?? theme.dim
    let cursor = paintText(of: file, in: textArea, on: &surface)
    studioCaret = cursor
    let sideCursor = paintSide(of: file, in: sideArea, isRuled: isRuled, on: &surface)
    surface.write(
      TextWidth.pad(hint, columns: inside.columns), at: Point(row: inside.endRow - 1, column: inside.column),
      limit: inside.columns, style: hintStyle)
    return file.isTrying ? sideCursor : cursor
  }

  /// What the keys do, for the last line.
  private static let studioHint =
    "^S save · Tab view · Alt-↓ scroll · ^E apply · ^N fault · ^T try · ^Space complete · ^B shipped · Esc close"
  /// The same where there is less room.
  private static let shortStudioHint = "^S save · Tab view · Alt-↓ scroll · ^E apply · F1 keys · Esc close"

  /// The rows and columns that the studio asks for.
  private var studioBox: (rows: Int, columns: Int) { (max(1, size.rows - 2), max(1, size.columns - 4)) }

  /// Where the text and what is known of it stand, and whether the latter is below, under a rule; `nil` in a
  /// window that is too small for both.
  private var studioAreas: (text: Rect, side: Rect, isRuled: Bool)? {
    let inside = boxPlaces(rows: studioBox.rows, columns: studioBox.columns).inside
    guard inside.rows > 4, inside.columns > 10 else { return nil }
    let body = inside.rows - 1
    guard inside.columns >= 96, !view.isLinear else {
      let rows = max(3, body * 3 / 5)
      return (
        Rect(row: inside.row, column: inside.column, rows: rows, columns: inside.columns),
        Rect(row: inside.row + rows, column: inside.column, rows: body - rows, columns: inside.columns),
        !view.isLinear
      )
    }
    let columns = inside.columns * 3 / 5
    return (
      Rect(row: inside.row, column: inside.column, rows: body, columns: columns),
      Rect(
        row: inside.row, column: inside.column + columns + 2, rows: body,
        columns: inside.columns - columns - 2), false
    )
  }

  /// Scrolls the view beside the text, no further than to its last line.
  mutating func scrollStudioView(by step: Int) {
    guard let file = studio, let side = studioAreas?.side else { return }
    let height = side.rows - (file.view == .sentence ? 2 : 1)
    let last = max(0, sideRows(of: file, width: side.columns).count - height)
    changeStudio { $0.viewTop = max(0, min(last, $0.viewTop + step)) }
  }

  private mutating func paintText(of file: StudioFile, in area: Rect, on surface: inout Surface) -> Point {
    let number = String(file.text.lines.count).count
    let room = max(1, area.columns - number - 2)
    var list = ListState(selected: file.text.row, top: file.text.top)
    list.keepInView(count: file.text.lines.count, height: area.rows)
    if list.top != file.text.top { changeTop(list.top) }
    let cursorColumns = TextWidth.columns(String(file.text.lines[file.text.row].prefix(file.text.column)))
    let shift = max(0, cursorColumns - room + 1)
    let marks = Dictionary(
      file.faults.filter { $0.path == file.path }.compactMap { fault in
        fault.line.map { ($0, fault.isAdvice) }
      },
      uniquingKeysWith: { first, _ in first })
    for offset in 0..<area.rows {
      let index = list.top + offset
      guard file.text.lines.indices.contains(index) else { break }
      let fault = marks[index + 1]
      let sign = fault == nil ? " " : view.isLinear ? "!" : "▲"
      let point = Point(row: area.row + offset, column: area.column)
      surface.write(
        TextWidth.pad("\(index + 1)", columns: number, alignment: .trailing) + sign, at: point,
        limit: number + 1,
        style: fault == nil ? theme.dim : theme.error)
      let line = Self.visible(file.text.lines[index])
      let shown = index == file.text.row && shift > 0 ? String(line.dropFirst(shift)) : line
      let isComment = line.drop { $0 == " " }.hasPrefix("#")
      let start = Point(row: point.row, column: point.column + number + 2)
      surface.write(
        TextWidth.clip(shown, columns: room), at: start, limit: room,
        style: isComment ? theme.dim : theme.text)
      let hidden = index == file.text.row ? min(shift, line.count) : 0
      paintSelection(
        of: file.text, row: index, line: line, hidden: hidden, at: start, room: room, on: &surface)
    }
    return Point(
      row: area.row + file.text.row - list.top,
      column: area.column + number + 2 + min(room - 1, cursorColumns - shift))
  }

  /// Paints the selected part of a line over it; an empty line that is selected shows one column.
  private func paintSelection(
    of text: StudioText, row: Int, line: String, hidden: Int, at start: Point, room: Int,
    on surface: inout Surface
  ) {
    guard let range = text.selection, range.lowerBound.row <= row, row <= range.upperBound.row else { return }
    let from = max(hidden, row == range.lowerBound.row ? range.lowerBound.column : 0)
    let isLast = row == range.upperBound.row
    let to = isLast ? range.upperBound.column : line.count
    guard from < to || !isLast else { return }
    let before = TextWidth.columns(String(line.prefix(from).dropFirst(hidden)))
    guard before < room else { return }
    let words = String(line.prefix(to).dropFirst(from)) + (isLast ? "" : " ")
    surface.write(
      TextWidth.clip(words, columns: room - before),
      at: Point(row: start.row, column: start.column + before), limit: room - before, style: theme.selected)
  }

  /// A line without its CR, tabs as spaces.
  private static func visible(_ line: String) -> String {
    String(line.unicodeScalars.filter { $0 != "\r" }.map { $0 == "\t" ? " " : Character($0) })
  }

  private mutating func changeTop(_ top: Int) { touchStudio { $0.text.top = top } }

  private func paintSide(of file: StudioFile, in area: Rect, isRuled: Bool, on surface: inout Surface)
    -> Point?
  {
    guard area.rows > 1 else { return nil }
    let index = StudioFile.View.allCases.firstIndex(of: file.view) ?? 0
    let rows = sideRows(of: file, width: area.columns)
    let below = rows.count - file.viewTop - (area.rows - (file.view == .sentence ? 2 : 1))
    let title =
      "\(isRuled ? "── " : "")\(file.view.rawValue) · \(index + 1) of \(StudioFile.View.allCases.count)"
      + (below > 0 ? " · \(below) more below" : "")
    surface.write(
      TextWidth.pad(title, columns: area.columns), at: Point(row: area.row, column: area.column),
      limit: area.columns, style: theme.title)
    var row = area.row + 1
    var cursor: Point?
    if file.view == .sentence {
      let shown = "> " + file.sentence.tail(columns: max(1, area.columns - 3))
      let text = file.sentence.isEmpty && !file.isTrying ? "> Ctrl-T, then a sentence" : shown
      surface.write(
        TextWidth.clip(text, columns: area.columns), at: Point(row: row, column: area.column),
        limit: area.columns, style: file.isTrying ? theme.text : theme.dim)
      cursor = Point(row: row, column: area.column + min(area.columns - 1, TextWidth.columns(shown)))
      row += 1
    }
    for item in rows.dropFirst(file.viewTop) where row < area.row + area.rows {
      paintRow(
        item, isSelected: false, at: Point(row: row, column: area.column), width: area.columns, on: &surface)
      row += 1
    }
    return cursor
  }

  /// The lines of the view, wrapped.
  private func sideRows(of file: StudioFile, width: Int) -> [PaneRow] {
    sideLines(of: file).flatMap { line in
      let indent = String(line.text.prefix { $0 == " " })
      return PaneRow.wrapped(
        line.text, width: width, indent: indent.count + 2, first: indent, style: style(of: line.kind))
    }
  }

  private func style(of kind: StudioLine.Kind) -> Style {
    switch kind {
    case .plain: theme.text
    case .good: theme.good
    case .bad: theme.warning
    case .fault: theme.error
    }
  }

  private func sideLines(of file: StudioFile) -> [StudioLine] {
    let isBroken = file.faults.contains { !$0.isAdvice }
    guard file.view == .faults || (isBroken && file.view != .differences) else { return file.found }
    let faults = file.faults.map { fault -> StudioLine in
      let place = [fault.line, fault.column].compactMap { $0.map(String.init) }.joined(separator: ":")
      let path = fault.path == file.path ? place : "\(fault.path):\(place)"
      return StudioLine(
        "\(path)\(path.isEmpty ? "" : " ")\(fault.problem). \(fault.remedy).",
        fault.isAdvice ? .bad : .fault)
    }
    return faults.isEmpty ? [StudioLine("✓ Nothing is wrong.", .good)] : faults
  }
}
