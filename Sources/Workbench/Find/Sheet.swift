import BidModel
import Screen

/// A list in a box over the panes, of which Enter takes the selected row.
package enum Sheet: Hashable, Sendable {
  /// What a replacement would change.
  case replacement(ReplacePreview)
  /// What a search found in other bids.
  case elsewhere(ListState)
  /// Anything in the bid by its name.
  case goTo(GoToBox)
  /// What was done in the answer in hand, the newest first.
  case history(ListState)
  /// Figures of the text in hand.
  case statistics(StatisticsBox)
  /// Sentences to adapt.
  case phrases(PhraseBox)
  /// The checklists that the bid switches on.
  case checklists(ChecklistBox)
  /// Every template, by kind.
  case templates(TemplateBox)
  /// What applying a template would do.
  case placement(PlacementBox)
}

/// What a sheet shows.
struct SheetContent {
  var title: String
  /// What is typed to choose among the rows; `nil` when the sheet takes no text.
  var query: String?
  var rows: [PaneRow]
  var selected: Int
  /// One line at the foot that says what keys do.
  var hint: String
  /// Columns inside the box.
  var columns: Int
}

extension WorkbenchState {
  /// The columns that a sheet's rows have.
  var sheetWidth: Int { max(10, min(108, size.columns - 8)) }

  /// What `sheet` shows.
  func content(of sheet: Sheet) -> SheetContent {
    let width = sheetWidth
    switch sheet {
    case .replacement(let preview):
      return SheetContent(
        title: "Replace · \(preview.count) of \(preview.items.count)", rows: rows(of: preview, width: width),
        selected: preview.list.selected,
        hint: "Enter replaces · Tab switches one on or off · Ctrl-A all · Esc goes back", columns: width)
    case .elsewhere(let list):
      return SheetContent(
        title: "Found in other bids · \(find.elsewhere.count)", rows: elsewhereRows(width: width),
        selected: list.selected, hint: "Enter goes there · Esc closes", columns: width)
    case .goTo(let box):
      return SheetContent(
        title: "Go to", query: box.query, rows: rows(of: box, width: width), selected: box.list.selected,
        hint: "Type letters of a name · Enter goes there · Esc closes", columns: width)
    case .history(let list):
      return SheetContent(
        title: "History of this answer", rows: historyRows(width: width), selected: list.selected,
        hint: "Enter goes to how the text was then · Esc closes", columns: width)
    case .statistics(let box):
      return SheetContent(
        title: "Statistics", rows: rows(of: box, width: width), selected: box.list.selected,
        hint: "Enter goes to the longest sentence · Esc closes", columns: width)
    case .phrases(let box):
      return SheetContent(
        title: box.section.map { "Phrases · \(box.sections[$0].title)" } ?? "Phrases by section",
        query: box.query, rows: rows(of: box, width: width), selected: box.list.selected,
        hint: box.section.map { TextWidth.clip(box.sections[$0].use, columns: width) }
          ?? "Enter opens a section · type to look through all lines · Esc closes", columns: width)
    case .checklists(let box):
      return SheetContent(
        title: "Checklists", rows: rows(of: box, width: width), selected: box.list.selected,
        hint: "Up and Down read on · Esc closes", columns: width)
    case .templates(let box):
      return SheetContent(
        title: "Templates · \(box.matching.count)", query: box.query, rows: rows(of: box, width: width),
        selected: box.list.selected,
        hint: "Type a kind or a word of a name · Enter edits · Ctrl-N makes a new one from it · Esc closes",
        columns: width)
    case .placement(let box):
      return SheetContent(
        title: "Apply \(box.plan.target.title), version \(box.plan.target.version)",
        rows: rows(of: box, width: width), selected: box.list.selected,
        hint: "Enter applies · on a paragraph: Left and Right send it elsewhere · Esc closes", columns: width)
    }
  }

  /// Moves the selection of the sheet on top.
  mutating func moveInSheet(by step: Int) {
    if case .sheet(.statistics(var box)) = overlays.last {
      let places = rows(of: box, width: sheetWidth).enumerated().filter { $0.element.action != nil }.map(
        \.offset)
      let index = places.firstIndex { $0 >= box.list.selected } ?? 0
      guard !places.isEmpty else { return }
      box.list.selected = places[max(0, min(places.count - 1, index + step))]
      overlays[overlays.count - 1] = .sheet(.statistics(box))
      return
    }
    changeSheetList { list, count in list.selected = max(0, min(count - 1, list.selected + step)) }
  }

  /// Takes the selected row of `sheet`.
  mutating func openRow(of sheet: Sheet) {
    switch sheet {
    case .replacement(let preview): acceptReplacement(preview)
    case .elsewhere(let list): openElsewhere(list.selected)
    case .goTo(let box): open(box)
    case .history(let list): openHistoryRow(list.selected)
    case .statistics(let box): open(box)
    case .phrases(let box): open(box)
    case .checklists: closeOverlay()
    case .templates(let box): open(box)
    case .placement(let box): open(box)
    }
  }

  /// Types into the sheet on top.
  mutating func typeInSheet(_ text: String) {
    if case .sheet(.replacement) = overlays.last {
      if text == " " { switchReplacement(all: false) }
      return
    }
    editSheetQuery { $0 += text }
  }

  /// Changes what is typed to choose among the rows.
  mutating func editSheetQuery(_ change: (inout String) -> Void) {
    if case .sheet(.phrases(var box)) = overlays.last {
      change(&box.query)
      box.list = ListState()
      overlays[overlays.count - 1] = .sheet(.phrases(box))
      return
    }
    if case .sheet(.templates(var box)) = overlays.last {
      change(&box.query)
      box.list = ListState()
      overlays[overlays.count - 1] = .sheet(.templates(box))
      return
    }
    guard case .sheet(.goTo(var box)) = overlays.last else { return }
    change(&box.query)
    box.list = ListState()
    overlays[overlays.count - 1] = .sheet(.goTo(box))
  }

  private mutating func changeSheetList(_ change: (inout ListState, Int) -> Void) {
    guard case .sheet(let sheet) = overlays.last else { return }
    let count = content(of: sheet).rows.count
    let changed: Sheet
    switch sheet {
    case .replacement(var preview):
      change(&preview.list, count)
      changed = .replacement(preview)
    case .elsewhere(var list):
      change(&list, count)
      changed = .elsewhere(list)
    case .goTo(var box):
      change(&box.list, count)
      changed = .goTo(box)
    case .history(var list):
      change(&list, count)
      changed = .history(list)
    case .statistics(var box):
      change(&box.list, count)
      changed = .statistics(box)
    case .phrases(var box):
      change(&box.list, count)
      changed = .phrases(box)
    case .checklists(var box):
      change(&box.list, count)
      changed = .checklists(box)
    case .templates(var box):
      change(&box.list, count)
      changed = .templates(box)
    case .placement(var box):
      change(&box.list, count)
      changed = .placement(box)
    }
    overlays[overlays.count - 1] = .sheet(changed)
  }

  /// Paints a sheet: what is typed, the rows around the selected one, and what keys do.
  ///
  /// - Returns: Where the terminal's cursor stands, if the sheet takes text.
  func paint(_ sheet: Sheet, on surface: inout Surface) -> Point? {
    let content = content(of: sheet)
    let extra = content.query == nil ? 1 : 2
    let wanted = max(3, min(content.rows.count, size.rows * 2 / 3)) + extra
    let inside = box(content.title, rows: wanted, columns: content.columns, on: &surface)
    var row = inside.row
    var cursor: Point?
    if let query = content.query {
      let shown = "> " + query.tail(columns: max(1, inside.columns - 3))
      paintRow(
        PaneRow([(shown, theme.title)]), isSelected: false, at: Point(row: row, column: inside.column),
        width: inside.columns, on: &surface)
      cursor = Point(row: row, column: min(inside.endColumn - 1, inside.column + TextWidth.columns(shown)))
      row += 1
    }
    let height = max(0, inside.endRow - row - (inside.rows > extra ? 1 : 0))
    let top = max(0, min(content.selected - height / 2, content.rows.count - height))
    for offset in 0..<height {
      let index = top + offset
      paintRow(
        content.rows.indices.contains(index) ? content.rows[index] : nil,
        isSelected: index == content.selected,
        at: Point(row: row + offset, column: inside.column), width: inside.columns, on: &surface)
    }
    guard inside.rows > extra else { return cursor }
    surface.write(
      TextWidth.pad(content.hint, columns: inside.columns),
      at: Point(row: inside.endRow - 1, column: inside.column),
      limit: inside.columns, style: theme.dim)
    return cursor
  }
}
