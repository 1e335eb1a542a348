import BidModel
import BidStorage

/// Signing an answer, and what a signature keeps from being changed unasked.
extension WorkbenchState {
  /// Signs the walked answer, the one whose change is shown, or the one in the editor, as it stands.
  ///
  /// One that was signed before and has changed shows the change first; the same key then signs.
  mutating func signAnswer() {
    guard let review = session.review else { return say("Only answers of a bid are signed.", as: .note) }
    let open = answerToSign
    guard !open.isModified else {
      return say("Save \(open.name) first: what is signed is what its file holds.", as: .warning)
    }
    let last = review.book.signOff(of: open.reviewKey)
    if let (person, signOff) = last {
      guard let change = signOff.change(to: open.answer, values: session.values) else {
        if person == review.me { return say("\(open.name) is signed by you, as it stands.", as: .note) }
        return sign(open, review, replacing: nil)
      }
      if !isShown(change, of: open.id, since: signOff), compareWithSigned(open.id) { return }
    }
    sign(open, review, replacing: last)
  }

  /// Signs an answer as it stands; `last` is the signature that did not hold any more.
  private mutating func sign(
    _ open: OpenAnswer, _ review: ReviewContext, replacing last: (person: String, signOff: SignOff)?
  ) {
    let round = review.book.rounds.last(where: \.isSigned)?.id ?? "gold"
    let now = reviewStamp
    let signOff = SignOff(of: open.answer, values: session.values, at: now)
    let change = review.change(
      round, open.reviewKey, version: version(of: open, .sign),
      audit: review.audit(.sign, question: open.reviewKey, why: signOff.fingerprint, at: now)
    ) { sheet in
      if sheet.started.isEmpty { sheet.started = now }
      sheet.submitted = now
      sheet.signOff = signOff
    }
    keep(change.map { [$0] } ?? [])
    reviewing.unlocked.remove(open.id)
    lockedAnswers.remove(open.id)
    if case .review(let box) = overlays.last, box.screen == .comparison { backInReview() }
    let left = review.book.openRequiredFixes.filter { $0.question == open.reviewKey }.count
    let isGone =
      last.map { reviewing.gone.contains(.init(answer: open.id, file: $0.signOff.version)) } ?? false
    let gone =
      isGone
      ? " What \(review.name(of: last?.person ?? "")) signed is gone from the history: nothing was compared."
      : ""
    say(
      left == 0
        ? "\(open.name) is signed by \(review.name(of: review.me)).\(gone)"
        : "\(open.name) is signed, with \(left) required \(left == 1 ? "fix" : "fixes") still open.\(gone)",
      as: left == 0 && !isGone ? .note : .warning)
  }

  /// Signs the answer whose change is on the screen.
  mutating func signCompared() {
    guard case .review(let box) = overlays.last, box.screen == .comparison else {
      return say("Answers are signed in the walk, the text, or where their change is shown.", as: .note)
    }
    guard reviewing.compared?.other == nil else {
      return say("This compares two old versions: what is signed is the text of now.", as: .note)
    }
    signAnswer()
  }

  private var answerToSign: OpenAnswer {
    if case .review(let box) = overlays.last {
      if box.screen == .walk, let walked = walkedAnswer { return walked }
      if box.screen == .comparison, let shown = reviewing.compared.flatMap({ session[$0.answer.id] }) {
        return shown
      }
    }
    return session.answers[currentIndex]
  }

  /// Whether the person has seen what changed since `signOff`: it is on the screen, it is of figures that a message
  /// has named, or its version is gone and they were told.
  private func isShown(_ change: SignedChange, of id: AnswerID, since signOff: SignOff) -> Bool {
    if !change.isOtherText { return reviewing.toldFigures[id] == change.figures }
    if reviewing.gone.contains(.init(answer: id, file: signOff.version)) { return true }
    guard case .review(let box) = overlays.last, box.screen == .comparison, let compared = reviewing.compared
    else { return false }
    return compared.answer.id == id && compared.version.file == signOff.version && compared.other == nil
  }

  /// How an answer differs from what was signed last; `nil` when nothing was, or it is as it was signed.
  func signedChange(of open: OpenAnswer) -> SignedChange? {
    session.review?.book.signOff(of: open.reviewKey)?.signOff
      .change(to: open.answer, values: session.values)
  }

  /// Compares an answer with what was signed last, or names the figures when those alone changed; `false` when
  /// nothing was signed, or it did not change since.
  mutating func compareWithSigned(_ id: AnswerID) -> Bool {
    guard let open = session[id], let (person, signOff) = session.review?.book.signOff(of: open.reviewKey),
      let change = signedChange(of: open)
    else { return false }
    let who = session.review?.name(of: person) ?? person
    guard change.isOtherText else {
      reviewing.toldFigures[id] = change.figures
      say(
        "Since \(who) signed \(open.name): \(change.figureWords). Alt-Shift-G signs it as it is now.",
        as: .warning)
      return true
    }
    guard let version = StoredVersion(file: signOff.version) else { return false }
    effects.append(.review(.compare(id, version, with: nil)))
    let figures = change.figures.isEmpty ? "" : " Figures too: \(change.figureWords)."
    say("What changed since \(who) signed.\(figures) Alt-Shift-G signs it as it is now.", as: .note)
    return true
  }

  /// Goes to the first figure that stands for something else than when it was signed.
  mutating func reveal(_ change: SignedChange, in open: OpenAnswer) {
    show(open.id)
    let names = Set(change.figures.map(\.name))
    for block in open.answer.parts.filter({ $0.key != "plan" }).flatMap(\.blocks) {
      guard
        let match = Placeholder.matches(in: block.text).first(where: {
          names.contains($0.inside.trimmingSpaces())
        })
      else { continue }
      return reveal(match.range.lowerBound..<match.range.lowerBound, of: block.id, in: open.id)
    }
  }

  /// Says that a version is no longer in the history; where it is what was signed, the answer can be signed again.
  mutating func tellGone(_ version: StoredVersion, of id: AnswerID) {
    guard let open = session[id] else { return }
    reviewing.gone.insert(.init(answer: id, file: version.file))
    let what = "\(open.name): \(version.file) is gone from the history, so nothing can be compared with it."
    guard let (person, signOff) = session.review?.book.signOff(of: open.reviewKey),
      signOff.version == version.file
    else { return say(what, as: .warning) }
    if case .review(let box) = overlays.last, box.screen == .gate {
      leaveReview()
      show(id)
      focus = .editor
    }
    let who = session.review?.name(of: person) ?? person
    say(
      "\(open.name): what \(who) signed is gone from the history. Alt-Shift-G signs it as it is now.",
      as: .warning)
  }

  /// Shows what changed since the answer in hand was signed.
  mutating func showChangeSinceSigned() {
    if !compareWithSigned(editor.answer) {
      say("\(session[editor.answer]?.name ?? "") is as it was signed, or was never signed.", as: .note)
    }
  }

  /// Whether an answer that somebody signed may be edited; when nobody was asked yet, asks.
  mutating func mayEditSigned(_ open: OpenAnswer) -> Bool {
    guard let review = session.review, !reviewing.unlocked.contains(open.id),
      let (person, signOff) = review.book.signOff(of: open.reviewKey)
    else { return true }
    let change = signedChange(of: open)
    let isAsSigned = change == nil
    let who = "\(open.name) was signed by \(review.name(of: person)) on \(signOff.at.prefix(10))"
    var options: [Choice.Option] = [.init("Leave it as it \(isAsSigned ? "was signed" : "is")", [])]
    if change?.isOtherText == true, let version = StoredVersion(file: signOff.version) {
      options.append(
        .init("Show what changed since", [.review(.compare(open.id, version, with: nil))]))
    }
    options.append(.init("Edit it", [.review(.unlock(open.id))]))
    overlays.append(
      .choice(
        Choice(
          title: "Signed",
          text: [
            isAsSigned ? "\(who)." : "\(who), and has changed since.",
            change.map { $0.figureWords.isEmpty ? "" : "Figures: \($0.figureWords)." } ?? "",
            "The signature holds for the words and figures that were signed. Alt-Shift-G shows what changed, and signs again.",
          ].filter { !$0.isEmpty }, options: options)))
    return false
  }

  /// Why a change of several answers may not be made: one of them is signed, and nobody chose to edit it.
  func signatureInTheWay(of ids: [AnswerID]) -> String? {
    guard let review = session.review else { return nil }
    let signed = ids.filter { !reviewing.unlocked.contains($0) && !lockedAnswers.contains($0) }
      .compactMap { session[$0] }.first { review.book.signOff(of: $0.reviewKey) != nil }
    return signed.map { "\($0.name) is signed: type in it and choose ‘Edit it’ first, or leave it out." }
  }
}
