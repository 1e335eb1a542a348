extension CommandTable {
  static let findCommands: [Command] = [
    Command(
      "find.open", "Find", "Searches the part, the answer, the bid or the workspace for words.",
      keys: ["Ctrl-F"], in: findContexts, footer: "Find"
    ) { $0.openFind(replacing: false) },
    Command(
      "find.replace", "Find and replace",
      "Puts other words in the place of those found, after showing each place.", keys: ["Ctrl-R", "Alt-R"],
      in: findContexts
    ) { $0.openFind(replacing: true) },
    Command(
      "find.next", "Next match", "Goes to the next place that was found.", keys: ["F3", "Ctrl-N"],
      in: findContexts
    ) { $0.goToHit(1) },
    Command(
      "find.previous", "Previous match", "Goes to the place found before.", keys: ["Shift-F3", "Alt-V"],
      in: findContexts
    ) { $0.goToHit(-1) },
    Command(
      "find.down", "Next match, from the box", "Goes to the next match and leaves the box open.",
      keys: ["Down"], in: [.find]
    ) { $0.goToHit(1) },
    Command(
      "find.up", "Previous match, from the box", "Goes to the match before and leaves the box open.",
      keys: ["Up"], in: [.find]
    ) { $0.goToHit(-1) },
    Command(
      "find.scope", "Where to find", "Searches the part, the answer, the bid or the whole workspace.",
      keys: ["Ctrl-T"], in: [.find]
    ) { $0.changeFind { $0.scope = $0.scope.next } },
    Command(
      "find.pattern", "Find by pattern", "Reads what is typed as a pattern, such as \\d+ for any number.",
      keys: ["Alt-X"], in: [.find]
    ) { $0.changeFind { $0.query.isPattern.toggle() } },
    Command(
      "find.words", "Find whole words", "Leaves out matches inside a longer word.", keys: ["Alt-W"],
      in: [.find]
    ) { $0.changeFind { $0.query.wholeWords.toggle() } },
    Command(
      "find.field", "The other field", "Goes between what to find and what to put in its place.",
      keys: ["Tab", "Shift-Tab"], in: [.find]
    ) { $0.switchFindField() },
    Command(
      "find.erase", "Delete backwards", "Deletes the last character of what to find.",
      keys: ["Backspace", "Ctrl-H"], in: [.find]
    ) { $0.eraseInOverlay(all: false) },
    Command(
      "find.clear", "Empty the field", "Deletes what to find.", keys: ["Ctrl-U"], in: [.find]
    ) { $0.eraseInOverlay(all: true) },
    Command(
      "find.accept", "Stay here", "Closes the box and stays; when replacing, shows what would change.",
      keys: ["Enter"], in: [.find]
    ) { $0.acceptFind() },
    Command(
      "find.close", "Go back", "Closes the box and goes back to where you were.", keys: ["Esc"], in: [.find]
    ) { $0.cancelFind() },
    Command(
      "find.switch", "Switch a replacement", "Switches one replacement of the list on or off.", keys: ["Tab"],
      in: [.sheet], unavailable: noReplacement
    ) { $0.switchReplacement(all: false) },
    Command(
      "find.switch-all", "Switch all replacements", "Switches every replacement of the list on or off.",
      keys: ["Ctrl-A"], in: [.sheet], unavailable: noReplacement
    ) { $0.switchReplacement(all: true) },
    Command(
      "edit.history", "History", "Lists what was done in this answer, to go back and forth in it.",
      keys: ["Alt-Y"], in: findContexts.subtracting([.find])
    ) { $0.openHistory() },
    Command(
      "edit.outside", "Edit the part in your editor",
      "Hands the part to $VISUAL or $EDITOR and takes back what changed as one step.", keys: ["Alt-!"],
      in: [.text], unavailable: isReadOnly
    ) { $0.effects.append(.lockFirst($0.editor.answer, .editOutside(whole: false))) },
    Command(
      "edit.outside-whole", "Edit the answer in your editor",
      "Hands the whole answer to $VISUAL or $EDITOR and takes back what changed as one step.", in: [.text],
      unavailable: isReadOnly
    ) { $0.effects.append(.lockFirst($0.editor.answer, .editOutside(whole: true))) },
    Command(
      "edit.pipe", "Give the selection to a command",
      "Puts what a command of fivefold.yaml makes of the selected text in its place.", keys: ["Alt-|"],
      in: [.text], unavailable: noTextCommand
    ) { $0.offerTextCommands() },
    Command(
      "file.statistics", "Statistics",
      "Counts words, characters, sentences and reading time, and what was written today.", keys: ["Alt-#"],
      in: findContexts.subtracting([.find])
    ) { $0.openStatistics() },
    Command(
      "go.anything", "Go to anything",
      "Goes to a question, part, heading, KPI, finding or other bid by letters of its name.",
      keys: ["Ctrl-G"], in: findContexts.subtracting([.find])
    ) { $0.openGoTo() },
  ]

  /// Where the text can be searched: in every pane, and in the box itself.
  static let findContexts: Set<Command.Context> = [
    .text, .outline, .coverage, .kpis, .findings, .guidance, .find,
  ]

  @Sendable private static func isReadOnly(_ state: WorkbenchState) -> String? {
    state.session.answers[state.currentIndex].readOnlyReason
  }

  @Sendable private static func noTextCommand(_ state: WorkbenchState) -> String? {
    guard !state.session.textCommands.isEmpty else {
      return "No command is set up: docs/files.md says how fivefold.yaml names one."
    }
    return noSelection(state)
  }

  @Sendable private static func noReplacement(_ state: WorkbenchState) -> String? {
    if case .sheet(.replacement) = state.overlays.last { return nil }
    return "This list has nothing to switch."
  }
}
