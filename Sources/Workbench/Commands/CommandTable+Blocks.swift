import BidModel

extension CommandTable {
  static let blockCommands: [Command] = [
    Command(
      "block.up", "Move paragraph up", "Moves the paragraph, or all that are selected, past the one before.",
      keys: ["Alt-Shift-Up"], in: [.text]
    ) { $0.moveBlocks(by: -1) },
    Command(
      "block.down", "Move paragraph down",
      "Moves the paragraph, or all that are selected, past the one after.",
      keys: ["Alt-Shift-Down"], in: [.text]
    ) { $0.moveBlocks(by: 1) },
    Command(
      "block.part-before", "Move to the part before",
      "Moves the paragraph, or all that are selected, to the end of the part before.",
      keys: ["Alt-Shift-PageUp", "Alt-<"], in: [.text]
    ) { $0.moveBlocks(toPartBy: -1) },
    Command(
      "block.part-after", "Move to the part after",
      "Moves the paragraph, or all that are selected, to the start of the part after.",
      keys: ["Alt-Shift-PageDown", "Alt->"], in: [.text]
    ) { $0.moveBlocks(toPartBy: 1) },
    Command(
      "block.duplicate", "Duplicate paragraph", "Puts a copy of the paragraph below it.", keys: ["Alt-U"],
      in: [.text]
    ) { $0.duplicateBlocks() },
    Command(
      "block.join", "Join with the next paragraph", "Makes one paragraph of this and the next.",
      keys: ["Alt-M"], in: [.text]
    ) { $0.joinWithNext() },
    Command(
      "block.bullets", "Bulleted list", "Makes list items of the paragraphs, or paragraphs of the items.",
      keys: ["Alt-L"], in: [.text]
    ) { $0.toggle(.bullet(ListMarker()), title: "Make list") },
    Command(
      "block.numbers", "Numbered list", "Makes numbered items of the paragraphs, or paragraphs of the items.",
      keys: ["Alt-O"], in: [.text]
    ) { $0.toggle(.numbered(ListMarker(symbol: "1.")), title: "Make numbered list") },
    Command(
      "block.heading", "Heading", "Makes a heading of the paragraph, or a paragraph of the heading.",
      keys: ["Alt-="], in: [.text]
    ) { $0.toggle(.heading(level: 3), title: "Make heading") },
    Command(
      "block.in", "Next cell, or list item in",
      "In a table goes to the next cell; moves a list item one level in.", keys: ["Tab"], in: [.text]
    ) { state in
      if state.isInTable { state.moveToCell(by: 1) } else { state.indentItems(by: 1) }
    },
    Command(
      "block.out", "Cell before, or list item out",
      "In a table goes to the cell before; moves a list item one level out.", keys: ["Shift-Tab"], in: [.text]
    ) { state in
      if state.isInTable { state.moveToCell(by: -1) } else { state.indentItems(by: -1) }
    },
    Command(
      "block.table", "Insert table", "Puts in a table of two columns; in a table, a column.", keys: ["Alt-T"],
      in: [.text]
    ) { state in
      if state.isInTable { state.addColumn() } else { state.insertTable() }
    },
    Command(
      "edit.bold", "Bold", "Makes the selected words bold, or plain again.", keys: ["Ctrl-B", "Alt-Shift-B"],
      in: [.text]
    ) {
      $0.toggleEmphasis("**", title: "Bold")
    },
    Command(
      "edit.italic", "Italic", "Makes the selected words italic, or plain again.", keys: ["Alt-Shift-I"],
      in: [.text]
    ) { $0.toggleEmphasis("*", title: "Italic") },
  ]
}
