import BidModel

extension CommandTable {
  static let paneCommands: [Command] = [
    Command("pane.next", "Next pane", "Goes to the next pane.", keys: ["F4", "Ctrl-O"], footer: "Panes") {
      $0.cycleFocus(by: 1)
    },
    Command("pane.previous", "Previous pane", "Goes to the pane before.", keys: ["Shift-F4", "Alt-I"]) {
      $0.cycleFocus(by: -1)
    },
    go("outline", "Go to the questions", .outline, "Alt-1"),
    go("text", "Go to the text", .editor, "Alt-2"),
    go("coverage", "Go to coverage", .coverage, "Alt-3"),
    go("kpis", "Go to the KPIs", .kpis, "Alt-4"),
    go("findings", "Go to the findings", .findings, "Alt-5"),
    go("guidance", "Go to the question and guidance", .guidance, "Alt-6"),
    go("plan", "Go to the plan", .plan, "Alt-7"),
    Command(
      "pane.scope", "Coverage of part, answer or bid", "Changes what coverage is summed over.",
      keys: ["F5", "Alt-G"]
    ) { state in
      let all = CoverageScope.allCases
      let index = all.firstIndex(of: state.coverageScope) ?? 0
      state.coverageScope = all[(index + 1) % all.count]
      state.lists[.coverage]?.selected = 0
    },
    Command("pane.up", "Row up", "Selects the row above.", keys: ["Up"], in: listContexts) {
      $0.moveInList(by: -1)
    },
    Command("pane.down", "Row down", "Selects the row below.", keys: ["Down"], in: listContexts) {
      $0.moveInList(by: 1)
    },
    Command("pane.page-up", "Rows up", "Moves ten rows up.", keys: ["PageUp"], in: listContexts) {
      $0.moveInList(by: -10)
    },
    Command("pane.page-down", "Rows down", "Moves ten rows down.", keys: ["PageDown"], in: listContexts) {
      $0.moveInList(by: 10)
    },
    Command(
      "pane.complete", "Take the word", "Takes the selected word of a completion, as Enter does.",
      keys: ["Tab"], in: [.list]
    ) { state in
      if case .completion = state.overlays.last { return state.acceptCompletion() }
      state.say("Tab does nothing in this box: Esc closes it.", as: .note)
    },
    Command(
      "pane.open", "Open row", "Goes to what the row names, opens it, or edits it.", keys: ["Enter"],
      in: listContexts
    ) { $0.openRow() },
    Command(
      "pane.back", "Back to the text", "Goes from a pane to the text, or shows every question again.",
      keys: ["Esc"],
      in: [.outline, .coverage, .kpis, .findings, .guidance, .plan]
    ) { $0.leavePane() },
    Command(
      "pane.first", "First row", "Goes to the first row of the list.", keys: ["Home"], in: endContexts
    ) { $0.moveInList(by: -10_000) },
    Command("pane.last", "Last row", "Goes to the last row of the list.", keys: ["End"], in: endContexts) {
      $0.moveInList(by: 10_000)
    },
  ]

  private static let endContexts: Set<Command.Context> = [
    .outline, .coverage, .kpis, .findings, .guidance, .plan, .sheet,
  ]

  private static let listContexts: Set<Command.Context> = [
    .outline, .coverage, .kpis, .findings, .guidance, .plan, .list, .sheet,
  ]

  private static func go(_ id: String, _ title: String, _ pane: PaneID, _ key: String) -> Command {
    Command("pane.\(id)", title, "Puts the keys into the pane \(pane.title).", keys: [key]) {
      $0.goToPane(pane)
    }
  }
}

extension WorkbenchState {
  /// Puts the keys into `pane`, and shows it where there is room for one beside the text.
  mutating func goToPane(_ pane: PaneID) {
    focus = pane
    if pane != .editor { sidePane = pane }
    editor.painted = []
  }

  /// Goes to the pane `step` further on.
  mutating func cycleFocus(by step: Int) {
    let order: [PaneID] = [.editor, .coverage, .kpis, .findings, .guidance, .plan, .outline]
    let index = order.firstIndex(of: focus) ?? 0
    goToPane(order[(index + step + order.count) % order.count])
  }

  /// Moves the selection of the list in hand.
  mutating func moveInList(by step: Int) {
    switch overlays.last {
    case .palette(var palette):
      let count = paletteCommands(palette.query).count
      palette.selected = max(0, min(count - 1, palette.selected + step))
      overlays[overlays.count - 1] = .palette(palette)
    case .help(let top):
      overlays[overlays.count - 1] = .help(
        top: max(
          0, min(HelpText.lines(of: commands, width: helpWidth).count - 1, top + step)))
    case .choice(var choice):
      if abs(step) > 1 { choice.top = max(0, choice.top + step) }
      choice.selected =
        abs(step) > 1 ? choice.selected : max(0, min(choice.options.count - 1, choice.selected + step))
      overlays[overlays.count - 1] = .choice(choice)
    case .completion(var completion):
      completion.selected = max(0, min(completion.items.count - 1, completion.selected + step))
      overlays[overlays.count - 1] = .completion(completion)
    case .spelling: moveInSpellingBox(by: step)
    case .page(let page): moveInPage(page, by: step)
    case .proof(let box): scrollProof(box, by: step)
    case .sheet: moveInSheet(by: step)
    case .studio: break
    case .review: moveInReview(by: step)
    case .form, .details, .question, .prompt, .reviewForm, .find, nil: moveInPane(by: step)
    }
  }

  /// Moves to the next row of the pane on which Enter does something; an item that is taller than what is
  /// left of the pane is scrolled by lines first, and the last line of the last item is always reached.
  private mutating func moveInPane(by step: Int) {
    let rows = rows(of: focus, width: paneWidth)
    var list = lists[focus] ?? ListState()
    let height = screenLayout.inside(focus)?.rows ?? rows.count
    // Each row is gone to or scrolled past once.
    for _ in 0..<min(abs(step), 2 * rows.count) { list.move(by: step.signum(), in: rows, height: height) }
    lists[focus] = list
  }

  /// Does what the selected row offers.
  mutating func openRow() {
    switch overlays.last {
    case .palette(let palette):
      let commands = paletteCommands(palette.query)
      guard !commands.isEmpty else { return }
      overlays.removeLast()
      guard commands.indices.contains(palette.selected) else { return }
      run(commands[palette.selected])
    case .choice(let choice):
      overlays.removeLast()
      effects += choice.options[choice.selected].effects
    case .completion: acceptCompletion()
    case .help, .proof: overlays.removeLast()
    case .spelling: correctSpelling(everywhere: false)
    case .page(let page): openPageRow(page)
    case .sheet(let sheet): openRow(of: sheet)
    case .studio: break
    case .review: openReviewRow()
    case .form, .details, .question, .prompt, .reviewForm, .find, nil: openPaneRow()
    }
  }

  private mutating func openPaneRow() {
    let rows = rows(of: focus, width: paneWidth)
    let selected = lists[focus]?.selected ?? 0
    guard rows.indices.contains(selected), let action = rows[selected].action else { return }
    perform(action)
  }

  /// The columns inside the pane that has the keys.
  var paneWidth: Int { screenLayout.inside(focus)?.columns ?? 30 }

  /// Does what a row of a list offers.
  mutating func perform(_ action: PaneRow.Action) {
    switch action {
    case .showAnswer(let id):
      show(id)
      focus = .editor
    case .showPart(let id, let index):
      show(id)
      guard currentAnswer.parts.indices.contains(index) else { return }
      editor.caret = TextPosition(block: currentAnswer.parts[index].blocks[0].id, offset: 0)
      editor.anchor = nil
      focus = .editor
    case .toggle(let key):
      var list = lists[focus] ?? ListState()
      if list.opened.remove(key) == nil { list.opened.insert(key) }
      lists[focus] = list
    case .reveal(let answer, let block, let range): reveal(range, of: block, in: answer)
    case .editFact(let reference): editFact(reference)
    case .go(let destination): go(to: destination)
    }
  }
}
