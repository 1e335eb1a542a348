extension CommandTable {
  static let studioCommands: [Command] = [
    Command(
      "template.studio", "Templates…",
      "Shows every template, where it is from and who uses it; Enter edits one.", keys: ["Alt-Shift-O"]
    ) { $0.effects.append(.studio(.browse)) },
    Command(
      "template.upgrade", "Template upgrade…",
      "Shows what a newer version of the answers' template would change, to apply or decline."
    ) { $0.effects.append(.studio(.upgrade)) },
    Command(
      "template.place", "Send the paragraph elsewhere", "Sends the selected paragraph to its next part.",
      keys: ["Right"], in: [.sheet]
    ) { $0.sendElsewhere(by: 1) },
    Command(
      "template.place-back", "Send the paragraph back", "Sends the selected paragraph to the part before.",
      keys: ["Left"], in: [.sheet]
    ) { $0.sendElsewhere(by: -1) },
    studio("up", "Line up", "Goes a line up.", "Up") { $0.changeStudio { $0.text.move(lines: -1) } },
    studio("down", "Line down", "Goes a line down.", "Down") { $0.changeStudio { $0.text.move(lines: 1) } },
    studio("left", "Character left", "Goes a character left.", "Left") {
      $0.changeStudio { $0.text.move(by: -1) }
    },
    studio("right", "Character right", "Goes a character right.", "Right") {
      $0.changeStudio { $0.text.move(by: 1) }
    },
    studio("page-up", "Lines up", "Goes fifteen lines up.", "PageUp") {
      $0.changeStudio { $0.text.move(lines: -15) }
    },
    studio("page-down", "Lines down", "Goes fifteen lines down.", "PageDown") {
      $0.changeStudio { $0.text.move(lines: 15) }
    },
    studio("home", "Start of the line", "Goes to the start of the line.", "Home") {
      $0.changeStudio { $0.text.move(toEnd: false) }
    },
    studio("end", "End of the line", "Goes to the end of the line.", "End") {
      $0.changeStudio { $0.text.move(toEnd: true) }
    },
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
      $0.changeStudio { $0.viewTop += 5 }
    },
    studio("view-up", "Scroll the view up", "Shows what stands further up in the view.", "Alt-Up") {
      $0.changeStudio { $0.viewTop = max(0, $0.viewTop - 5) }
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

  /// A command for the text of a template.
  private static func studio(
    _ id: String, _ title: String, _ help: String, _ keys: String...,
    perform: @escaping @Sendable (inout WorkbenchState) -> Void
  ) -> Command {
    Command("studio.\(id)", title, help, keys: keys, in: [.studio], perform: perform)
  }
}
