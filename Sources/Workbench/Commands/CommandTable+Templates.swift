extension CommandTable {
  static let templateCommands: [Command] = [
    Command(
      "template.lens", "Next lens", "Reads the bid through the next of its lenses.", keys: ["Alt-Shift-L"],
      unavailable: { $0.otherLensUnavailable }
    ) { $0.openNextLens() },
    Command(
      "template.phrase", "Insert a phrase…",
      "Offers sentences by section, and puts one in with gaps to fill."
    ) { $0.effects.append(.offerPhrases) },
    Command("template.gap", "Next gap", "Selects the next […] that waits for words.") { $0.goToNextGap() },
    Command(
      "template.heading", "Rename this part…",
      "Gives the part in hand a heading of its own, such as the buyer's sub-ask.",
      unavailable: { $0.headingUnavailable }
    ) { $0.askHeading() },
    Command(
      "template.repeat", "Add one more of this part",
      "Adds a part like the one in hand, where the template lets it stand several times.",
      unavailable: { $0.repeatUnavailable }
    ) { $0.repeatPart() },
    Command(
      "template.checklists", "Checklists", "Shows the checklists that the bid switches on.",
      unavailable: { $0.checklistsUnavailable }
    ) { $0.effects.append(.showChecklists) },
    Command(
      "template.lenses", "Lenses of this bid…",
      "Shows every lens; Enter shows what one would read, and switches it on or off for the bid.",
      unavailable: { $0.lensesUnavailable }
    ) { $0.effects.append(.studio(.lenses)) },
  ]
}
