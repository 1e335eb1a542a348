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
    let row = box.screen == .fixes ? Self.row(of: box, in: fixGroups) : box.selected
    let index = places.lastIndex { $0 <= row } ?? 0
    box.selected = places[max(0, min(places.count - 1, index + step))]
    box.fix = nil
    overlays[overlays.count - 1] = .review(box)
    holdSelectedFix()
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
    let row = box.screen == .fixes ? Self.row(of: box, in: fixGroups) : box.selected
    if targets.indices.contains(row), let target = targets[row] { return target }
    return targets.compactMap { $0 }.first
  }

  /// Does what the selected row of a review's list offers.
  mutating func openReviewRow() {
    if case .review(let box) = overlays.last, box.screen == .walk { return askForScore() }
    switch reviewTarget() {
    case .begin(let round): askToWalk(round)
    case .show(let screen): showReview(screen)
    case .fix(let group): jump(to: group)
    case .question(let index):
      if case .review(let box) = overlays.last, box.screen == .scores {
        return effects.append(.review(.agree(index)))
      }
      leaveReview()
      show(session.answers[index].id)
      focus = .editor
    case .place(let id, let block, let range):
      leaveReview()
      if let block { reveal(range, of: block, in: id) } else { show(id) }
      focus = .editor
    case .gate(let item): jump(to: item)
    case .waiver(let waiver):
      guard let folder = session.review?.folder else { return }
      effects.append(
        .review(.openFile(FilePath.join(folder, "waivers.yaml"), line: max(1, waiver.line))))
    case .version(let version): compare(version)
    case .paragraph(let paragraph): restoreParagraph(paragraph)
    case .identity:
      let people = session.review?.people.map(\.id) ?? []
      overlays.append(
        .reviewForm(
          ReviewForm(
            title: "Who am I",
            note: "Your name stands in your own files and in the audit. It is not checked.",
            line: .init(
              .line, label: "Person", text: session.review?.me ?? "", hint: "a name", choices: people),
            purpose: .identity)))
    case .name:
      overlays.append(
        .reviewForm(
          ReviewForm(
            title: "Name this version", note: "Every answer's file is kept as it is on disk.",
            line: .init(.line, label: "Name", text: "", hint: "Pink draft"), purpose: .name)))
    case nil: break
    }
  }

  /// Asks for the score that reviewers agree on, with what each gave above it.
  mutating func askForAgreement(_ index: Int) {
    guard session.answers.indices.contains(index), let review = session.review, let round = moderatedRound
    else { return }
    let open = session.answers[index]
    if let refusal = review.agreementRefusal(of: open, in: round) { return say(refusal, as: .note) }
    let known = review.book.moderations(of: open.reviewKey, in: round, seenBy: review.me).map(\.1)
    let choices = review.scale(of: open.question).points.map(\.score.short)
    let criteria = open.question.criteria
    let fields = criteria.flatMap { criterion -> [FormField] in
      let old = known.first { $0.criterion == criterion }
      return [
        .init(
          .score(criterion), label: "Agreed", text: old?.score.short ?? "", hint: "score",
          choices: choices),
        .init(
          .rationale(criterion), label: "Rationale", text: old?.rationale ?? "",
          hint: "why this was agreed", isProse: true),
      ]
    }
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Agree · \(open.name)", fields: fields, purpose: .agree(open.id, criteria: criteria))
      ))
  }

  /// Takes back the agreed score of the selected question, where the person set it down.
  mutating func takeBackAgreed() {
    guard case .review(let box) = overlays.last, box.screen == .scores else {
      return say("An agreed score is taken back in ‘Scores side by side’.", as: .note)
    }
    guard let review = session.review, let round = moderatedRound, case .question(let index) = reviewTarget()
    else { return }
    let open = session.answers[index]
    do throws(ReviewRefusal) {
      keep([try review.unagreeing(on: open, in: round, at: reviewStamp)])
      say("Taken back: what you agreed on \(open.reviewKey) stands no more.", as: .note)
    } catch {
      say(error.words, as: .note)
    }
  }

  private mutating func jump(to item: GateItem) {
    guard let id = item.answer else {
      return effects.append(.review(.openFile(item.path, line: item.line)))
    }
    if item.kind == .unsigned, let open = session[id], let change = signedChange(of: open) {
      if !change.isOtherText {
        leaveReview()
        reveal(change, in: open)
        focus = .editor
      }
      if compareWithSigned(id) { return }
    }
    leaveReview()
    if let block = item.block { reveal(item.range, of: block, in: id) } else { show(id) }
    focus = .editor
    say("\(item.message) · F8 goes back to the gate", as: .note)
  }

  /// Lets the selected point of the gate pass, once a reason is given.
  mutating func waiveSelected() {
    guard let review = session.review, case .gate(let item) = reviewTarget() else {
      return showReview(.changes)
    }
    if let refusal = review.waiverRefusal { return say(refusal, as: .warning) }
    guard item.blocks else { return say("It passes already.", as: .note) }
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Let it pass", note: item.message,
          line: .init(
            .line, label: "Reason", text: "", hint: "why the bid may go without it", isProse: true),
          purpose: .waive(item))))
  }

  // MARK: Going back to a version

  /// Puts the answer back as the compared version has it, as one step that undo takes back.
  mutating func restoreAnswer() {
    guard let compared = reviewing.compared, prepare(compared.answer.id) else { return }
    restored(RestoreTitle.answer, currentAnswer.restoring(compared.answer))
  }

  /// Puts the part of the selected paragraph back.
  mutating func restorePart() {
    guard let compared = reviewing.compared, case .paragraph(let paragraph) = reviewTarget(),
      prepare(compared.answer.id)
    else { return say("Select a paragraph of the part first.", as: .note) }
    guard let index = currentAnswer.parts.firstIndex(where: { $0.anchorName == paragraph.part }),
      let edit = currentAnswer.restoringPart(at: index, from: compared.answer)
    else { return say("That part is not in both versions.", as: .note) }
    restored(RestoreTitle.part, [edit])
  }

  /// Puts one paragraph back as the version has it: its words and kind, in its place.
  private mutating func restoreParagraph(_ paragraph: ReviewScreen.ComparedParagraph) {
    guard let compared = reviewing.compared, prepare(compared.answer.id) else { return }
    var placed = paragraph.placed
    if let text = paragraph.text, let now = placed.now {
      let part = currentAnswer.parts.first { $0.anchorName == now.part }
      let texts = part?.blocks.filter { !$0.isEmpty }.map(\.text) ?? []
      // Between two old versions the paragraph's number says nothing of the text of now.
      let isThere = texts.indices.contains(now.number) && texts[now.number] == text
      placed.now = (isThere ? now.number : texts.firstIndex(of: text)).map {
        PlacedParagraph.Site(part: now.part, number: $0)
      }
    }
    guard paragraph.text == nil || placed.now != nil,
      let edits = currentAnswer.restoring(placed, from: compared.answer)
    else { return say("The place it stood in is gone: take its part back with P.", as: .note) }
    restored(RestoreTitle.paragraph, edits)
  }

  /// Compares a version with the one that was marked, or with the text of now; the older stands first.
  private mutating func compare(_ version: StoredVersion) {
    guard let base = reviewing.base, base != version else {
      return effects.append(.review(.compare(reviewedAnswer, version, with: nil)))
    }
    let (old, new) = (base.at, base.file) < (version.at, version.file) ? (base, version) : (version, base)
    effects.append(.review(.compare(reviewedAnswer, old, with: new)))
  }

  /// Has the one page of what changed written to a file.
  mutating func exportChangePage() {
    guard case .review(let box) = overlays.last, box.screen == .changes else {
      return say("The page is written from ‘What changed since I last reviewed’.", as: .note)
    }
    effects.append(.review(.exportChanges))
  }

  /// Marks the selected version as the one to compare others with, or takes the mark back.
  mutating func markBase() {
    guard case .version(let version) = reviewTarget() else { return }
    reviewing.base = reviewing.base == version ? nil : version
  }

  /// Goes to the first change of another part of a comparison.
  mutating func moveInComparison(by step: Int) {
    guard case .review(var box) = overlays.last, box.screen == .comparison else { return }
    let targets = reviewScreen(box, width: reviewWidth).targets
    var seen: [String] = []
    let firsts = targets.indices.filter { index in
      guard case .paragraph(let paragraph) = targets[index], !seen.contains(paragraph.part) else {
        return false
      }
      seen.append(paragraph.part)
      return true
    }
    let here = firsts.lastIndex { $0 <= box.selected } ?? 0
    guard firsts.indices.contains(here + step) else {
      return say("There is no other part that way.", as: .note)
    }
    box.selected = firsts[here + step]
    overlays[overlays.count - 1] = .review(box)
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
      reviewing.restores[open.id, default: []].append(
        review.audit(
          .restore, question: open.reviewKey, why: "\(title): \(compared.version.file)", at: reviewStamp))
      reviewing.undoneRestores[open.id] = nil
    }
    say("Done; Ctrl-Z in the text takes it back, Ctrl-S saves it.", as: .note)
  }
}
