import BidModel
import Screen

/// A list that lies over the panes: every question on one page, or what could be cut.
package struct Page: Hashable, Sendable {
  package var kind: Kind
  package var selected = 0
  package var top = 0

  /// What it lists.
  package enum Kind: Hashable, Sendable {
    /// One line a question, the worst first.
    case thursday
    /// The sentences of the answer in hand, the one that earns least first.
    case cut
  }

  package init(_ kind: Kind) { self.kind = kind }
}

/// What a page shows for a width.
struct PageContent {
  var title: String
  /// Above the rows, always in view.
  var head: [PaneRow] = []
  /// The rows; each has an action.
  var rows: [PaneRow] = []
  /// Below the rows, about the selected one.
  var foot: [PaneRow] = []
}

extension WorkbenchState {
  /// What `page` shows in `width` columns.
  mutating func content(of page: Page, width: Int) -> PageContent {
    switch page.kind {
    case .thursday: thursday(selected: page.selected, width: width)
    case .cut: cutHelper(selected: page.selected, width: width)
    }
  }

  /// The columns inside a page.
  var pageWidth: Int { max(1, size.columns - 4) }

  /// Paints a page over nearly the whole window.
  mutating func paint(_ page: Page, on surface: inout Surface) {
    let content = content(of: page, width: pageWidth)
    let inside = box(content.title, rows: max(1, size.rows - 4), columns: pageWidth, on: &surface)
    // The list keeps at least three rows; what tells more of one row gives way first.
    let head = content.head.prefix(max(0, inside.rows - 3))
    let foot = content.foot.prefix(max(0, inside.rows - head.count - 3))
    let height = inside.rows - head.count - foot.count
    guard height > 0 else { return }
    var list = ListState(selected: page.selected, top: page.top)
    list.keepInView(count: content.rows.count, height: height)
    if case .page(var shown) = overlays.last, shown.kind == page.kind {
      shown.top = list.top
      overlays[overlays.count - 1] = .page(shown)
    }
    for (offset, row) in head.enumerated() { paint(row, at: offset, in: inside, on: &surface) }
    for offset in 0..<height {
      let index = list.top + offset
      guard content.rows.indices.contains(index) else { break }
      paint(
        content.rows[index], at: head.count + offset, in: inside, isSelected: index == page.selected,
        on: &surface)
    }
    for (offset, row) in foot.enumerated() {
      paint(row, at: head.count + height + offset, in: inside, on: &surface)
    }
  }

  private func paint(
    _ row: PaneRow, at offset: Int, in area: Rect, isSelected: Bool = false, on surface: inout Surface
  ) {
    paintRow(
      row, isSelected: isSelected, at: Point(row: area.row + offset, column: area.column),
      width: area.columns, on: &surface)
  }

  /// Moves the selection of the page on top.
  mutating func moveInPage(_ page: Page, by step: Int) {
    var page = page
    let count = content(of: page, width: pageWidth).rows.count
    page.selected = max(0, min(count - 1, page.selected + step))
    overlays[overlays.count - 1] = .page(page)
  }

  /// Closes the page and does what its selected row offers.
  mutating func openPageRow(_ page: Page) {
    let rows = content(of: page, width: pageWidth).rows
    overlays.removeLast()
    guard rows.indices.contains(page.selected), let action = rows[page.selected].action else { return }
    perform(action)
  }
}
