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
    let print = open.answer.signedFingerprint
    if let (person, signOff) = review.book.signOff(of: open.reviewKey) {
      if signOff.fingerprint == print, person == review.me {
        return say("\(open.name) is signed by you, as it stands.", as: .note)
      }
      if signOff.fingerprint != print, !showsChange(of: open.id, since: signOff), compareWithSigned(open.id) {
        return
      }
    }
    let round = review.book.rounds.last(where: \.isSigned)?.id ?? "gold"
    let now = reviewStamp
    let change = review.change(
      round, open.reviewKey, version: version(of: open, .sign),
      audit: review.audit(.sign, question: open.reviewKey, why: print, at: now)
    ) { sheet in
      if sheet.started.isEmpty { sheet.started = now }
      sheet.submitted = now
      sheet.signOff = SignOff(fingerprint: print, at: now)
    }
    keep(change.map { [$0] } ?? [])
    reviewing.unlocked.remove(open.id)
    lockedAnswers.remove(open.id)
    if case .review(let box) = overlays.last, box.screen == .comparison { backInReview() }
    let left = review.book.openRequiredFixes.filter { $0.question == open.reviewKey }.count
    say(
      left == 0
        ? "\(open.name) is signed by \(review.name(of: review.me))."
        : "\(open.name) is signed, with \(left) required \(left == 1 ? "fix" : "fixes") still open.",
      as: left == 0 ? .note : .warning)
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

  /// Whether what is on the screen is how the answer changed since `signOff`.
  private func showsChange(of id: AnswerID, since signOff: SignOff) -> Bool {
    guard case .review(let box) = overlays.last, box.screen == .comparison, let compared = reviewing.compared
    else { return false }
    return compared.answer.id == id && compared.version.file == signOff.version && compared.other == nil
  }

  /// Compares an answer with what was signed last; `false` when nothing was, or it did not change since.
  mutating func compareWithSigned(_ id: AnswerID) -> Bool {
    guard let open = session[id], let (person, signOff) = session.review?.book.signOff(of: open.reviewKey),
      signOff.fingerprint != open.answer.signedFingerprint,
      let version = StoredVersion(file: signOff.version)
    else { return false }
    effects.append(.review(.compare(id, version, with: nil)))
    say(
      "What changed since \(session.review?.name(of: person) ?? person) signed. Alt-Shift-G signs it as it is now.",
      as: .note)
    return true
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
    let isAsSigned = signOff.fingerprint == open.answer.signedFingerprint
    let who = "\(open.name) was signed by \(review.name(of: person)) on \(signOff.at.prefix(10))"
    var options: [Choice.Option] = [.init("Leave it as it \(isAsSigned ? "was signed" : "is")", [])]
    if !isAsSigned, let version = StoredVersion(file: signOff.version) {
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
            "The signature holds for the words that were signed. Alt-Shift-G shows what changed, and signs again.",
          ], options: options)))
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
