import BidModel

extension CommandTable {
  static let movementCommands: [Command] =
    [
      move("left", "Left", "one character left", .left, ["Left"]),
      move("right", "Right", "one character right", .right, ["Right"]),
      move("up", "Up", "one row up", .up, ["Up"]),
      move("down", "Down", "one row down", .down, ["Down"]),
      move("word-left", "Word left", "to the start of the word", .wordLeft, ["Ctrl-Left", "Alt-B"]),
      move("word-right", "Word right", "to the next word", .wordRight, ["Ctrl-Right", "Alt-F"]),
      move("sentence-left", "Sentence left", "to the start of the sentence", .sentenceLeft, ["Alt-Left"]),
      move("sentence-right", "Sentence right", "to the next sentence", .sentenceRight, ["Alt-Right"]),
      move(
        "placeholder-before", "KPI before", "to the placeholder before", .placeholderBefore, ["Alt-Shift-P"],
        shift: false),
      move(
        "placeholder-after", "Next KPI", "to the next placeholder", .placeholderAfter, ["Alt-Shift-N"],
        shift: false
      ),
      move("row-start", "Start of row", "to the start of the row", .rowStart, ["Home"]),
      move("row-end", "End of row", "to the end of the row", .rowEnd, ["End", "Ctrl-E"]),
      move("page-up", "Page up", "one screen up", .pageUp, ["PageUp"]),
      move("page-down", "Page down", "one screen down", .pageDown, ["PageDown"]),
      move("paragraph-up", "Paragraph up", "to the start of the paragraph", .paragraphUp, ["Ctrl-Up"]),
      move("paragraph-down", "Paragraph down", "to the next paragraph", .paragraphDown, ["Ctrl-Down"]),
      move("part-up", "Part up", "to the start of the part", .partUp, ["Alt-Up"], shift: false),
      move("part-down", "Part down", "to the next part", .partDown, ["Alt-Down"], shift: false),
      move("answer-start", "Start of answer", "to the start of the answer", .answerStart, ["Ctrl-Home"]),
      move("answer-end", "End of answer", "to the end of the answer", .answerEnd, ["Ctrl-End"]),
    ].flatMap { $0 } + questionCommands

  /// A movement, and the same with Shift, which selects, where that key is free.
  private static func move(
    _ id: String, _ title: String, _ help: String, _ movement: Movement, _ keys: [String],
    shift: Bool = true
  ) -> [Command] {
    [
      Command("move.\(id)", title, "Moves the cursor \(help).", keys: keys, in: [.text]) {
        $0.move(movement, selecting: false)
      },
      Command(
        "select.\(id)", "Select: \(title.lowercased())", "Extends the selection \(help).",
        keys: shift ? keys.prefix(1).map(withShift) : [], in: [.text]
      ) { $0.move(movement, selecting: true) },
    ]
  }

  /// The key's name with Shift, in the order in which a key names its modifiers.
  static func withShift(_ name: String) -> String {
    let pieces = name.split(separator: "-")
    return (pieces.dropLast().map(String.init) + ["Shift", String(pieces[pieces.count - 1])])
      .joined(separator: "-")
  }

  private static let questionCommands: [Command] = [
    Command(
      "go.next-question", "Next question", "Shows the answer to the next question.",
      keys: ["Alt-PageDown", "Alt-N"]
    ) { $0.showQuestion(by: 1) },
    Command(
      "go.previous-question", "Previous question", "Shows the answer to the question before.",
      keys: ["Alt-PageUp", "Alt-P"]
    ) { $0.showQuestion(by: -1) },
  ]
}

extension WorkbenchState {
  /// Shows the answer `step` questions on, and stops at the ends.
  mutating func showQuestion(by step: Int) {
    let index = currentIndex + step
    guard session.answers.indices.contains(index) else {
      return say(step > 0 ? "This is the last question." : "This is the first question.", as: .note)
    }
    show(session.answers[index].id)
  }
}
