import BidModel

/// A comment of the person at the keyboard.
package struct OwnComment: Hashable, Sendable {
  package var round: String
  package var question: String
  /// The ``ReviewComment/id``.
  package var id: String
}

/// Correcting one's own comments, and taking them back.
///
/// A comment that nobody else has answered can be corrected. Taken back before it was handed in it is deleted;
/// later, or once it was answered, it stays, marked withdrawn, with what others said of it.
extension WorkbenchState {
  /// One's own comments that stand where the walk or the fix list is, and whether they stand at that very
  /// place; without one there, all of the walked question.
  private var ownComments: (list: [(own: OwnComment, comment: ReviewComment)], isHere: Bool) {
    guard let review = session.review, case .review(let box) = overlays.last else { return ([], false) }
    guard box.screen == .walk else {
      let items = selectedFix?.items.filter { $0.person == review.me && !$0.comment.isWithdrawn } ?? []
      return (
        items.map { (OwnComment(round: $0.round, question: $0.question, id: $0.comment.id), $0.comment) },
        true
      )
    }
    guard let sheet = walkedSheet, let open = walkedAnswer else { return ([], false) }
    let all = sheet.comments.filter { !$0.isWithdrawn }
    let selection = walkSelection ?? []
    let here = all.filter { comment in
      comment.anchor.place(in: open.answer).pieces.contains { piece in
        selection.contains { open.answer[$0.place].id == piece.block && $0.range.overlaps(piece.range) }
      }
    }
    let list = (here.isEmpty ? all : here).map {
      (OwnComment(round: sheet.round, question: sheet.question, id: $0.id), $0)
    }
    return (list, !here.isEmpty)
  }

  /// Opens one's own comment at this place; of several, asks which.
  mutating func correctOwnComment() {
    let (list, isHere) = ownComments
    guard let first = list.first else { return sayNoOwnComment() }
    if isHere, list.count == 1 { return correct(first.own) }
    ask("Correct which comment?", isHere, list, verb: "") { .correct($0) }
  }

  /// Asks whether to take one's own comment back; of several, which.
  mutating func withdrawOwnComment() {
    let (list, isHere) = ownComments
    guard !list.isEmpty else { return sayNoOwnComment() }
    let isDeleted = list.allSatisfy { canDelete($0.own) }
    let text =
      isDeleted
      ? "It is not handed in: it is deleted." : "Others may have read it: it stays, marked withdrawn."
    ask("Take your comment back?", isHere, list, note: text, verb: isDeleted ? "Delete: " : "Withdraw: ") {
      .withdraw($0)
    }
  }

  private mutating func ask(
    _ title: String, _ isHere: Bool, _ list: [(own: OwnComment, comment: ReviewComment)], note: String? = nil,
    verb: String, _ effect: (OwnComment) -> ReviewEffect
  ) {
    let place = isHere ? nil : "None of yours stands in this sentence; these are on the question."
    let options = list.map { entry in
      Choice.Option(
        "\(verb)\(entry.comment.kind.rawValue), \(ComparisonText.opening(of: entry.comment.text))",
        [.review(effect(entry.own))])
    }
    overlays.append(
      .choice(
        Choice(
          title: title, text: [place, note].compactMap { $0 },
          options: [.init("Leave it as it is (n)", [])] + options)))
  }

  private mutating func sayNoOwnComment() {
    guard let group = selectedFix else { return say("You have made no comment on this question.", as: .note) }
    let people = group.people.map { session.review?.name(of: $0) ?? $0 }.joined(separator: ", ")
    say("A comment is corrected by who made it: \(people).", as: .note)
  }

  /// The comment with its sheet, as it stands.
  private func comment(_ own: OwnComment) -> (sheet: ReviewSheet, comment: ReviewComment)? {
    guard let sheet = session.review?.mine(own.round, own.question),
      let comment = sheet.comments.first(where: { $0.id == own.id })
    else { return nil }
    return (sheet, comment)
  }

  /// Whether it goes without a trace: it is not handed in, and nobody has answered it.
  private func canDelete(_ own: OwnComment) -> Bool {
    guard let review = session.review, let (sheet, _) = comment(own) else { return false }
    return sheet.submitted.isEmpty
      && review.book.answerers(of: own.id, on: own.question, in: own.round).isEmpty
  }

  /// Opens the form to correct a comment, unless others have answered it.
  mutating func correct(_ own: OwnComment) {
    guard let review = session.review, let (_, comment) = comment(own) else { return }
    let others = review.book.answerers(of: own.id, on: own.question, in: own.round).filter { $0 != review.me }
    if let other = others.first {
      return say(
        "\(review.name(of: other)) has answered it: reply to it, or take it back and make another.", as: .note
      )
    }
    let quote = comment.anchor.isOfText ? comment.anchor.running : ""
    var form = ReviewForm(
      title: "Correct your comment · \(own.question)",
      note: quote.isEmpty ? "" : "About “\(quote.replacing("\n", with: " "))”",
      fields: [.init(.comment, label: "Comment", text: comment.text, hint: "what, and why", isProse: true)]
        + Self.commentFields(
          comment.kind, comment.severity, better: comment.suggestion.isEmpty ? quote : comment.suggestion),
      purpose: .correct(own))
    form.replaced[""] = quote
    overlays.append(.reviewForm(form))
  }

  /// Keeps a corrected comment, or says why it cannot be kept.
  mutating func keepCorrection(_ form: ReviewForm, of own: OwnComment, _ review: ReviewContext) -> String? {
    guard !form.words(.comment).isEmpty else { return "Write the comment, or take it back with Delete." }
    guard let (_, old) = comment(own), let kind = ReviewComment.Kind(rawValue: form.words(.kind)),
      let severity = ReviewComment.Severity(rawValue: form.words(.severity))
    else { return nil }
    guard form.betterWords.isEmpty || old.anchor.isOfText else {
      return "Better words need words to stand for: this comment is on a whole part or answer."
    }
    let change = review.change(own.round, own.question) { sheet in
      guard let index = sheet.comments.firstIndex(where: { $0.id == own.id }) else { return }
      sheet.comments[index].text = form.words(.comment)
      (sheet.comments[index].kind, sheet.comments[index].severity) = (kind, severity)
      sheet.comments[index].suggestion = form.betterWords
    }
    keep(change.map { [$0] } ?? [])
    say(change == nil ? "Nothing was changed." : "Corrected.", as: .note)
    return nil
  }

  /// Whether whoever made the selected comment took it back, so that nothing is left to do; says so.
  mutating func isWithdrawn(_ group: FixGroup) -> Bool {
    guard group.first.status == .withdrawn else { return false }
    say("It was withdrawn: nothing is left to do.", as: .note)
    return true
  }

  /// Takes a comment back.
  mutating func withdraw(_ own: OwnComment) {
    guard let review = session.review, comment(own) != nil else { return }
    let isDeleted = canDelete(own)
    let now = reviewStamp
    let audit = isDeleted ? nil : review.audit(.withdraw, question: own.question, why: own.id, at: now)
    let change = review.change(own.round, own.question, audit: audit) { sheet in
      guard let index = sheet.comments.firstIndex(where: { $0.id == own.id }) else { return }
      if isDeleted {
        sheet.comments.remove(at: index)
      } else {
        sheet.comments[index].withdrawn = now
      }
    }
    keep(change.map { [$0] } ?? [])
    say(isDeleted ? "The comment is deleted." : "The comment is withdrawn; the fix list keeps it.", as: .note)
  }
}
