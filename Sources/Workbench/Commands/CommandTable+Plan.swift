import BidModel

extension CommandTable {
  static let planCommands: [Command] = [
    Command(
      "plan.thursday", "Thursday view",
      "Shows one line a question, the worst first, with what is missing.", keys: ["F12", "Alt-Shift-T"]
    ) { $0.overlays.append(.page(Page(.thursday))) },
    Command(
      "plan.details", "State, people and due date",
      "Edits state, writer, subject expert, reviewers and due date of an answer.", keys: ["Alt-Shift-A"]
    ) { $0.editDetails() },
    Command(
      "plan.new-question", "New question",
      "Asks for number, title, the buyer's words, limit, weight and themes, and makes the answer's file.",
      unavailable: { $0.session.bidPath == nil ? "A loose file has no bid to add a question to." : nil }
    ) { $0.newQuestion() },
    Command(
      "plan.filter", "Filter the questions", "Shows all, mine, those with gaps, or those of one state.",
      keys: ["Right"], in: [.outline]
    ) { $0.changeOutlineFilter(by: 1) },
    Command(
      "plan.filter-back", "Filter the questions: back", "Goes back to the filter before.", keys: ["Left"],
      in: [.outline]
    ) { $0.changeOutlineFilter(by: -1) },
    Command(
      "plan.order", "Order the questions", "Orders by number, weight, state, gap or due date.",
      keys: ["Tab"], in: [.outline]
    ) { $0.changeOutlineOrder() },
    Command(
      "plan.erase", "Filter the questions: erase", "Takes the last letter off what is looked for.",
      keys: ["Backspace", "Ctrl-H"], in: [.outline]
    ) { $0.eraseInOutline() },
    Command(
      "plan.headings", "Insert the sub-asks as headings",
      "Puts in a heading for each sub-ask that the plan gives this part.", keys: ["Alt-Shift-H"],
      in: [.text], unavailable: { $0.headingsUnavailable }
    ) { $0.insertHeadings() },
    Command(
      "plan.walk", "Next sentence of the theme",
      "Goes to the next sentence that speaks of the theme in hand, and says what it earns.",
      keys: ["Alt-Shift-W"]
    ) { $0.walkTheme() },
    Command(
      "plan.cut", "Cut helper",
      "Lists the answer's sentences, the one that earns least first, with what each saves.",
      keys: ["Alt-Shift-X"]
    ) { $0.overlays.append(.page(Page(.cut))) },
    Command(
      "plan.cut-sentence", "Cut this sentence", "Takes the sentence selected in the cut helper out.",
      keys: ["Delete"], in: [.list]
    ) { $0.cutSelectedSentence() },
    Command(
      "plan.prove", "Paste-back proof",
      "Takes a paste of what the portal shows and says whether it is what was submitted.",
      keys: ["Alt-Shift-V"]
    ) { $0.overlays.append(.proof(ProofBox($0.editor.answer))) },
    Command(
      "plan.question", "Question text, themes and limit",
      "Edits the buyer's words, sub-asks, limit, weight, themes and scale of an answer's question.",
      keys: ["Alt-Shift-Q"]
    ) { $0.editQuestion() },
    Command(
      "kpi.uses", "Where the KPI is used", "Shows or hides where in the bid the selected KPI is quoted.",
      keys: ["Right"], in: [.kpis]
    ) { $0.toggleUses() },
    Command(
      "kpi.insert-selected", "Quote the selected KPI",
      "Puts the selected KPI's placeholder in at the cursor of the text.", keys: ["Insert", "Tab"],
      in: [.kpis]
    ) { $0.insertSelectedKPI() },
  ]
}
