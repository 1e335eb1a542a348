import BidAnalysis
import BidModel
import BidStorage

/// Moving in a review's lists, and what Enter does there.
extension WorkbenchState {
  /// Columns inside a review's screen.
  var reviewWidth: Int { max(8, size.columns - 2) }

  /// Moves the selection to the next row that leads somewhere.
  mutating func moveInReview(by step: Int) {
    guard case .review(var box) = overlays.last else { return }
    guard box.screen != .walk else { return moveStop(by: step, extending: false) }
    let targets = reviewScreen(box, width: reviewWidth).targets
    let places = targets.indices.filter { targets[$0] != nil }
    guard !places.isEmpty else { return }
    let index = places.lastIndex { $0 <= box.selected } ?? 0
    box.selected = places[max(0, min(places.count - 1, index + step))]
    overlays[overlays.count - 1] = .review(box)
  }

  /// The point of the gate that is selected.
  var selectedGateItem: GateItem? {
    guard case .review(let box) = overlays.last, box.screen == .gate,
      reviewing.gate.indices.contains(box.selected)
    else { return nil }
    return reviewing.gate[box.selected]
  }

  /// What the selected row leads to.
  mutating func reviewTarget() -> ReviewScreen.Target? {
    guard case .review(let box) = overlays.last else { return nil }
    let targets = reviewScreen(box, width: reviewWidth).targets
    if targets.indices.contains(box.selected), let target = targets[box.selected] { return target }
    return targets.compactMap { $0 }.first
  }

  /// Does what the selected row of a review's list offers.
  mutating func openReviewRow() {
    if case .review(let box) = overlays.last, box.screen == .walk { return askForScore() }
    switch reviewTarget() {
    case .begin(let round): beginWalk(round)
    case .show(let screen): showReview(screen)
    case .fix(let group): jump(to: group)
    case .question(let index):
      if case .review(let box) = overlays.last, box.screen == .scores { return askForAgreement(index) }
      leaveReview()
      show(session.answers[index].id)
      focus = .editor
    case .place(let id, let block, let range):
      leaveReview()
      if let block { reveal(range, of: block, in: id) } else { show(id) }
      focus = .editor
    case .gate(let item): jump(to: item)
    case .version(let version): effects.append(.review(.compare(reviewedAnswer, version)))
    case .paragraph(let old, let now, let after): restoreParagraph(old, now: now, after: after)
    case .identity:
      let people = session.review?.people.map(\.id) ?? []
      overlays.append(
        .reviewForm(
          ReviewForm(
            title: "Who am I",
            note: "Your name stands in your own files and in the audit. It is not checked.",
            fields: [.init(label: "Person", text: session.review?.me ?? "", hint: "a name", choices: people)],
            purpose: .identity)))
    case .name:
      overlays.append(
        .reviewForm(
          ReviewForm(
            title: "Name this version", note: "Every answer's file is kept as it is on disk.",
            fields: [.init(label: "Name", text: "", hint: "Pink draft")], purpose: .name)))
    case nil: break
    }
  }

  private mutating func askForAgreement(_ index: Int) {
    guard let review = session.review, let round = moderatedRound else { return }
    let open = session.answers[index]
    let seen = review.book.visibleSheets(on: open.reviewKey, as: review.me, in: round)
    guard seen.contains(where: { !$0.scores.isEmpty && !$0.submitted.isEmpty }) else {
      return say("There is no score that you may see yet.", as: .note)
    }
    let known = review.book.moderations(of: open.reviewKey, in: round).map(\.1)
    let choices = review.scale(of: open.question).points.map(\.score.short)
    let criteria = open.question.criteria
    let fields = criteria.flatMap { criterion -> [ReviewForm.Field] in
      let old = known.first { $0.criterion == criterion }
      let name = criterion.isEmpty ? "" : "\(criterion.prefix(10)): "
      return [
        .init(
          label: name + "Agreed", text: old?.score.short ?? "", hint: "score", choices: choices),
        .init(label: name + "Rationale", text: old?.rationale ?? "", hint: "why this was agreed"),
      ]
    }
    let lines = ReviewStatus.moderationLines(of: open, review, round: round)
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Agree · \(open.name)", note: lines.joined(separator: " · "), fields: fields,
          purpose: .agree(open.id, criteria: criteria))))
  }

  private mutating func jump(to item: GateItem) {
    guard let id = item.answer else {
      return say("\(item.path):\(item.line) is mended in another editor.", as: .note)
    }
    if item.kind == .unsigned, compareWithSigned(id) { return }
    leaveReview()
    if let block = item.block { reveal(item.range, of: block, in: id) } else { show(id) }
    focus = .editor
    say("\(item.message) · F8 goes back to the gate", as: .note)
  }

  /// Compares an answer with what was signed last; `false` when nothing was, or it did not change since.
  mutating func compareWithSigned(_ id: AnswerID) -> Bool {
    guard let open = session[id], let (_, signOff) = session.review?.book.signOff(of: open.reviewKey),
      signOff.fingerprint != open.answer.signedFingerprint,
      let version = StoredVersion(file: signOff.version)
    else { return false }
    show(id)
    effects.append(.review(.compare(id, version)))
    return true
  }

  /// Shows what changed since the answer in hand was signed.
  mutating func showChangeSinceSigned() {
    if !compareWithSigned(editor.answer) {
      say("\(session[editor.answer]?.name ?? "") is as it was signed, or was never signed.", as: .note)
    }
  }

  /// Lets the selected point of the gate pass, once a reason is given.
  mutating func waiveSelected() {
    guard let review = session.review, case .gate(let item) = reviewTarget() else { return }
    let managers = review.bid.team.filter { $0.roles.contains("bid manager") }.map(\.person)
    guard managers.isEmpty || managers.contains(review.me) else {
      return say(
        "Only the bid manager lets a point pass (\(managers.joined(separator: ", "))).", as: .warning)
    }
    guard item.blocks else { return say("It passes already.", as: .note) }
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Let it pass", note: item.message,
          fields: [.init(label: "Reason", text: "", hint: "why the bid may go without it")],
          purpose: .waive(item))))
  }

  // MARK: Going back to a version

  /// Puts the answer back as the compared version has it, as one step that undo takes back.
  mutating func restoreAnswer() {
    guard let compared = reviewing.compared, prepare(compared.answer.id) else { return }
    restored("Restore the answer", currentAnswer.restoring(compared.answer))
  }

  /// Puts the part of the selected paragraph back.
  mutating func restorePart() {
    guard let compared = reviewing.compared, case .paragraph(let old, let now, _) = reviewTarget(),
      prepare(compared.answer.id)
    else { return say("Select a paragraph of the part first.", as: .note) }
    let holds = { (part: Part, text: String?) in
      text.map { wanted in part.blocks.contains { $0.text == wanted } } ?? false
    }
    let name = compared.answer.parts.first { holds($0, old) }?.anchorName
    let index =
      currentAnswer.parts.firstIndex { $0.anchorName == name }
      ?? currentAnswer.parts.firstIndex { holds($0, now) }
    guard let index, let edit = currentAnswer.restoringPart(at: index, from: compared.answer) else {
      return say("That part is not in both versions.", as: .note)
    }
    restored("Restore a part", [edit])
  }

  /// Puts one paragraph back: in the place of the words of now, or behind the paragraph it stood after.
  private mutating func restoreParagraph(_ old: String, now: String?, after: String?) {
    guard let compared = reviewing.compared, prepare(compared.answer.id) else { return }
    for part in currentAnswer.parts {
      if let now, let block = part.blocks.first(where: { $0.text == now }) {
        let edit = Edit.text(
          block.id, offset: 0, length: block.text.utf8.count, with: old, source: nil)
        return restored("Restore a paragraph", [edit])
      }
      if now == nil, let after, let index = part.blocks.firstIndex(where: { $0.text == after }),
        let place = currentAnswer.place(of: part.blocks[index].id)
      {
        let kind = compared.answer.parts.flatMap(\.blocks).first { $0.text == old }?.kind ?? .prose
        return restored("Restore a paragraph", [currentAnswer.inserting(kind, text: old, after: place)])
      }
    }
    say("The place it stood in is gone: take its part back with P.", as: .note)
  }

  private mutating func prepare(_ id: AnswerID) -> Bool {
    show(id)
    return canEdit()
  }

  private mutating func restored(_ title: String, _ edits: [Edit]) {
    session.sealUndo()
    perform(title, edits, from: editor.caret)
    session.sealUndo()
    settleCaret()
    if let open = session[editor.answer], let review = session.review, let compared = reviewing.compared {
      effects.append(
        .review(
          .audit(
            review.audit(
              "restore", question: open.reviewKey, why: "\(title): \(compared.version.file)", at: reviewStamp)
          )))
    }
    say("Done; Ctrl-Z in the text takes it back, Ctrl-S saves it.", as: .note)
  }
}
