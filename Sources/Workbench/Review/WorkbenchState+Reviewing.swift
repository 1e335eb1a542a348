import BidModel
import BidStorage
import Foundation

/// Opening and leaving the review's screens, and saying things in them.
extension WorkbenchState {
  /// Now, as the review's files write it.
  var reviewStamp: String {
    guard let seconds = session.secondsNow() else {
      return "\(session.values.today)T00:00:00Z"
    }
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }

  /// The answer's text as a version to keep.
  func version(of open: OpenAnswer, _ cause: StoredVersion.Cause) -> ReviewChange.KeptVersion {
    ReviewChange.KeptVersion(file: open.id.fileName, bytes: AnswerFile.print(open.answer), cause: cause)
  }

  /// Opens the review where it was left, or closes it.
  mutating func toggleReview() {
    if case .review = overlays.last { return leaveReview() }
    guard session.review != nil else {
      return say("Reviews need a bid: a loose file has none.", as: .note)
    }
    effects.append(.review(.reload))
    if let last = reviewing.last {
      overlays.append(.review(last))
      if last.screen == .walk { enterQuestion() }
    } else {
      overlays.append(.review(ReviewBox(.home)))
    }
  }

  /// Shows a screen in the place of the one that is shown.
  mutating func showReview(_ screen: ReviewBox.Screen) {
    if case .review(let box) = overlays.last {
      if box.screen == .walk, screen != .walk { leaveQuestion() }
      if box.screen == .home { reviewing.homeRow = box.selected }
      overlays.removeLast()
    }
    switch screen {
    case .changes: effects.append(.review(.findChanges))
    case .gate: effects.append(.review(.judge))
    case .versions: effects.append(.review(.listVersions(reviewedAnswer)))
    default: break
    }
    var box = ReviewBox(screen)
    if screen == .home { box.selected = reviewing.homeRow }
    overlays.append(.review(box))
  }

  /// The answer that a screen about one answer means: the walked one in a walk, else the one in the editor.
  var reviewedAnswer: AnswerID {
    if case .walk? = reviewing.last?.screen, let open = walkedAnswer { return open.id }
    return editor.answer
  }

  /// Leaves the review; it is opened again where it was left.
  mutating func leaveReview() {
    guard case .review(let box) = overlays.last else { return }
    if box.screen == .walk { leaveQuestion() }
    reviewing.last = box
    overlays.removeLast()
  }

  /// Goes back: from a screen to the first one, and from there out.
  mutating func backInReview() {
    guard case .review(let box) = overlays.last else { return }
    switch box.screen {
    case .home:
      leaveReview()
      reviewing.last = nil
    case .comparison: showReview(.versions)
    default: showReview(.home)
    }
  }

  /// Puts changes into the book at once and has them written.
  mutating func keep(_ changes: [ReviewChange]) {
    guard !changes.isEmpty else { return }
    for change in changes { session.review?.book.keep(change.sheet) }
    effects.append(.review(.keep(changes)))
  }

  // MARK: Forms

  /// Asks for a comment on what is selected.
  mutating func askForComment(_ kind: ReviewComment.Kind) {
    guard let open = walkedAnswer else { return }
    let hasText = walkSelection != nil
    let about = hasText ? (reviewing.walk?.anchor == nil ? "sentence" : "selection") : "answer"
    var choices = hasText ? ["sentence", "paragraph", "part", "answer"] : ["answer"]
    if about == "selection" { choices.insert("selection", at: 0) }
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Comment · \(open.name)",
          fields: [
            .init(label: "Comment", text: "", hint: "what, and why"),
            .init(label: "About", text: about, hint: "", choices: choices),
            .init(
              label: "Kind", text: kind.rawValue, hint: "",
              choices: ReviewComment.Kind.allCases.map(\.rawValue)),
            .init(
              label: "Severity", text: "major", hint: "",
              choices: ReviewComment.Severity.allCases.map(\.rawValue)),
            .init(label: "Better words", text: "", hint: "what to put in their place, if you know"),
          ], purpose: .comment(open.id))))
  }

  /// Asks for the score of the walked question, or hands it in where the round has none.
  mutating func askForScore() {
    guard let review = session.review, let round = walkedRound, let open = walkedAnswer,
      let sheet = walkedSheet
    else { return }
    guard round.isScored else { return handIn() }
    let scale = review.scale(of: open.question)
    let criteria = open.question.criteria
    let choices = scale.points.map(\.score.short)
    let fields = criteria.flatMap { criterion -> [ReviewForm.Field] in
      let known = sheet.score(of: criterion)
      let name = criterion.isEmpty ? "" : "\(criterion.prefix(10)): "
      return [
        .init(
          label: name + "Score", text: known?.score.short ?? "", hint: "0 to \(choices.last ?? "")",
          choices: choices),
        .init(label: name + "Reason", text: known?.reason ?? "", hint: "why this score and no other"),
        .init(label: name + "Next mark", text: known?.lift ?? "", hint: "what would lift it by one"),
      ]
    }
    let words = scale.points.map { "\($0.score.short) \($0.word)" }.joined(separator: " · ")
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Score · \(open.name)", note: words, fields: fields,
          purpose: .score(open.id, criteria: criteria))))
  }

  /// Hands in the question of a round that is not scored.
  private mutating func handIn() {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return }
    let now = reviewStamp
    let change = review.change(
      walk.round, open.reviewKey, version: version(of: open, .review),
      audit: review.audit("review", question: open.reviewKey, why: walk.round, at: now)
    ) { $0.submitted = now }
    keep(change.map { [$0] } ?? [])
    say("\(open.name) is read.", as: .note)
  }

  /// Signs the walked answer, or the one in the editor, as it stands.
  mutating func signAnswer() {
    guard let review = session.review else { return say("Only answers of a bid are signed.", as: .note) }
    var open = session.answers[currentIndex]
    if case .review(let box) = overlays.last, box.screen == .walk, let walked = walkedAnswer { open = walked }
    guard !open.isModified else {
      return say("Save \(open.name) first: what is signed is what its file holds.", as: .warning)
    }
    let round = review.book.rounds.last(where: \.isSigned)?.id ?? "gold"
    let now = reviewStamp
    let print = open.answer.signedFingerprint
    let change = review.change(
      round, open.reviewKey, version: version(of: open, .sign),
      audit: review.audit("sign", question: open.reviewKey, why: print, at: now)
    ) { sheet in
      if sheet.started.isEmpty { sheet.started = now }
      sheet.submitted = now
      sheet.signOff = SignOff(fingerprint: print, at: now)
    }
    keep(change.map { [$0] } ?? [])
    reviewing.unlocked.remove(open.id)
    lockedAnswers.remove(open.id)
    let open_ = review.book.openRequiredFixes.filter { $0.question == open.reviewKey }.count
    say(
      open_ == 0
        ? "\(open.name) is signed by \(review.name(of: review.me))."
        : "\(open.name) is signed, with \(open_) required fixes still open.",
      as: open_ == 0 ? .note : .warning)
  }

  /// Whether a signed answer may be edited; when not yet, asks.
  mutating func mayEditSigned(_ open: OpenAnswer) -> Bool {
    guard let review = session.review, !reviewing.unlocked.contains(open.id),
      let (person, signOff) = review.book.signOff(of: open.reviewKey),
      signOff.fingerprint == open.answer.signedFingerprint
    else { return true }
    overlays.append(
      .choice(
        Choice(
          title: "Signed",
          text: [
            "\(open.name) was signed by \(review.name(of: person)) on \(signOff.at.prefix(10)).",
            "A change takes the signature's force. The gate then shows what changed, and Alt-Shift-G signs again.",
          ],
          options: [
            .init("Leave it as it was signed", []), .init("Edit it", [.review(.unlock(open.id))]),
          ])))
    return false
  }
}

extension Question {
  /// The criteria that are scored apart: several are parted by semicolons; else the question as a whole.
  package var criteria: [String] {
    let names = (criterion ?? "").split(separator: ";").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    return names.count > 1 ? names : [""]
  }
}
