import BidModel

extension CommandTable {
  static let fileCommands: [Command] = [
    Command(
      "file.save", "Save", "Saves the answer in hand, and the register.", keys: ["Ctrl-S"], footer: "Save"
    ) {
      $0.save()
    },
    Command(
      "file.save-all", "Save all", "Saves every edited answer, and the template in hand.",
      keys: ["Alt-S"]
    ) { state in
      if state.studio?.isModified == true { state.effects.append(.studio(.save)) }
      for answer in state.session.answers where answer.isModified { state.effects.append(.save(answer.id)) }
      if !state.session.unsavedFacts.isEmpty { state.effects.append(.saveRegister) }
      if !state.session.isModified, state.studio?.isModified != true {
        state.say("Nothing to save.", as: .note)
      }
    },
    Command(
      "file.copy-portal", "Copy portal text",
      "Copies the answer as the plain text that was counted, for the buyer's portal.", keys: ["Alt-C"]
    ) { state in
      state.clipboard = state.portalText.text
      state.effects.append(.copyPortal(state.editor.answer))
    },
    Command(
      "file.export-portal", "Export portal text",
      "Writes the answer's portal text into the bid's export folder."
    ) { $0.effects.append(.exportPortal($0.editor.answer)) },
    Command(
      "file.export-html", "Export as HTML",
      "Writes the bid as one HTML file, to read and print, into its export folder."
    ) { $0.effects.append(.exportHTML) },
    Command(
      "file.reload", "Reload from disk",
      "Takes the answer and what bid.yaml names as the disk has them, and answers that have come or gone."
    ) { state in
      guard state.session.answers[state.currentIndex].isModified else {
        return state.effects += [.reloadIfChanged(state.editor.answer), .lookForAnswers]
      }
      state.overlays.append(
        .choice(
          Choice(
            title: "Reload", text: ["What was not saved in this answer will be lost."],
            options: [
              Choice.Option("Keep my edits", []),
              Choice.Option("Take the file from disk", [.reload(state.editor.answer), .lookForAnswers]),
            ])))
    },
    Command(
      "file.other-bid", "Open another bid",
      "Leaves this bid for another of the workspace; asks first when something is not saved."
    ) { $0.openOtherBid() },
    Command("file.suspend", "Suspend", "Gives the terminal back; fg brings the program back.") {
      $0.effects.append(.suspend)
    },
    Command(
      "file.quit", "Quit", "Ends the program; asks first when something is not saved.", keys: ["Ctrl-Q"],
      footer: "Quit"
    ) {
      $0.quit()
    },
  ]
}

extension WorkbenchState {
  /// Saves the answer in hand and, when facts were changed, the register.
  mutating func save() {
    if studio != nil { return effects.append(.studio(.save)) }
    session.sealUndo()
    if !session.unsavedFacts.isEmpty { effects.append(.saveRegister) }
    let answer = session.answers[currentIndex]
    if let reason = answer.readOnlyReason { return say(reason, as: .warning) }
    guard answer.isModified else { return say("No changes to save.", as: .note) }
    effects.append(.save(answer.id))
  }

  /// The text of the answer in hand as it is submitted.
  var portalText: SubmissionText {
    SubmissionText(currentAnswer, template: currentTemplate, values: session.values, rule: session.rule)
  }

  /// Ends the program, or asks about what is not saved.
  package mutating func quit() { leave(by: .quit, title: "Quit", verb: "quit") }

  /// Closes the bid and opens another, or asks first about what is not saved.
  package mutating func go(to destination: Destination) {
    leave(by: .go(destination), title: "Open another bid", verb: "go there")
  }

  private mutating func leave(by effect: Effect, title: String, verb: String) {
    if studio?.isModified == true { return closeStudio() }
    if context == .walk { leaveQuestion() }
    guard session.isModified else { return effects.append(effect) }
    let edited = session.answers.filter(\.isModified)
    var names = edited.map(\.name)
    if !session.unsavedFacts.isEmpty { names.append("the KPI register") }
    var saves = edited.map { Effect.save($0.id) }
    if !session.unsavedFacts.isEmpty { saves.append(.saveRegister) }
    overlays.append(
      .choice(
        Choice(
          title: title, text: ["Not saved yet: \(names.joined(separator: ", "))."],
          options: [
            Choice.Option("Save and \(verb)", saves + [effect]),
            Choice.Option("Go on writing (n)", []),
            Choice.Option(
              "\(verb.prefix(1).uppercased() + verb.dropFirst()) without saving",
              edited.map { .abandon($0.id) } + [effect]),
          ])))
  }
}
