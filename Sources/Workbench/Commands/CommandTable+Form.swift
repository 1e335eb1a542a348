extension CommandTable {
  /// What keys do in every form; some of it also in lists that are filtered by typing.
  static let formCommands: [Command] = [
    Command("form.next", "Next field", "Goes to the next field.", keys: ["Tab"], in: [.form]) {
      $0.changeForm { $0.moveField(by: 1) }
    },
    Command(
      "form.previous", "Previous field", "Goes to the field before.", keys: ["Shift-Tab"], in: [.form]
    ) { $0.changeForm { $0.moveField(by: -1) } },
    Command(
      "form.down", "Down", "Goes to the next field, or a row down in a field of several lines.",
      keys: ["Down"], in: [.form]
    ) { $0.moveLine(by: 1) },
    Command(
      "form.up", "Up", "Goes to the field before, or a row up in a field of several lines.", keys: ["Up"],
      in: [.form]
    ) { $0.moveLine(by: -1) },
    Command(
      "form.line", "Break line in a field", "Breaks the line in a field that takes several lines.",
      keys: ["Alt-Enter"], in: [.form]
    ) { $0.breakFieldLine() },
    Command(
      "form.next-choice", "Right, or next choice",
      "Moves the cursor of the field, shows the next choice of one that has choices, takes the name offered.",
      keys: ["Right"], in: [.form]
    ) { $0.changeForm { $0.choose(by: 1) } },
    Command(
      "form.previous-choice", "Left, or previous choice",
      "Moves the cursor of the field, or shows the choice before.", keys: ["Left"], in: [.form]
    ) { $0.changeForm { $0.choose(by: -1) } },
    Command("form.accept", "Keep", "Keeps what the fields say.", keys: ["Enter"], in: [.form]) {
      $0.acceptForm()
    },
    Command(
      "form.erase", "Delete backwards", "Deletes the character before the cursor of the field.",
      keys: ["Backspace", "Ctrl-H"], in: [.form, .list, .sheet, .spelling]
    ) { $0.eraseInOverlay(all: false) },
    Command(
      "form.delete", "Delete forwards", "Deletes the character after the cursor of the field.",
      keys: ["Delete", "Ctrl-D"], in: [.form]
    ) { $0.changeField { $0.erase(forward: true) } },
    Command("form.start", "Start of the field", "Goes to the field's start.", keys: ["Home"], in: [.form]) {
      $0.changeField { $0.move(by: -.max / 2) }
    },
    Command("form.end", "End of the field", "Goes to the field's end.", keys: ["End", "Ctrl-E"], in: [.form])
    {
      $0.changeField { $0.move(by: .max / 2) }
    },
    Command(
      "form.clear", "Empty the field", "Deletes the whole field.", keys: ["Ctrl-U"],
      in: [.form, .list, .sheet, .spelling]
    ) { $0.eraseInOverlay(all: true) },
    Command(
      "form.close", "Close", "Closes the box and leaves all as it was; a form with typed words asks first.",
      keys: ["Esc"], in: [.form, .list, .sheet, .spelling]
    ) { $0.closeOverlay() },
    Command(
      "form.word-left", "Word left", "Goes to the start of the word in the field.",
      keys: ["Ctrl-Left", "Alt-B"], in: [.form]
    ) { $0.changeField { $0.moveByWord(forward: false) } },
    Command(
      "form.word-right", "Word right", "Goes to the next word of the field.", keys: ["Ctrl-Right", "Alt-F"],
      in: [.form]
    ) { $0.changeField { $0.moveByWord(forward: true) } },
    Command(
      "form.erase-word", "Delete word backwards", "Deletes to the start of the word in the field.",
      keys: ["Ctrl-W", "Ctrl-Backspace", "Alt-Backspace"], in: [.form]
    ) { $0.changeField { $0.erase(forward: false, byWord: true) } },
    Command(
      "form.delete-word", "Delete word forwards", "Deletes to the start of the next word of the field.",
      keys: ["Ctrl-Delete", "Alt-D"], in: [.form]
    ) { $0.changeField { $0.erase(forward: true, byWord: true) } },
    Command(
      "form.select-left", "Select left", "Extends the field's selection to the left.", keys: ["Shift-Left"],
      in: [.form]
    ) { $0.changeField { $0.select(by: -1) } },
    Command(
      "form.select-right", "Select right", "Extends the field's selection to the right.",
      keys: ["Shift-Right"], in: [.form]
    ) { $0.changeField { $0.select(by: 1) } },
    Command(
      "form.select-word-left", "Select word left", "Extends the field's selection by a word to the left.",
      keys: ["Ctrl-Shift-Left"], in: [.form]
    ) { $0.changeField { $0.selectWord(forward: false) } },
    Command(
      "form.select-word-right", "Select word right", "Extends the field's selection by a word to the right.",
      keys: ["Ctrl-Shift-Right"], in: [.form]
    ) { $0.changeField { $0.selectWord(forward: true) } },
    Command(
      "form.select-start", "Select to the start", "Extends the selection to the field's start.",
      keys: ["Shift-Home"], in: [.form]
    ) { $0.changeField { $0.select(by: -.max / 2) } },
    Command(
      "form.select-end", "Select to the end", "Extends the selection to the field's end.",
      keys: ["Shift-End"], in: [.form]
    ) { $0.changeField { $0.select(by: .max / 2) } },
    Command("form.select-all", "Select the field", "Selects all of the field.", keys: ["Ctrl-A"], in: [.form])
    {
      $0.changeField { $0.selectAll() }
    },
    Command(
      "form.page-down", "Rows down", "Shows more of what stands above the fields.", keys: ["PageDown"],
      in: [.form]
    ) { $0.scrollReviewForm(by: 5) },
    Command(
      "form.page-up", "Rows up", "Shows what stands further up above the fields.", keys: ["PageUp"],
      in: [.form]
    ) { $0.scrollReviewForm(by: -5) },
  ]
}
