import BidModel

extension CommandTable {
  static let kpiCommands: [Command] = [
    Command(
      "kpi.insert", "Quote a KPI", "Puts a placeholder in at the cursor, chosen from the KPI set.",
      keys: ["Ctrl-K"],
      footer: "KPI"
    ) { state in
      guard state.canEdit() else { return }
      state.focus = .editor
      state.overlays.append(
        .completion(Completion(items: state.completionItems(for: ""), typed: 0, filter: "")))
    },
    Command(
      "kpi.edit", "Edit the KPI at the cursor",
      "Opens the fact that the placeholder at the cursor quotes, to fill or change it.",
      keys: ["F9", "Alt-K"]
    ) { state in
      let answer = state.currentAnswer
      guard let place = answer.place(of: state.editor.caret.block) else { return }
      let offset = state.editor.caret.offset
      let match = Placeholder.matches(in: answer[place].text).first {
        $0.range.lowerBound <= offset && offset <= $0.range.upperBound
      }
      guard let placeholder = match?.placeholder else {
        return state.say("The cursor is not on a KPI: type {{ to quote one.", as: .note)
      }
      state.editFact(state.target(of: placeholder))
    },
  ]

  static let helpCommands: [Command] = [
    Command("help.keys", "Help", "Shows the keys and what they do.", keys: ["F1", "Alt-H"], footer: "Help") {
      $0.overlays.append(.help(top: 0))
    },
    Command(
      "help.palette", "Command palette", "Finds a command that works here by a word of what it does.",
      keys: ["F2", "Ctrl-P"],
      footer: "Palette"
    ) {
      $0.overlays.append(.palette(Palette()))
    },
    Command(
      "help.menu", "Menu", "Shows the commands that work here.", keys: ["Esc"], in: [.text], footer: "Menu"
    ) {
      $0.overlays.append(.palette(Palette()))
    },
    Command("help.redraw", "Redraw", "Paints the whole screen again.", keys: ["Ctrl-L"]) {
      $0.effects.append(.redraw)
    },
  ]
}

extension WorkbenchState {
  /// Opens the form for a fact.
  mutating func editFact(_ reference: KPIReference) {
    let fact = session.values.register[reference] ?? KPIFact(reference)
    overlays.append(.form(KPIForm(fact, definition: session.values.set[reference.kpi])))
  }

  /// Keeps what the form says: every use of the fact changes at once, and the register is written.
  mutating func acceptForm() {
    if case .details(let form) = overlays.last { return acceptDetails(form) }
    if case .question(let form) = overlays.last { return acceptQuestion(form) }
    if case .prompt(let prompt) = overlays.last { return accept(prompt) }
    if case .reviewForm = overlays.last { return acceptReviewForm() }
    guard case .form(let form) = overlays.last else { return }
    // The box says what is wrong.
    if form.fault != nil { return }
    overlays.removeLast()
    session.setFact(form.fact(from: session.values.register[form.reference]), for: form.reference)
    if !session.unsavedFacts.isEmpty { effects.append(.saveRegister) }
  }

  mutating func eraseInOverlay(all: Bool) {
    switch overlays.last {
    case .form, .details, .question, .prompt, .reviewForm:
      changeField { field in
        if all { field.set("") } else { field.erase(forward: false) }
      }
    case .palette(var palette):
      palette.query = all ? "" : String(palette.query.dropLast())
      palette.selected = 0
      overlays[overlays.count - 1] = .palette(palette)
    case .completion(let completion): erase(in: completion, all: all)
    case .spelling(var box):
      box.typed = all ? "" : String(box.typed.dropLast())
      overlays[overlays.count - 1] = .spelling(box)
    case .find: editFindField { $0 = all ? "" : String($0.dropLast()) }
    case .sheet: editSheetQuery { $0 = all ? "" : String($0.dropLast()) }
    default: break
    }
  }

  /// Closes the box on top; a question closes with its first answer that does nothing.
  mutating func closeOverlay() {
    guard let top = overlays.last else { return }
    if formOnTop != nil { return closeForm() }
    if case .choice(let choice) = top, !choice.options.contains(where: \.effects.isEmpty) { return }
    if case .sheet(.phrases(var box)) = top, box.section != nil {
      // From the lines back to the sections.
      box.section = nil
      box.list = ListState()
      overlays[overlays.count - 1] = .sheet(.phrases(box))
      return
    }
    overlays.removeLast()
  }

  /// Types into the box on top.
  mutating func typeInOverlay(_ text: String) {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    switch overlays.last {
    case .form, .details, .question, .prompt, .reviewForm: changeForm { $0.type(text) }
    case .palette(var palette):
      palette.query += line
      palette.selected = 0
      overlays[overlays.count - 1] = .palette(palette)
    case .completion(let completion): type(completion.filter == nil ? text : line, into: completion)
    case .spelling(var box):
      box.typed += line
      overlays[overlays.count - 1] = .spelling(box)
    case .proof: say("Paste what the portal shows.", as: .note)
    case .find: typeInFind(line)
    case .sheet: typeInSheet(line)
    case .choice where line.lowercased() == "n": closeOverlay()
    case .studio: typeInStudio(text)
    case .review: typeInReview(line)
    case .help, .choice, .page, nil: break
    }
  }
}
