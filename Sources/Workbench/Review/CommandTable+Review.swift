import BidModel
import Screen

extension CommandTable {
  static let reviewCommands: [Command] =
    walkCommands + listCommands + fixCommands + openingCommands + commentCommands + pickCommands

  private static let screens: Set<Command.Context> = [.review, .walk, .fixes]

  private static let openingCommands: [Command] = [
    Command(
      "review.open", "Review", "Opens the review where it was left, or leaves it.",
      keys: ["F8", "Alt-Shift-R"], footer: "Review"
    ) { $0.toggleReview() },
    Command(
      "review.sign", "Sign this answer", "Signs the answer as its file holds it; a later change asks again.",
      keys: ["Alt-Shift-G"],
      unavailable: { $0.session.review == nil ? "Only answers of a bid are signed." : nil }
    ) { $0.signAnswer() },
    Command(
      "review.ai", "Note AI use on this answer",
      "Notes in the audit what AI was used for, or that it was not.",
      unavailable: { $0.session.review == nil ? "Only bids have an audit." : nil }
    ) { state in
      let open = state.session.answers[state.currentIndex]
      state.overlays.append(
        .reviewForm(
          ReviewForm(
            title: "AI use · \(open.name)", note: "Buyers may ask. The audit keeps who noted what, and when.",
            line: .init(
              .line, label: "Used for", text: "", hint: "shortening the Evidence part; none", isProse: true),
            purpose: .ai(open.id))))
    },
    Command(
      "review.since-signed", "What changed since it was signed",
      "Compares the answer in hand with what was signed; Alt-Shift-G signs it again."
    ) { $0.showChangeSinceSigned() },
    Command("review.gate", "Gate", "Lists what still stands in the way of submission.") {
      $0.openReview(.gate)
    },
    Command("review.fixes", "Fix list", "Lists what reviewers ask for, across rounds.") {
      $0.openReview(.fixes)
    },
    Command(
      "review.versions", "Versions of this answer", "Compares with an earlier version, and goes back to one."
    ) {
      $0.openReview(.versions)
    },
  ]

  private static let commentCommands: [Command] = [
    Command(
      "review.comment-next", "Next comment in the text", "Goes to the next open comment of a reviewer.",
      keys: ["Alt-}", "Alt-Shift-M"], in: [.text]
    ) { $0.moveToComment(by: 1) },
    Command(
      "review.comment-previous", "Previous comment in the text", "Goes to the open comment before.",
      keys: ["Alt-{", "Alt-Shift-U"], in: [.text]
    ) { $0.moveToComment(by: -1) },
    Command(
      "review.comment-accept", "Take the better words of the comment here",
      "Puts the words that a reviewer suggests in the place of those at the cursor; undo brings them back.",
      keys: ["Alt-Shift-Y"], in: [.text]
    ) { $0.acceptCommentHere() },
    Command(
      "review.comment-done", "Comment here: done",
      "Says that what the comment at the cursor asks for was done.",
      keys: ["Alt-Shift-D"], in: [.text]
    ) { $0.finishCommentHere() },
    Command(
      "review.comment-open", "Comment here: all of it",
      "Opens the fix list at the comment at the cursor, to read, answer, decline or assign it.",
      keys: ["Alt-Shift-C"], in: [.text]
    ) { $0.openCommentHere() },
  ]

  private static let listCommands: [Command] = [
    Command("review.up", "Up", "Goes to the sentence or row above.", keys: ["Up"], in: screens) {
      $0.moveInReview(by: -1)
    },
    Command("review.down", "Down", "Goes to the sentence or row below.", keys: ["Down"], in: screens) {
      $0.moveInReview(by: 1)
    },
    Command("review.page-up", "Page up", "Goes ten sentences or rows up.", keys: ["PageUp"], in: screens) {
      $0.moveInReview(by: -10)
    },
    Command(
      "review.page-down", "Page down", "Goes ten sentences or rows down.", keys: ["PageDown"], in: screens
    ) {
      $0.moveInReview(by: 10)
    },
    Command(
      "review.enter", "Open row", "Goes where the row leads; in the walk, asks for the score.",
      keys: ["Enter"],
      in: screens
    ) { $0.openReviewRow() },
    Command(
      "review.back", "Back", "Goes back to the list of the review, and from there to the text.",
      keys: ["Esc"], in: screens
    ) { $0.backInReview() },
    Command("review.keys", "Keys of the review", "Shows all keys.", keys: ["?"], in: screens) {
      $0.overlays.append(.help(top: HelpText.line(ofGroup: "review", in: $0.commands, width: $0.helpWidth)))
    },
    letter("list", "Fix list", "Shows what is to be fixed.", "l", screens) { $0.showReview(.fixes) },
    letter(
      "scores", "Scores side by side", "Shows what reviewers gave, to agree on a score.", "a",
      [.review, .walk]
    ) {
      $0.showReview(.scores)
    },
    letter("projection", "Projected score", "Shows what the scores come to.", "p", [.walk]) {
      $0.showReview(.projection)
    },
    letter(
      "changes", "What changed since I last reviewed", "Shows it, answer by answer.", "w", [.walk, .fixes]
    ) {
      $0.showReview(.changes)
    },
    letter(
      "waive", "Let a point pass, or what changed",
      "Lets a point of the gate pass, with a reason; elsewhere shows what changed since you reviewed.", "w",
      [.review]
    ) {
      $0.waiveSelected()
    },
    letter(
      "one-page", "One page of what changed",
      "Shows a line for each answer that changed, or the words again.", "o", [.review]
    ) {
      $0.reviewing.showsOnePage.toggle()
    },
    letter(
      "one-page-file", "Write the page to a file",
      "Writes the one page of what changed beside the bid's HTML.", "x", [.review]
    ) {
      $0.exportChangePage()
    },
    letter(
      "compare-from", "Compare from here", "Marks a version, to compare another with it.", "c", [.review]
    ) {
      $0.markBase()
    },
    letter(
      "compared-next", "Next part that changed", "Goes to the next part of a comparison.", "]", [.review]
    ) {
      $0.moveInComparison(by: 1)
    },
    letter(
      "compared-previous", "Part before that changed", "Goes to the part before of a comparison.", "[",
      [.review]
    ) {
      $0.moveInComparison(by: -1)
    },
    letter("sign-compared", "Sign what is shown", "Signs the answer whose change is shown.", "g", [.review]) {
      $0.signCompared()
    },
    letter("restore", "Restore the answer", "Puts the answer back as the version has it.", "r", [.review]) {
      $0.restoreAnswer()
    },
    letter("restore-part", "Restore the part", "Puts the selected paragraph's part back.", "p", [.review]) {
      $0.restorePart()
    },
    Command(
      "review.take-back", "Take back an agreed score",
      "Takes back what you set down as agreed on the selected question.", keys: ["Delete"], in: [.review]
    ) {
      $0.takeBackAgreed()
    },
    Command(
      "review.layout", "Side by side", "Shows a comparison side by side, or inline.", keys: ["Tab"],
      in: [.review]
    ) {
      $0.reviewing.isSideBySide.toggle()
    },
  ]

  private static let walkCommands: [Command] =
    [
      Command(
        "review.select-up", "Select up", "Selects sentences upwards, over several paragraphs too.",
        keys: ["Shift-Up"],
        in: [.walk]
      ) {
        $0.moveStop(by: -1, extending: true)
      },
      Command(
        "review.select-down", "Select down", "Selects sentences downwards, over several paragraphs too.",
        keys: ["Shift-Down"], in: [.walk]
      ) {
        $0.moveStop(by: 1, extending: true)
      },
      Command(
        "review.next-question", "Next question", "Goes to the next question.", keys: ["Right", "."],
        in: [.walk]
      ) {
        $0.moveQuestion(to: ($0.reviewing.walk?.answer ?? 0) + 1)
      },
      Command(
        "review.previous-question", "Previous question", "Goes to the question before.", keys: ["Left", ","],
        in: [.walk]
      ) {
        $0.moveQuestion(to: ($0.reviewing.walk?.answer ?? 0) - 1)
      },
      letter("next-part", "Next part", "Goes to the next part.", "]", [.walk]) { $0.movePart(by: 1) },
      letter("previous-part", "Previous part", "Goes to the part before.", "[", [.walk]) {
        $0.movePart(by: -1)
      },
      letter("next-comment", "Next comment", "Goes to the next comment.", "m", [.walk]) {
        $0.moveToMark(.comment(.note), by: 1)
      },
      letter("previous-comment", "Previous comment", "Goes to the comment before.", "M", [.walk]) {
        $0.moveToMark(.comment(.note), by: -1)
      },
      letter("next-finding", "Next finding", "Goes to the next finding.", "n", [.walk]) {
        $0.moveToMark(.finding, by: 1)
      },
      letter("previous-finding", "Previous finding", "Goes to the finding before.", "N", [.walk]) {
        $0.moveToMark(.finding, by: -1)
      },
      letter(
        "unscored", "Next unscored question", "Goes to the next question that is not handed in.", "u", [.walk]
      ) {
        $0.moveToUnscored()
      },
      letter("jump", "Go to a question", "Asks for the number of a question.", "j", [.walk]) { state in
        let keys = state.session.answers.map(\.reviewKey)
        state.overlays.append(
          .reviewForm(
            ReviewForm(
              title: "Go to a question", note: state.session.answers.map(\.name).joined(separator: " · "),
              line: .init(.line, label: "Number", text: "", hint: keys.first ?? ""), purpose: .jump)))
      },
      letter(
        "note", "Comment", "Notes something about the selection, sentence, paragraph, part or answer.", "c",
        [.walk]
      ) {
        $0.askForComment(.note)
      },
      letter("fix", "Required fix", "Asks for something that must change.", "f", [.walk]) {
        $0.askForComment(.fix)
      },
      letter("praise", "Praise", "Says what is to stay.", "+", [.walk]) { $0.askForComment(.praise) },
      letter("score", "Score", "Scores the question and hands it in.", "s", [.walk]) { $0.askForScore() },
      letter("sign-here", "Sign", "Signs the answer as it stands.", "g", [.walk]) { $0.signAnswer() },
      letter("edit", "Edit here", "Leaves the walk for this place in the text.", "e", [.walk]) {
        $0.editWalkedPlace()
      },
      Command(
        "review.side", "Question, page by page", "Shows the next page of question, scale and state.",
        keys: ["Tab"], in: [.walk]
      ) {
        $0.reviewing.walk?.sidePage += 1
      },
    ]
    + (1...9).map { ask in
      letter(
        "found-\(ask)", "Found sub-ask \(ask)",
        "Notes that this sentence answers sub-ask \(ask), or takes it back.", "\(ask)", [.walk]
      ) {
        $0.markFound(ask)
      }
    }
    + [
      letter(
        "not-found", "Not found",
        "Notes that the sub-asks without a place are answered nowhere, or takes that back.", "0", [.walk]
      ) {
        $0.markNotFound()
      }
    ]

  private static let fixCommands: [Command] = [
    letter("done", "Done", "Says that what the comment asks for was done.", "d", [.fixes]) {
      $0.resolveSelected(.done)
    },
    letter("decline", "Decline", "Says why it is not done.", "x", [.fixes]) {
      $0.askAboutFix("Decline", hint: "why it stays as it is") { .decline($0) }
    },
    letter("accept", "Accept the better words", "Puts the suggested words in.", "a", [.fixes]) {
      $0.acceptSuggestion()
    },
    letter("verify", "Verified", "Says that the fix was seen.", "v", [.fixes]) { $0.verifySelected() },
    letter("not-fixed", "Not fixed", "Opens the comment again and says why.", "b", [.fixes]) {
      $0.askAboutFix("Not fixed", hint: "what is still wrong") { .reopen($0) }
    },
    letter("reply", "Reply", "Answers the comment.", "r", [.fixes]) {
      $0.askAboutFix("Reply", hint: "your answer") { .reply($0) }
    },
    letter("assign", "Assign", "Names who is to see to it.", "i", [.fixes]) { state in
      let people = state.session.review?.people.map(\.id) ?? []
      state.askAboutFix("Assign", hint: "a person", choices: people) { .assign($0) }
    },
    Command(
      "review.filter", "Filter the fix list", "Shows all comments, or those of one state.", keys: ["Tab"],
      in: [.fixes]
    ) {
      $0.changeFixFilter()
    },
  ]

  /// Words picked inside a sentence, and one's own comments.
  private static let pickCommands: [Command] = [
    Command(
      "review.pick-right", "Select a word more",
      "Selects words of the sentence, from its first to the right.",
      keys: ["Shift-Right"], in: [.walk]
    ) { $0.extendPick(forward: true) },
    Command(
      "review.pick-left", "Select a word less", "Selects words to the left, or gives the last one back.",
      keys: ["Shift-Left"], in: [.walk]
    ) { $0.extendPick(forward: false) },
    Command(
      "review.pick-next", "Select the next word", "Goes from word to word of the paragraph.",
      keys: ["Ctrl-Right"], in: [.walk]
    ) { $0.movePick(forward: true) },
    Command(
      "review.pick-previous", "Select the word before", "Goes back from word to word.", keys: ["Ctrl-Left"],
      in: [.walk]
    ) { $0.movePick(forward: false) },
    Command(
      "review.pick-character-right", "Select a character to the right",
      "Moves the end of the selected words by a character.", keys: ["Ctrl-Shift-Right"], in: [.walk]
    ) { $0.nudgePick(forward: true) },
    Command(
      "review.pick-character-left", "Select a character to the left",
      "Moves the end of the selected words back by a character.", keys: ["Ctrl-Shift-Left"], in: [.walk]
    ) { $0.nudgePick(forward: false) },
    letter(
      "correct", "Correct your own comment",
      "Opens your comment at this place again, until somebody has answered it.", "o", [.walk, .fixes]
    ) { $0.correctOwnComment() },
    Command(
      "review.withdraw", "Take your own comment back",
      "Deletes your comment before you hand in; later it stays, marked withdrawn.", keys: ["Delete"],
      in: [.walk, .fixes]
    ) { $0.withdrawOwnComment() },
  ]

  private static func letter(
    _ id: String, _ title: String, _ help: String, _ key: String, _ contexts: Set<Command.Context>,
    _ perform: @escaping @Sendable (inout WorkbenchState) -> Void
  ) -> Command {
    Command("review.\(id)", title, help, keys: [key], in: contexts, perform: perform)
  }
}

extension WorkbenchState {
  /// Opens a screen of the review from anywhere.
  mutating func openReview(_ screen: ReviewBox.Screen) {
    guard session.review != nil else { return say("Reviews need a bid: a loose file has none.", as: .note) }
    effects.append(.review(.reload))
    showReview(screen)
  }

  /// Takes typed letters for the keys they are; what follows one that opens a form is typed into that.
  mutating func typeInReview(_ text: String) {
    for (index, letter) in zip(text.indices, text) {
      let key =
        letter.isLetter && commands.command(for: Key(.character(letter)), in: context) == nil
        ? Key(.character(Character(letter.lowercased()))) : Key(.character(letter))
      guard let command = commands.command(for: key, in: context) else {
        say("\(letter) does nothing here: ? shows the keys.", as: .note)
        continue
      }
      run(command)
      holdSelectedFix()
      if case .review = overlays.last { continue }
      let rest = text[text.index(after: index)...]
      if case .reviewForm = overlays.last, !rest.isEmpty { typeInOverlay(String(rest)) }
      return
    }
  }
}
