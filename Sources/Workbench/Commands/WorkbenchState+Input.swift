import BidModel
import Screen

extension WorkbenchState {
  /// Where keys mean a command just now.
  package var context: Command.Context {
    switch overlays.last {
    case .form, .details: return .form
    case .palette, .help, .choice, .completion, .sheet, .proof: return .list
    case nil: break
    }
    switch focus {
    case .editor: return .text
    case .outline: return .outline
    case .coverage: return .coverage
    case .kpis: return .kpis
    case .findings: return .findings
    case .guidance: return .guidance
    case .plan: return .plan
    }
  }

  /// Does what an event of the keyboard asks for.
  package mutating func handle(_ event: InputEvent) {
    if case .text = event {} else { editor.unpainted = .everything }
    switch event {
    case .text(let text):
      message = nil
      typeOrFilter(text)
    case .paste(let text):
      message = nil
      if case .proof = overlays.last { return prove(text) }
      if overlays.isEmpty, focus == .editor { paste(text) } else { typeInOverlay(text) }
    case .key(let key): handle(key)
    case .mouse(let mouse): handle(mouse)
    case .focus, .unrecognised: break
    }
  }

  /// Runs `command`, or says why it cannot be done.
  mutating func run(_ command: Command) {
    if let reason = command.unavailable(self) { return say(reason, as: .note) }
    // Deleting goes on where it left off; anything else ends what one undo takes back.
    if command.group != "edit" { session.sealUndo() }
    command.perform(&self)
  }

  private mutating func typeOrFilter(_ text: String) {
    guard overlays.isEmpty else { return typeInOverlay(text) }
    if focus == .outline { return typeInOutline(text) }
    // Typing in a list goes on with the text, which is what a writer means by it.
    if focus != .editor { focus = .editor }
    type(text)
    if text.utf8.contains(UInt8(ascii: "{")) { offerCompletion() }
  }

  private mutating func handle(_ key: Key) {
    message = nil
    if let command = CommandTable.standard.command(for: key, in: context) { return run(command) }
    // A completion goes when a key means something else to the text.
    if case .completion = overlays.last, let command = CommandTable.standard.command(for: key, in: .text) {
      overlays.removeLast()
      return run(command)
    }
    say("\(key.name) does nothing here: F1 shows the keys.", as: .note)
  }

  private mutating func handle(_ mouse: MouseEvent) {
    let layout = ScreenLayout(size: size, focus: focus, side: sidePane)
    guard overlays.isEmpty, let pane = layout.panes.first(where: { $0.value.contains(mouse.point) })?.key,
      let inside = layout.inside(pane)
    else { return }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let step = mouse.action == .wheelUp ? -3 : 3
      if pane == .editor { scrollByWheel(step) } else { lists[pane, default: ListState()].selected += step }
    case .press where pane == .editor:
      click(mouse.point, in: inside, selecting: mouse.modifiers.contains(.shift))
    case .drag where pane == .editor: click(mouse.point, in: inside, selecting: true)
    case .press:
      goToPane(pane)
      lists[pane, default: ListState()].selected = (lists[pane]?.top ?? 0) + mouse.point.row - inside.row
    default: break
    }
  }

  private mutating func click(_ point: Point, in area: Rect, selecting: Bool) {
    focus = .editor
    session.sealUndo()
    let row = point.row - area.row
    guard editor.painted.indices.contains(row), let line = editor.painted[row].line, case .text = line.spot
    else { return }
    if selecting {
      if editor.anchor == nil { editor.anchor = editor.caret }
    } else {
      editor.anchor = nil
    }
    editor.caret = position(on: line, column: point.column - area.column)
    editor.goalColumn = nil
  }

  /// Scrolls, and takes the cursor along so that it stays in view.
  private mutating func scrollByWheel(_ rows: Int) {
    for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down, selecting: false) }
    scroll(by: rows)
  }
}
