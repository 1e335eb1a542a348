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
      if last.screen == .fixes { effects.append(.review(.readReviewed)) }
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
    // Others write their files meanwhile: what they handed in shows on every screen that is opened.
    effects.append(.review(.reload))
    switch screen {
    case .changes: effects.append(.review(.findChanges))
    case .gate: effects.append(.review(.judge))
    case .versions: effects.append(.review(.listVersions(reviewedAnswer)))
    case .fixes: effects.append(.review(.readReviewed))
    default: break
    }
    var box = ReviewBox(screen)
    if screen == .home { box.selected = reviewing.homeRow }
    if screen == .scores, let walk = reviewing.walk { box.selected = walk.answer }
    overlays.append(.review(box))
    holdSelectedFix()
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
    case .walk where reviewing.walk?.pick != nil: endWalkSelection()
    case .home:
      leaveReview()
      reviewing.last = nil
    case .comparison:
      guard let from = reviewing.comparedFrom else {
        let last = reviewing.last
        leaveReview()
        reviewing.last = last
        return
      }
      showReview(from)
      if from == .walk { enterQuestion() }
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

  /// Asks for the score of the walked question, or hands it in where the round has none.
  mutating func askForScore() {
    guard let review = session.review, let round = walkedRound, let open = walkedAnswer,
      let sheet = walkedSheet
    else { return }
    guard round.isScored else { return handIn() }
    let scale = review.scale(of: open.question)
    let criteria = open.question.criteria
    let choices = scale.points.map(\.score.short)
    let fields = criteria.flatMap { criterion -> [FormField] in
      let known = sheet.score(of: criterion)
      return [
        .init(
          .score(criterion), label: "Score", text: known?.score.short ?? "",
          hint: "0 to \(choices.last ?? "")",
          choices: choices),
        .init(
          .reason(criterion), label: "Reason", text: known?.reason ?? "",
          hint: "why this score and no other", isProse: true),
        .init(
          .lift(criterion), label: "Next mark", text: known?.lift ?? "",
          hint: "what would lift it by one", isProse: true),
      ]
    }
    let left = unplacedAsks
    let notes = [
      open.question.writer == review.me ? "You write this answer: in this round others score it." : "",
      left.isEmpty ? "" : Self.unplaced(left),
      scale.points.map { "\($0.score.short) \($0.word)" }.joined(separator: " · "),
    ]
    let words = notes.filter { !$0.isEmpty }.joined(separator: " ")
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: "Score · \(open.name)", note: words, fields: fields,
          purpose: .score(open.id, criteria: criteria))))
  }

  /// What there is to say of sub-asks that have no place.
  static func unplaced(_ asks: [Int]) -> String {
    let numbers = asks.map(String.init).joined(separator: ", ")
    return "No place for sub-ask\(asks.count == 1 ? "" : "s") \(numbers) yet (0: not found)."
  }

  /// Hands in the question of a round that is not scored.
  private mutating func handIn() {
    guard let review = session.review, let walk = reviewing.walk, let open = walkedAnswer else { return }
    let now = reviewStamp
    let change = changeWalked(
      version: version(of: open, .review),
      audit: review.audit(.review, question: open.reviewKey, why: walk.round, at: now)
    ) { $0.submitted = now }
    keep(change.map { [$0] } ?? [])
    let left = unplacedAsks
    say(
      "\(open.name) is read. \(left.isEmpty ? "" : Self.unplaced(left))".trimmingSpaces(),
      as: left.isEmpty ? .note : .warning)
  }
}

extension Question {
  /// The criteria that are scored apart: several are parted by semicolons; else the question as a whole.
  package var criteria: [String] {
    let names = (criterion ?? "").split(separator: ";").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    return names.count > 1 ? names : [""]
  }
}
