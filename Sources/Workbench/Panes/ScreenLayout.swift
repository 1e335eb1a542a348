import Screen

/// Where each pane stands in a window of some size: a pure function, so that it is tested as a table.
///
/// From 120 columns there are three columns; from 84 the text and one pane; below, one pane at a time
/// with a strip of coverage. The text never gives up its last row to a bar.
package struct ScreenLayout: Equatable, Sendable {
  /// Each pane that is shown, its border included.
  package var panes: [PaneID: Rect] = [:]
  /// The row that names the bid, the question and the count; `nil` when there is no room.
  package var header: Int?
  /// The row with the strip of coverage, in a narrow window.
  package var strip: Int?
  /// The row with the keys, and with messages.
  package var footer: Int?
  /// Whether panes have borders.
  package var hasBorders = true

  private let view: ViewOptions
  /// Whether there are findings to show; the pane gives its rows to the guidance when there are none.
  private let hasFindings: Bool

  package init(
    size: Size, focus: PaneID, side: PaneID, view: ViewOptions = ViewOptions(), hasFindings: Bool = true
  ) {
    self.view = view
    self.hasFindings = hasFindings
    let columns = size.columns
    var rows = 0..<size.rows
    if rows.count >= 3 {
      header = 0
      footer = size.rows - 1
      rows = 1..<(size.rows - 1)
    }
    if columns < 84, rows.count >= 6, !view.isLinear {
      strip = rows.upperBound - 1
      rows = rows.lowerBound..<(rows.upperBound - 1)
    }
    hasBorders = rows.count >= 4 && columns >= 24
    let area = Rect(row: rows.lowerBound, column: 0, rows: rows.count, columns: columns)
    if view.isLinear || view.isQuiet && focus == .editor {
      hasBorders = false
      if !view.isLinear { header = nil }
      panes[focus] =
        header == nil ? Rect(row: 0, column: 0, rows: area.endRow, columns: columns) : area
      return
    }
    switch columns {
    case 120...: layOutThree(area, focus: focus)
    case 84...: layOutTwo(area, side: focus == .editor ? side : focus)
    default: panes[focus] = area
    }
  }

  private mutating func layOutThree(_ area: Rect, focus: PaneID) {
    let outline = min(view.outlineWidth ?? min(34, max(28, area.columns * 22 / 100)), area.columns / 3)
    let side = min(view.sideWidth ?? min(46, max(32, area.columns * 26 / 100)), area.columns / 3)
    // The plan stands under the questions where both have room; else the one that is asked for.
    let plan = area.rows < 28 ? (focus == .plan ? area.rows : 0) : area.rows * 40 / 100
    for (pane, row, height) in [
      (PaneID.outline, area.row, area.rows - plan), (.plan, area.endRow - plan, plan),
    ] where height > 0 {
      panes[pane] = Rect(row: row, column: 0, rows: height, columns: outline)
    }
    panes[.editor] = Rect(
      row: area.row, column: outline, rows: area.rows, columns: area.columns - outline - side)
    let column = area.columns - side
    // Coverage shows five themes and the next step; KPIs and findings share what is left.
    let coverage = min(area.rows, max(9, area.rows * 40 / 100))
    let rest = area.rows - coverage
    let kpis = rest < 8 ? 0 : rest * 30 / 100
    let guidance = rest - kpis < 9 ? 0 : hasFindings ? (rest - kpis) / 2 : rest - kpis - 3
    var row = area.row
    for (pane, height) in [
      (PaneID.coverage, coverage), (.kpis, kpis), (.findings, rest - kpis - guidance), (.guidance, guidance),
    ] where height > 0 {
      panes[pane] = Rect(row: row, column: column, rows: height, columns: side)
      row += height
    }
  }

  private mutating func layOutTwo(_ area: Rect, side: PaneID) {
    let width = min(view.sideWidth ?? 36, area.columns * 40 / 100)
    let shown = side == .editor ? .coverage : side
    panes[.editor] = Rect(row: area.row, column: 0, rows: area.rows, columns: area.columns - width)
    panes[shown] = Rect(row: area.row, column: area.columns - width, rows: area.rows, columns: width)
  }

  /// The inside of a pane, without its border and, for text, with a column of air on each side.
  package func inside(_ pane: PaneID) -> Rect? {
    guard let rect = panes[pane] else { return nil }
    let inner = hasBorders ? rect.inset(by: 1) : rect
    guard pane == .editor, inner.columns > 20, !view.isLinear, hasBorders || view.isQuiet else {
      return inner
    }
    let wanted = view.measure ?? (view.isQuiet ? ViewOptions.quietMeasure : .max)
    let columns = min(inner.columns - 2, wanted)
    return Rect(
      row: inner.row, column: inner.column + (inner.columns - columns) / 2, rows: inner.rows, columns: columns
    )
  }
}
