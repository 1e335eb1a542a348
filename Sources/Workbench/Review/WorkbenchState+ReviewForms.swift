import BidAnalysis
import BidModel
import BidStorage

/// What Enter keeps of a review's form.
extension WorkbenchState {
  /// Keeps what the form on top says, or says why it cannot.
  mutating func acceptReviewForm() {
    guard case .reviewForm(let form) = overlays.last, let review = session.review else { return }
    let fault: String?
    switch form.purpose {
    case .comment(let id): fault = keepComment(form, on: id, review)
    case .correct(let own): fault = keepCorrection(form, of: own, review)
    case .score(let id, let criteria): fault = keepScore(form, of: id, criteria, review)
    case .agree(let id, let criteria): fault = keepAgreed(form, of: id, criteria, review)
    case .decline(let items): fault = keepDeclined(form, items, review)
    case .reopen(let items):
      fault = form.line.isEmpty ? "Say what is still wrong." : nil
      if fault == nil {
        keep(review.verifying(items, isFixed: false, note: form.line, at: reviewStamp))
      }
    case .reply(let items): fault = keepReply(form, items, review)
    case .assign(let items):
      fault = form.line.isEmpty ? "Choose who is to see to it." : nil
      if fault == nil {
        keep(review.assigning(items, to: form.line, at: reviewStamp))
      }
    case .waive(let item): fault = keepWaiver(form, item, review)
    case .identity: fault = keepIdentity(form)
    case .name:
      fault = form.line.isEmpty ? "Give it a name." : nil
      if fault == nil { effects.append(.review(.name(form.line))) }
    case .jump:
      let index = session.answers.firstIndex { $0.reviewKey == form.line }
      fault = index == nil ? "There is no question of that number." : nil
      if let index {
        overlays.removeLast()
        return moveQuestion(to: index)
      }
    case .ai(let id):
      fault = form.line.isEmpty ? "Say what AI was used for, or none." : nil
      if fault == nil, let open = session[id] {
        effects.append(
          .review(
            .audit(
              review.audit(
                .ai, question: open.reviewKey, ai: form.line, at: reviewStamp))))
      }
    }
    if let fault { return fail(fault) }
    reviewing.keptForm = effects.isEmpty ? nil : form
    if case .reviewForm = overlays.last { overlays.removeLast() }
  }

  /// Shows a form again whose words could not be written, so that none is typed twice.
  mutating func reopenKeptForm(_ fault: String) {
    guard var form = reviewing.keptForm else { return }
    reviewing.keptForm = nil
    form.fault = fault
    overlays.append(.reviewForm(form))
  }

  /// Says why the form on top cannot be kept.
  private mutating func fail(_ fault: String) {
    guard case .reviewForm(var form) = overlays.last else { return }
    form.fault = fault
    overlays[overlays.count - 1] = .reviewForm(form)
  }

  private mutating func keepScore(
    _ form: ReviewForm, of id: AnswerID, _ criteria: [String], _ review: ReviewContext
  ) -> String? {
    guard let walk = reviewing.walk, let open = session[id] else { return nil }
    let points = review.scale(of: open.question).points
    var scores: [QuestionScore] = []
    for criterion in criteria {
      guard let point = points.first(where: { $0.score.short == form.words(.score(criterion)) }) else {
        return "Choose a score with the arrow keys, or type it."
      }
      guard !form.words(.reason(criterion)).isEmpty else {
        return "Give the reason: a score without one helps nobody."
      }
      scores.append(
        QuestionScore(
          criterion: criterion, score: point.score, reason: form.words(.reason(criterion)),
          lift: form.words(.lift(criterion))))
    }
    let now = reviewStamp
    let words = scores.map(\.score.short).joined(separator: ", ")
    let change = changeWalked(
      version: version(of: open, .review),
      audit: review.audit(.score, question: open.reviewKey, why: "\(walk.round): \(words)", at: now)
    ) { sheet in
      sheet.scores = scores
      sheet.submitted = now
    }
    keep(change.map { [$0] } ?? [])
    let left = unplacedAsks
    say(
      left.isEmpty
        ? "Handed in: \(open.name) has \(words). u goes to the next question without a score."
        : "Handed in: \(open.shortName) has \(words). \(Self.unplaced(left))",
      as: left.isEmpty ? .note : .warning)
    return nil
  }

  private mutating func keepAgreed(
    _ form: ReviewForm, of id: AnswerID, _ criteria: [String], _ review: ReviewContext
  ) -> String? {
    guard let open = session[id], let round = moderatedRound else { return nil }
    let agreed = criteria.map { criterion in
      ReviewContext.Agreement(
        criterion: criterion, score: Double(form.words(.score(criterion))),
        rationale: form.words(.rationale(criterion)))
    }
    do throws(ReviewRefusal) {
      let change = try review.agreeing(agreed, on: open, in: round, at: reviewStamp)
      keep(change.map { [$0] } ?? [])
      return nil
    } catch {
      return error.words
    }
  }

  private mutating func keepDeclined(_ form: ReviewForm, _ items: [FixItem], _ review: ReviewContext)
    -> String?
  {
    guard !form.line.isEmpty else { return "Give the reason: the reviewer has only that." }
    keep(review.resolving(items, as: .declined, reason: form.line, at: reviewStamp))
    return nil
  }

  private mutating func keepReply(_ form: ReviewForm, _ items: [FixItem], _ review: ReviewContext) -> String?
  {
    guard !form.line.isEmpty, let item = items.first else { return "Write the reply." }
    let now = reviewStamp
    let change = review.change(item.round, item.question) {
      $0.replies.append(ReviewReply(comment: item.comment.id, text: form.line, at: now))
    }
    keep(change.map { [$0] } ?? [])
    return nil
  }

  private mutating func keepWaiver(_ form: ReviewForm, _ item: GateItem, _ review: ReviewContext)
    -> String?
  {
    guard !form.line.isEmpty else { return "Give the reason: the pack keeps it." }
    effects.append(
      .review(
        .waive(Waiver(item: item.key, reason: form.line, by: review.me, on: session.values.today))))
    return nil
  }

  private mutating func keepIdentity(_ form: ReviewForm) -> String? {
    guard !form.line.isEmpty, let people = session.review?.people else { return "Choose or type a name." }
    session.review?.identity = Identity(asked: form.line, git: nil, user: "", people: people)
    reviewing.walk = nil
    say("You are \(session.review?.name(of: session.review?.me ?? "") ?? "").", as: .note)
    return nil
  }

  /// The round whose scores are agreed: the walked one when it is scored, else the last scored one.
  var moderatedRound: String? {
    if let round = walkedRound, round.isScored { return round.id }
    return session.review?.scoredRound
  }
}
