import BidModel
import Screen

extension WorkbenchState {
  /// Paints the editor alone: what a keystroke needs before anything else.
  ///
  /// - Returns: Where the terminal's cursor stands.
  package mutating func paintText(on surface: inout Surface) -> Point? {
    let layout = screenLayout
    guard let area = layout.inside(.editor), !area.isEmpty else { return nil }
    editor.area = areaForText(area)
    scrollToCaret()
    paintEditor(on: &surface, area: editor.area)
    paintCommentMargin(on: &surface, layout: layout)
    editor.unpainted = .nothing
    guard overlays.isEmpty, focus == .editor else { return nil }
    return caretPoint(in: editor.area)
  }

  /// Paints everything.
  ///
  /// - Returns: Where the terminal's cursor stands.
  package mutating func paint(on surface: inout Surface) -> Point? {
    if surface.size != size {
      surface.resize(to: size)
      editor.painted = []
    }
    if view.isLinear { announceChanges() }
    hasFindings = !currentFindings.isEmpty
    let layout = screenLayout
    if layout.panes[.coverage] == nil { planning.themeInHand = nil }
    if let area = layout.inside(.editor) { layOutComments(in: area) }
    paintBars(on: &surface, layout: layout)
    for pane in PaneID.allCases {
      guard let rect = layout.panes[pane] else { continue }
      paintBorder(of: pane, rect, layout: layout, on: &surface)
      if pane != .editor, let inside = layout.inside(pane) { paintList(pane, inside, on: &surface) }
    }
    refreshCut()
    var cursor = paintText(on: &surface)
    if lookAtSpellingInView() { cursor = paintText(on: &surface) }
    if let area = layout.inside(.editor) { paintCommentStrip(on: &surface, area: area) }
    if layout.panes[.editor] == nil { cursor = view.isLinear ? selectedRowPoint(layout) : nil }
    // A box that covers the whole window still leaves room to what is said of it.
    if !view.isLinear { paintLongMessage(on: &surface, layout: layout) }
    for overlay in overlays { cursor = paint(overlay, on: &surface) ?? cursor }
    if view.isLinear { paintLongMessage(on: &surface, layout: layout) }
    // What lay under an overlay is painted again when it goes.
    if !overlays.isEmpty { editor.painted = [] }
    return cursor
  }

  /// Where the selected row of the pane in hand begins: a screen reader follows the cursor.
  private func selectedRowPoint(_ layout: ScreenLayout) -> Point? {
    guard let area = layout.inside(focus), let list = lists[focus] else { return nil }
    return Point(row: area.row + list.selected - list.top, column: area.column)
  }

  private mutating func paintBorder(
    of pane: PaneID, _ rect: Rect, layout: ScreenLayout, on surface: inout Surface
  ) {
    if pane == .editor { clearMargins(of: rect, layout: layout, on: &surface) }
    guard layout.hasBorders else { return }
    let isFocused = focus == pane
    surface.box(
      rect, title: title(of: pane, width: rect.columns - 4),
      style: isFocused ? theme.focusedBorder : theme.border,
      titleStyle: isFocused ? theme.focusedBorder : theme.title)
  }

  /// The columns of air on each side of the text belong to nobody else.
  private mutating func clearMargins(of rect: Rect, layout: ScreenLayout, on surface: inout Surface) {
    let inner = layout.hasBorders ? rect.inset(by: 1) : rect
    guard let text = layout.inside(.editor) else { return }
    surface.clear(
      Rect(row: inner.row, column: inner.column, rows: inner.rows, columns: text.column - inner.column),
      style: theme.text)
    surface.clear(
      Rect(
        row: inner.row, column: text.endColumn, rows: inner.rows,
        columns: max(0, inner.endColumn - text.endColumn)), style: theme.text)
    if areaForText(text) != editor.area { editor.painted = [] }
  }

  private func title(of pane: PaneID, width: Int) -> String {
    let title =
      switch pane {
      case .outline: outlineTitle
      case .editor: session.answers[currentIndex].name
      case .coverage: coverageTitle
      case .kpis: kpiTitle
      case .findings: "Findings \(currentFindings.count)"
      case .guidance: "Question and guidance"
      case .plan: "Plan"
      }
    // Room is left for the sign that says that there is more above.
    return TextWidth.clip(title, columns: max(0, pane == .editor ? width : width - 4))
  }

  /// The rows of a list pane for its width.
  mutating func rows(of pane: PaneID, width: Int) -> [PaneRow] {
    switch pane {
    case .outline: outlineRows(width: width)
    case .coverage: coverageRows(width: width)
    case .kpis: kpiRows(width: width)
    case .findings: findingRows(width: width)
    case .guidance: guidanceRows(width: width)
    case .plan: planRows(width: width)
    case .editor: []
    }
  }

  private mutating func paintList(_ pane: PaneID, _ area: Rect, on surface: inout Surface) {
    let rows = rows(of: pane, width: area.columns)
    var list = lists[pane] ?? ListState()
    list.keepInView(
      count: rows.count, height: area.rows, itemEnd: ListState.itemEnd(of: list.selected, in: rows))
    lists[pane] = list
    if pane == .coverage { planning.themeInHand = themeInHand(rows: rows, list: list) }
    paintMore(of: pane, above: list.top, below: rows.count - list.top - area.rows, on: &surface)
    for offset in 0..<area.rows {
      let index = list.top + offset
      let isSelected = focus == pane && index == list.selected && overlays.isEmpty
      paintRow(
        rows.indices.contains(index) ? rows[index] : nil, isSelected: isSelected,
        at: Point(row: area.row + offset, column: area.column), width: area.columns, on: &surface)
    }
  }

  /// Says on the pane's border that there are rows above or below what is in view.
  private func paintMore(of pane: PaneID, above: Int, below: Int, on surface: inout Surface) {
    let layout = screenLayout
    guard layout.hasBorders, let rect = layout.panes[pane], rect.columns > 14 else { return }
    let style = focus == pane ? theme.focusedBorder : theme.border
    for (words, row, isMore) in [
      (" ▲ ", rect.row, above > 0), (" ▼ \(max(0, below)) more ", rect.endRow - 1, below > 0),
    ] where isMore {
      let width = TextWidth.columns(words)
      surface.write(
        words, at: Point(row: row, column: rect.endColumn - width - 2), limit: width, style: style)
    }
  }

  /// Paints a row over the whole width.
  func paintRow(
    _ row: PaneRow?, isSelected: Bool, at point: Point, width: Int, on surface: inout Surface
  ) {
    var used = 0
    for piece in row?.pieces ?? [] where used < width {
      used += surface.write(
        view.isLinear ? Self.withoutDrawing(piece.text) : piece.text,
        at: Point(row: point.row, column: point.column + used), limit: width - used,
        style: isSelected ? theme.selected : piece.style)
    }
    surface.clear(
      Rect(row: point.row, column: point.column + used, rows: 1, columns: max(0, width - used)),
      style: isSelected ? theme.selected : theme.text)
  }
}

extension ListState {
  /// Keeps the selection among the rows and in view.
  mutating func keepInView(count: Int, height: Int) {
    selected = max(0, min(selected, count - 1))
    top = max(0, min(top, count - height))
    if selected < top { top = selected }
    if selected >= top + height { top = selected - max(1, height) + 1 }
  }
}
