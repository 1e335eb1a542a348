extension CommandTable {
  static let studioCommands: [Command] = studioScreen + studioMovement + studioSelection

  private static let studioScreen: [Command] = [
    Command(
      "template.studio", "Templates…",
      "Shows every template, where it is from and who uses it; Enter edits one.", keys: ["Alt-Shift-O"]
    ) { $0.effects.append(.studio(.browse)) },
    Command(
      "template.upgrade", "Template upgrade…",
      "Shows what a newer version of the answers' template would change, to apply or decline."
    ) { $0.effects.append(.studio(.upgrade)) },
    Command(
      "template.new", "New template from this one",
      "Makes a template of the workspace that begins as a copy of the selected one.", keys: ["Ctrl-N"],
      in: [.sheet]
    ) { $0.askForNewTemplate() },
    Command(
      "template.place", "Send the paragraph elsewhere", "Sends the selected paragraph to its next part.",
      keys: ["Right"], in: [.sheet]
    ) { $0.sendElsewhere(by: 1) },
    Command(
      "template.place-back", "Send the paragraph back", "Sends the selected paragraph to the part before.",
      keys: ["Left"], in: [.sheet]
    ) { $0.sendElsewhere(by: -1) },
    studio("break", "New line", "Breaks the line, indented as the one above.", "Enter") {
      $0.enterInStudio()
    },
    studio("backspace", "Delete backwards", "Deletes the character before the cursor.", "Backspace", "Ctrl-H")
    {
      $0.deleteInStudio(forward: false)
    },
    studio("delete", "Delete forwards", "Deletes the character behind the cursor.", "Delete", "Ctrl-D") {
      $0.deleteInStudio(forward: true)
    },
    studio("view", "Next view", "Shows the next view beside the text.", "Tab") { $0.changeStudioView(by: 1) },
    studio("view-back", "View before", "Shows the view before.", "Shift-Tab") { $0.changeStudioView(by: -1) },
    studio("view-down", "Scroll the view down", "Shows what stands further down in the view.", "Alt-Down") {
      $0.scrollStudioView(by: 5)
    },
    studio("view-up", "Scroll the view up", "Shows what stands further up in the view.", "Alt-Up") {
      $0.scrollStudioView(by: -5)
    },
    studio("try", "Try a sentence", "Says what a sentence is read as, and by which words.", "Ctrl-T") {
      $0.trySentence()
    },
    studio("find", "Find in the template", "Goes to the next line that holds some words.", "Ctrl-F", "F3") {
      $0.askWhatToFindInStudio()
    },
    studio("fault", "Next fault", "Goes to the next line with a fault.", "Ctrl-N") { $0.goToStudioFault() },
    studio(
      "apply", "Apply to the bid", "Shows what the template would do to the answers, and asks.", "Ctrl-E"
    ) {
      $0.effects.append(.studio(.plan))
    },
    studio("shipped", "Back to the shipped file", "Sets the workspace's own file aside.", "Ctrl-B") {
      $0.askBackToShipped()
    },
    studio("close", "Close the template", "Goes back to the list of templates.", "Esc") { $0.closeStudio() },
  ]

  private static let studioMovement: [Command] = [
    moves("up", "Line up", "a line up", "Up") { $0.move(lines: -1, selecting: $1) },
    moves("down", "Line down", "a line down", "Down") { $0.move(lines: 1, selecting: $1) },
    moves("left", "Character left", "a character left", "Left") { $0.move(by: -1, selecting: $1) },
    moves("right", "Character right", "a character right", "Right") { $0.move(by: 1, selecting: $1) },
    moves("word-left", "Word left", "to the start of the word", "Ctrl-Left") {
      $0.move(byWord: -1, selecting: $1)
    },
    moves("word-right", "Word right", "to the next word", "Ctrl-Right") { $0.move(byWord: 1, selecting: $1) },
    moves("page-up", "Lines up", "fifteen lines up", "PageUp") { $0.move(lines: -15, selecting: $1) },
    moves("page-down", "Lines down", "fifteen lines down", "PageDown") { $0.move(lines: 15, selecting: $1) },
    moves("home", "Start of the line", "to the start of the line", "Home") {
      $0.move(toEnd: false, selecting: $1)
    },
    moves("end", "End of the line", "to the end of the line", "End") { $0.move(toEnd: true, selecting: $1) },
    moves("top", "Start of the text", "to the first line", "Ctrl-Home") {
      $0.moveToText(end: false, selecting: $1)
    },
    moves("bottom", "End of the text", "to the last line", "Ctrl-End") {
      $0.moveToText(end: true, selecting: $1)
    },
  ].flatMap { $0 }

  private static let studioSelection: [Command] = [
    studio("select-all", "Select all", "Selects the whole text.", "Ctrl-A") {
      $0.changeStudio { $0.text.selectAll() }
    },
    studio("copy", "Copy", "Keeps the selected text to paste.", "Ctrl-C") { $0.copyInStudio(cutting: false) },
    studio("cut", "Cut", "Takes the selected text out and keeps it to paste.", "Ctrl-X") {
      $0.copyInStudio(cutting: true)
    },
    studio("paste", "Paste", "Puts in what was cut or copied last.", "Ctrl-V") { $0.pasteInStudio() },
    studio("backspace-word", "Delete word backwards", "Deletes to the start of the word.", "Ctrl-W") {
      $0.changeStudio { if !$0.isTrying { $0.text.deleteWordBackwards() } }
    },
    studio(
      "complete", "Complete", "Offers the keys or the values that may stand at the cursor.", "Ctrl-Space",
      "Alt-*"
    ) {
      $0.effects.append(.studio(.complete(isAsked: true)))
    },
  ]

  /// A movement in the text of a template, and the same with Shift, which selects.
  private static func moves(
    _ id: String, _ title: String, _ help: String, _ key: String,
    move: @escaping @Sendable (inout StudioText, Bool) -> Void
  ) -> [Command] {
    [
      studio(id, title, "Goes \(help).", key) { $0.changeStudio { move(&$0.text, false) } },
      studio("select-\(id)", "Select: \(title.lowercased())", "Selects \(help).", withShift(key)) {
        $0.changeStudio { move(&$0.text, true) }
      },
    ]
  }

  /// A command for the text of a template.
  private static func studio(
    _ id: String, _ title: String, _ help: String, _ keys: String...,
    perform: @escaping @Sendable (inout WorkbenchState) -> Void
  ) -> Command {
    Command("studio.\(id)", title, help, keys: keys, in: [.studio], perform: perform)
  }
}
