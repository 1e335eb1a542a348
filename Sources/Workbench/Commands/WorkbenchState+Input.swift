import BidModel
import Screen

extension WorkbenchState {
  /// Where keys mean a command just now.
  package var context: Command.Context { context(under: overlays[...]) }

  /// Where keys mean a command below the palette: in what it was opened over.
  private var contextBelowPalette: Command.Context {
    context(under: overlays.prefix { if case .palette = $0 { false } else { true } })
  }

  /// The commands that the palette lists: those that mean something in what it lies over.
  func paletteCommands(_ query: String) -> [Command] { commands.matching(query, in: contextBelowPalette) }

  /// What the palette says when it lists none: what would do it elsewhere, or how to go on.
  func paletteMiss(_ query: String) -> [String] {
    let here = contextBelowPalette
    let places: [Command.Context] = [.text, .outline, .coverage, .kpis, .findings, .guidance, .plan]
    let other =
      places.contains(here) ? commands.matching(query).first { !$0.contexts.isDisjoint(with: places) } : nil
    guard let other, let place = places.first(where: other.contexts.contains) else {
      return ["No command here is called ‘\(query)’.", "Try another word, or F1 for all keys."]
    }
    return ["‘\(other.title)’ works only \(HelpText.name(of: place)). Esc, then go there."]
  }

  private func context(under overlays: ArraySlice<Overlay>) -> Command.Context {
    switch overlays.last {
    case .form, .details, .question, .prompt, .reviewForm: return .form
    case .spelling: return .spelling
    case .palette, .help, .choice, .completion, .page, .proof: return .list
    case .sheet: return .sheet
    case .studio: return .studio
    case .find: return .find
    case .review(let box): return box.screen == .walk ? .walk : box.screen == .fixes ? .fixes : .review
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
    if context == .walk { tickWalk() }
    switch event {
    case .text(let text):
      message = nil
      if closeNotice() { break }
      typeOrFilter(text)
    case .paste(let text):
      message = nil
      if case .proof = overlays.last { return prove(text) }
      if overlays.isEmpty, focus == .editor { paste(text) } else { typeOrFilter(text) }
    case .key(let key): handle(key)
    case .mouse(let mouse): pointer(mouse)
    case .focus, .unrecognised: break
    }
    searchAgainIfStale()
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
    guard focus == .editor else {
      return say("Letters do nothing here; Esc goes back to the text.", as: .note)
    }
    type(text)
    if text.utf8.contains(UInt8(ascii: "{")) { offerCompletion() }
  }

  /// Closes a box that only says something.
  private mutating func closeNotice() -> Bool {
    guard case .choice(let choice) = overlays.last, choice.isNotice else { return false }
    overlays.removeLast()
    return true
  }

  private mutating func handle(_ key: Key) {
    message = nil
    if closeNotice(), ["Enter", "Esc"].contains(key.name) { return }
    if let command = commands.command(for: key, in: context) {
      guard overlays.isEmpty || acts(command) else {
        return say("\(key.name) does nothing in this box: Esc closes it.", as: .note)
      }
      // What is not for the list acts on the text, under which the list's place would no longer hold.
      if case .completion = overlays.last, !command.contexts.contains(.list) { overlays.removeLast() }
      return run(command)
    }
    // A completion goes when a key means something else to the text.
    if case .completion(let list) = overlays.last,
      let command = commands.command(for: key, in: list.kind == .template ? .studio : .text)
    {
      overlays.removeLast()
      return run(command)
    }
    say("\(key.name) does nothing here: F1 shows the keys.", as: .note)
  }

  /// Whether `command` may act while a box is open: its own commands, those that concern the program, and
  /// undo where the text under the box is what is worked on.
  private func acts(_ command: Command) -> Bool {
    if !command.contexts.contains(.anywhere) || ["help.redraw", "file.quit"].contains(command.id) {
      return true
    }
    switch overlays.last {
    case .completion: return true
    // These fill the screen, and saving, undo and the review's own keys mean what is on them.
    case .studio, .review: return true
    case .help, .palette, .choice: return false
    case .page, .sheet, .spelling, .find: return ["edit.undo", "edit.redo", "help.keys"].contains(command.id)
    default: return command.id == "help.keys"
    }
  }
}
