import BidModel

extension CommandTable {
  static let editCommands: [Command] = [
    Command("edit.undo", "Undo", "Takes back the newest change of this file.", keys: ["Ctrl-Z"]) {
      $0.undo(redoing: false)
    },
    Command("edit.redo", "Redo", "Does again what was undone last in this file.", keys: ["Ctrl-Y"]) {
      $0.undo(redoing: true)
    },
    Command(
      "edit.cut", "Cut", "Takes the selected text out and keeps it to paste.", keys: ["Ctrl-X"], in: [.text],
      unavailable: noSelection
    ) { state in
      state.copySelection()
      state.deleteSelection(title: "Cut")
    },
    Command(
      "edit.copy", "Copy", "Keeps the selected text to paste.", keys: ["Ctrl-C"], in: [.text],
      unavailable: noSelection
    ) { $0.copySelection() },
    Command(
      "edit.paste", "Paste", "Puts the text that was cut or copied last in at the cursor.", keys: ["Ctrl-V"],
      in: [.text], unavailable: { $0.clipboard.isEmpty ? "Nothing was cut or copied yet." : nil }
    ) { $0.paste($0.clipboard) },
    Command(
      "edit.select-all", "Select all", "Selects the whole answer.", keys: ["Ctrl-A"], in: [.text]
    ) { state in
      state.move(.answerStart, selecting: false)
      state.move(.answerEnd, selecting: true)
    },
    Command(
      "edit.select-sentence", "Select sentence", "Selects the sentence at the cursor.", keys: ["Alt-A"],
      in: [.text]
    ) { $0.selectSentence() },
    Command(
      "edit.select-paragraph", "Select paragraph", "Selects the paragraph at the cursor.", keys: ["Alt-Q"],
      in: [.text]
    ) { $0.selectParagraph() },
    Command(
      "edit.backspace", "Delete backwards", "Deletes the character before the cursor.",
      keys: ["Backspace", "Ctrl-H"], in: [.text]
    ) { $0.delete(forward: false, byWord: false) },
    Command(
      "edit.delete", "Delete forwards", "Deletes the character after the cursor.",
      keys: ["Delete", "Ctrl-D"],
      in: [.text]
    ) { $0.delete(forward: true, byWord: false) },
    Command(
      "edit.backspace-word", "Delete word backwards", "Deletes to the start of the word.",
      keys: ["Ctrl-W", "Ctrl-Backspace", "Alt-Backspace"], in: [.text]
    ) { $0.delete(forward: false, byWord: true) },
    Command(
      "edit.delete-word", "Delete word forwards", "Deletes to the start of the next word.",
      keys: ["Ctrl-Delete", "Alt-D"], in: [.text]
    ) { $0.delete(forward: true, byWord: true) },
    Command(
      "edit.paragraph", "New paragraph", "Starts a new paragraph or list item.", keys: ["Enter"], in: [.text]
    ) { $0.breakParagraph() },
    Command(
      "edit.line", "Break line", "Breaks the line within the paragraph.", keys: ["Alt-Enter"], in: [.text]
    ) { $0.breakLine() },
    Command(
      "edit.add-parts", "Add missing parts",
      "Puts in a heading for each part of the template that the text lacks.",
      unavailable: {
        $0.currentAnswer.missingParts(of: $0.currentTemplate).isEmpty ? "Every part is there." : nil
      }
    ) { $0.addMissingParts() },
  ]

  @Sendable static func noSelection(_ state: WorkbenchState) -> String? {
    state.editor.selection == nil ? "Nothing is selected: hold Shift and move." : nil
  }
}

extension WorkbenchState {
  /// Adds an empty part for each that the template has and the answer lacks, as one step.
  mutating func addMissingParts() {
    guard canEdit() else { return }
    var answer = currentAnswer
    var edits: [Edit] = []
    for part in answer.missingParts(of: currentTemplate) {
      let edit = answer.insertingPart(part, of: currentTemplate)
      guard (try? answer.apply(edit)) != nil else { break }
      edits.append(edit)
    }
    perform("Add missing parts", edits, from: editor.caret)
  }

  /// Keeps the selected text to paste, here and in the terminal's clipboard.
  mutating func copySelection() {
    guard let text = selectedText else { return }
    clipboard = text
    effects.append(.copyToClipboard(text))
  }
}
