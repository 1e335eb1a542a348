import BidModel
import Screen

/// What the mouse is in the middle of.
struct MouseState: Hashable, Sendable {
  /// Where the button went down last.
  var point: Point?
  /// When it did.
  var time: ContinuousClock.Instant?
  /// How often it went down there in a row: twice selects a word, three times a paragraph.
  var count = 0
  /// The edge between panes that is being dragged.
  var edge: Edge?

  /// An edge between two columns of panes.
  enum Edge: Hashable, Sendable { case outline, side }

  /// Between two presses that count as one double click.
  static let doubleClick = Duration.milliseconds(400)
}

extension WorkbenchState {
  /// Does what the mouse asks for.
  mutating func pointer(_ event: MouseEvent) {
    let layout = screenLayout
    guard overlays.isEmpty else { return }
    if event.action == .drag, let edge = mouse.edge { return drag(edge, to: event.point.column) }
    if event.action == .release {
      if let edge = mouse.edge { keepWidth(of: edge) }
      mouse.edge = nil
    }
    if event.action == .press, let edge = edge(at: event.point, layout: layout) {
      mouse.edge = edge
      return
    }
    guard let pane = layout.panes.first(where: { $0.value.contains(event.point) })?.key,
      let inside = layout.inside(pane)
    else { return }
    switch event.action {
    case .wheelUp, .wheelDown:
      let step = event.action == .wheelUp ? -3 : 3
      if pane == .editor { scrollByWheel(step) } else { lists[pane, default: ListState()].selected += step }
    case .press where pane == .editor:
      countClicks(at: event.point)
      click(event.point, in: inside, selecting: event.modifiers.contains(.shift))
      if mouse.count == 2 { selectWord() }
      if mouse.count >= 3 { selectParagraph() }
    case .drag where pane == .editor: click(event.point, in: inside, selecting: true)
    case .press:
      countClicks(at: event.point)
      goToPane(pane)
      lists[pane, default: ListState()].selected = (lists[pane]?.top ?? 0) + event.point.row - inside.row
      if mouse.count == 2 { openRow() }
    default: break
    }
  }

  private mutating func countClicks(at point: Point) {
    let isAgain =
      mouse.point == point && mouse.time.map { $0.duration(to: eventTime) <= MouseState.doubleClick } ?? false
    mouse.count = isAgain ? mouse.count + 1 : 1
    mouse.point = point
    mouse.time = eventTime
  }

  private mutating func click(_ point: Point, in area: Rect, selecting: Bool) {
    focus = .editor
    session.sealUndo()
    let row = min(max(point.row - area.row, 0), max(0, editor.painted.count - 1))
    guard editor.painted.indices.contains(row), let line = editor.painted[row].line, case .text = line.spot
    else { return }
    if selecting {
      if editor.anchor == nil { editor.anchor = editor.caret }
    } else {
      editor.anchor = nil
    }
    editor.caret = position(on: line, column: max(0, point.column - area.column))
    editor.goalColumn = nil
  }

  /// Scrolls, and takes the cursor along so that it stays in view.
  private mutating func scrollByWheel(_ rows: Int) {
    for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down, selecting: false) }
    scroll(by: rows)
  }

  /// Selects the word at the cursor.
  mutating func selectWord() {
    guard let (_, block) = caretBlock else { return }
    let chip = Placeholder.matches(in: block.text).map(\.range).first { $0.contains(editor.caret.offset) }
    let range = chip ?? TextStep.wordRange(in: block.text, at: editor.caret.offset)
    select(range, of: block.id)
  }

  /// Selects the paragraph at the cursor.
  mutating func selectParagraph() {
    guard let (_, block) = caretBlock else { return }
    select(0..<block.text.utf8.count, of: block.id)
  }

  /// Selects the sentence at the cursor.
  mutating func selectSentence() {
    guard let (_, block) = caretBlock else { return }
    select(TextStep.sentenceRange(in: block.text, at: editor.caret.offset), of: block.id)
  }

  private mutating func select(_ range: Range<Int>, of block: BlockID) {
    editor.anchor = range.isEmpty ? nil : TextPosition(block: block, offset: range.lowerBound)
    editor.caret = TextPosition(block: block, offset: range.upperBound)
    editor.goalColumn = nil
  }

  /// The edge between columns of panes at a point: the borders that meet there.
  private func edge(at point: Point, layout: ScreenLayout) -> MouseState.Edge? {
    guard layout.hasBorders, let text = layout.panes[.editor], text.row <= point.row, point.row < text.endRow
    else { return nil }
    if layout.panes[.outline] != nil, layout.panes.count > 2,
      (text.column - 1...text.column).contains(point.column)
    {
      return .outline
    }
    let isRight =
      (text.endColumn - 1...text.endColumn).contains(point.column) && text.endColumn < size.columns
    return isRight ? .side : nil
  }

  /// Keeps the width that an edge was dragged to.
  private mutating func keepWidth(of edge: MouseState.Edge) {
    let (key, width) =
      switch edge {
      case .outline: ("outline-width", view.outlineWidth)
      case .side: ("side-width", view.sideWidth)
      }
    if let width { effects.append(.keepSetting(key, "\(width)")) }
  }

  private mutating func drag(_ edge: MouseState.Edge, to column: Int) {
    switch edge {
    case .outline: view.outlineWidth = min(max(column + 1, 20), 60)
    case .side: view.sideWidth = min(max(size.columns - column - 1, 24), 80)
    }
  }
}
