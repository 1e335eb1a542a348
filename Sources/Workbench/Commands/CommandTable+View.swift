extension CommandTable {
  static let viewCommands: [Command] = [
    Command(
      "view.quiet", "Nothing but the text", "Shows the text alone, or the panes again.",
      keys: ["F11", "Alt-Z"]
    ) {
      state in
      state.view.isQuiet.toggle()
      state.focus = .editor
      state.say(
        state.view.isQuiet ? "The text alone: Alt-Z brings the panes back." : "The panes are back.", as: .note
      )
    },
    Command(
      "view.typewriter", "Typewriter scrolling", "Keeps the row with the cursor in the middle, or not.",
      keys: ["Alt-W"], in: [.text]
    ) { state in
      state.view.typewriter.toggle()
      state.effects.append(.keepSetting("typewriter", state.view.typewriter ? "yes" : "no"))
      state.say("Typewriter scrolling is \(state.view.typewriter ? "on" : "off").", as: .note)
    },
    Command("view.narrower", "Narrower text", "Makes the lines of the text shorter.", keys: ["Alt-9"]) {
      $0.changeMeasure(by: -4)
    },
    Command("view.wider", "Wider text", "Makes the lines of the text longer.", keys: ["Alt-0"]) {
      $0.changeMeasure(by: 4)
    },
    Command("view.full-width", "Text over the whole pane", "Gives the text all the columns of its pane.") {
      state in
      state.view.measure = nil
      state.effects.append(.keepSetting("measure", nil))
      state.say("The text takes the whole pane.", as: .note)
    },
    Command(
      "view.next-theme", "Next colour theme",
      "Paints with the terminal's colours, light, dark, high-contrast or none, in turn, and keeps that."
    ) { $0.nextTheme() },
    Command(
      "view.linear", "Linear mode for screen readers",
      "Shows one pane at a time without drawn lines, and says what changes in the last row."
    ) { state in
      state.view.isLinear.toggle()
      state.effects.append(.keepSetting("linear", state.view.isLinear ? "yes" : "no"))
      state.announced = nil
      state.say("Linear mode is \(state.view.isLinear ? "on" : "off").", as: .note)
    },
  ]
}

extension WorkbenchState {
  /// Makes the text's lines longer or shorter by `step` columns.
  mutating func changeMeasure(by step: Int) {
    let now = view.measure ?? editor.area.columns
    let range = ViewOptions.measures
    let wanted = min(max(now + step, range.lowerBound), range.upperBound)
    view.measure = wanted
    effects.append(.keepSetting("measure", "\(wanted)"))
    say("Lines of \(wanted) columns at most.", as: .note)
  }
}
