import BidModel

/// Commenting on what is selected in the walk.
extension WorkbenchState {
  /// Asks for a comment on what is selected.
  mutating func askForComment(_ kind: ReviewComment.Kind) {
    guard let open = walkedAnswer, let walk = reviewing.walk else { return }
    let hasText = walkSelection != nil
    let isSelection = walk.pick != nil || (walk.anchor ?? walk.stop) != walk.stop
    let about = hasText ? (isSelection ? "selection" : "sentence") : "answer"
    let choices =
      (isSelection ? ["selection"] : []) + (hasText ? ["sentence", "paragraph", "part"] : []) + ["answer"]
    var form = ReviewForm(
      title: "Comment · \(open.name)",
      fields: [
        .init(.comment, label: "Comment", text: "", hint: "what, and why", isProse: true),
        .init(.about, label: "About", text: about, hint: "", choices: choices),
      ] + Self.commentFields(kind, .major, better: ""), purpose: .comment(open.id))
    for choice in choices {
      form.replaced[choice] = anchor(about: choice, in: open).flatMap { $0.isOfText ? $0.running : nil }
    }
    form.fieldsChanged()
    overlays.append(.reviewForm(form))
  }

  /// The fields of a comment that say how it is meant and what would be better.
  static func commentFields(
    _ kind: ReviewComment.Kind, _ severity: ReviewComment.Severity, better: String
  ) -> [FormField] {
    [
      .init(
        .kind, label: "Kind", text: kind.rawValue, hint: "",
        choices: ReviewComment.Kind.allCases.map(\.rawValue)),
      .init(
        .severity, label: "Severity", text: severity.rawValue, hint: "",
        choices: ReviewComment.Severity.allCases.map(\.rawValue)),
      .init(
        .betterWords, label: "Better words", text: better,
        hint: "what to put in their place, if you know", isProse: true),
    ]
  }

  /// What a comment is about, by the form's word for it; `nil` when nothing is written there.
  private func anchor(about choice: String, in open: OpenAnswer) -> TextAnchor? {
    guard choice != "answer" else { return .answer }
    guard let selection = walkSelection, let first = selection.first else { return nil }
    switch choice {
    case "sentence": return sentenceAnchor(in: open) ?? TextAnchor(pieces: selection, in: open.answer)
    case "selection": return TextAnchor(pieces: selection, in: open.answer)
    case "paragraph":
      return TextAnchor(
        pieces: selection.map { ($0.place, 0..<open.answer[$0.place].text.utf8.count) }, in: open.answer)
    default: return TextAnchor(open.answer.parts[first.place.part])
    }
  }

  /// The sentence in hand alone, where more is selected.
  private func sentenceAnchor(in open: OpenAnswer) -> TextAnchor? {
    guard let walk = reviewing.walk, let stops = walkText?.stops, stops.indices.contains(walk.stop) else {
      return nil
    }
    return TextAnchor(stops[walk.stop].place, stops[walk.stop].source, in: open.answer)
  }

  /// Keeps a comment, or says why it cannot be kept.
  mutating func keepComment(_ form: ReviewForm, on id: AnswerID, _ review: ReviewContext) -> String? {
    guard !form.words(.comment).isEmpty else { return "Write the comment: whoever mends it has only that." }
    guard let walk = reviewing.walk, let open = session[id],
      let kind = ReviewComment.Kind(rawValue: form.words(.kind)),
      let severity = ReviewComment.Severity(rawValue: form.words(.severity))
    else { return nil }
    let anchor = anchor(about: form.words(.about), in: open) ?? .answer
    guard form.betterWords.isEmpty || anchor.isOfText else {
      return "Better words need words to stand for: comment on a sentence or paragraph."
    }
    let now = reviewStamp
    let change = review.change(walk.round, open.reviewKey) { sheet in
      sheet.comments.append(
        ReviewComment(
          id: sheet.nextCommentID, kind: kind, severity: severity, text: form.words(.comment),
          suggestion: form.betterWords, anchor: anchor, at: now))
    }
    keep(change.map { [$0] } ?? [])
    let isPicked = walk.pick != nil && form.words(.about) == "selection"
    let what = isPicked ? "words “\(anchor.quote)”" : form.words(.about)
    endWalkSelection()
    let more = anchor.following.isEmpty ? "" : " over \(anchor.following.count + 1) paragraphs"
    say("Kept: \(kind.rawValue) on the \(what)\(more).", as: .note)
    return nil
  }
}

extension TextAnchor {
  /// Its words as one text, for better words to begin with.
  var running: String { ([quote] + following.map(\.quote)).joined(separator: " ") }
}
