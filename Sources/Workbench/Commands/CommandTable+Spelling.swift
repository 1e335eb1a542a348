extension CommandTable {
  static let spellingCommands: [Command] = [
    Command(
      "spelling.open", "Spelling", "Goes to the next misspelt word and offers other spellings.",
      keys: ["F7", "Alt-;"], footer: "Spelling"
    ) { $0.walkSpelling(.here, opensBox: true) },
    Command(
      "spelling.next", "Next misspelling", "Selects the next misspelt word.", keys: ["Alt-)"], in: [.text]
    ) { $0.walkSpelling(.next, opensBox: false) },
    Command(
      "spelling.previous", "Previous misspelling", "Selects the misspelt word before.", keys: ["Alt-("],
      in: [.text]
    ) { $0.walkSpelling(.previous, opensBox: false) },
    Command(
      "spelling.complete", "Complete the word",
      "Offers words of the workspace, acronyms and posts that begin as the word at the cursor does.",
      keys: ["Ctrl-Space", "Alt-*"], in: [.text]
    ) { $0.completeWord() },
    Command(
      "spelling.synonyms", "Synonyms", "Offers words of the same meaning from the thesaurus.",
      keys: ["Shift-F7", "Alt-'"], in: [.text]
    ) { $0.seekSynonyms() },
    Command(
      "spelling.add-word", "Add word to words.txt", "Adds the word at the cursor to the workspace's words."
    ) {
      $0.addSpelling()
    },
    Command(
      "spelling.ignore-word", "Ignore misspelling", "Counts the word at the cursor as right until you quit."
    ) { $0.ignoreSpelling() },
    Command("spelling.underline", "Underline misspellings", "Shows misspelt words underlined, or stops.") {
      state in
      state.spelling.isShown.toggle()
      state.editor.painted = []
      state.say(
        state.spelling.isShown ? "Misspelt words are underlined." : "Misspelt words are not underlined.",
        as: .note)
    },
    Command(
      "spelling.accept", "Use the spelling", "Puts the chosen or typed spelling in the word's place.",
      keys: ["Enter"], in: [.spelling]
    ) { $0.correctSpelling(everywhere: false) },
    Command(
      "spelling.accept-all", "Use it everywhere", "Corrects the word wherever the answer has it.",
      keys: ["Ctrl-R", "Alt-Enter"], in: [.spelling]
    ) { $0.correctSpelling(everywhere: true) },
    Command(
      "spelling.add", "Add the word", "Adds the misspelt word to the workspace's words.txt.",
      keys: ["Ctrl-A"],
      in: [.spelling]
    ) { $0.addSpelling() },
    Command(
      "spelling.ignore", "Ignore the word", "Counts the misspelt word as right until you quit.",
      keys: ["Ctrl-G"], in: [.spelling]
    ) { $0.ignoreSpelling() },
    Command(
      "spelling.skip", "Skip to the next", "Leaves the word as it is and goes to the next misspelling.",
      keys: ["Tab"], in: [.spelling]
    ) { $0.skipSpelling(.next) },
    Command(
      "spelling.skip-back", "Back to the one before", "Goes to the misspelling before.", keys: ["Shift-Tab"],
      in: [.spelling]
    ) { $0.skipSpelling(.previous) },
    Command("spelling.up", "Suggestion up", "Chooses the suggestion above.", keys: ["Up"], in: [.spelling]) {
      $0.moveInSpellingBox(by: -1)
    },
    Command(
      "spelling.down", "Suggestion down", "Chooses the suggestion below.", keys: ["Down"], in: [.spelling]
    ) {
      $0.moveInSpellingBox(by: 1)
    },
  ]
}
