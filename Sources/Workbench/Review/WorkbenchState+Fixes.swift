import BidModel
import Screen

/// The fix list: what reviewers ask for, across rounds, and what became of it.
extension WorkbenchState {
  /// The groups that are listed.
  var fixGroups: [FixGroup] {
    guard let review = session.review else { return [] }
    let items = review.book.fixes(seenBy: review.me)
    return FixGroup.grouping(items.filter { reviewing.filter == nil || $0.status == reviewing.filter })
  }

  /// The group that is selected.
  var selectedFix: FixGroup? {
    guard case .review(let box) = overlays.last, box.screen == .fixes else { return nil }
    let groups = fixGroups
    let index = Self.row(of: box, in: groups)
    return groups.indices.contains(index) ? groups[index] : nil
  }

  /// The row of the selected comment: its own, wherever the list puts it by now; where it is no longer listed,
  /// the row that was selected.
  static func row(of box: ReviewBox, in groups: [FixGroup]) -> Int {
    let index = box.fix.flatMap { id in groups.firstIndex { $0.items.contains { $0.id == id } } }
    return index ?? max(0, min(box.selected, groups.count - 1))
  }

  /// Holds the selection on the comment in the selected row.
  mutating func holdSelectedFix() {
    guard case .review(var box) = overlays.last, box.screen == .fixes else { return }
    let groups = fixGroups
    box.selected = Self.row(of: box, in: groups)
    box.fix = groups.indices.contains(box.selected) ? groups[box.selected].first.id : nil
    overlays[overlays.count - 1] = .review(box)
  }

  /// Where a comment's words are now.
  func place(of item: FixItem) -> (open: OpenAnswer, place: AnchorPlace)? {
    guard let open = session.answer(reviewedAs: item.question) else { return nil }
    return (open, item.comment.anchor.place(in: open.answer))
  }

  mutating func fixScreen(_ box: ReviewBox, width: Int) -> ReviewScreen {
    let groups = fixGroups
    let shown = reviewing.filter?.rawValue ?? "all"
    var screen = ReviewScreen(
      title: "Fix list · \(shown) · \(groups.count)",
      hint: width < 100
        ? "Enter go · D done · X decline · A accept · V verify · B not yet · R reply"
        : "Enter goes there · D done · X decline · A accept words · V verified · B not fixed · R reply · I assign · Tab filter"
    )
    for group in groups {
      let item = group.first
      let place = place(of: item)?.place.state
      let state = place == .anchored || place == nil ? "" : " (\(place?.rawValue ?? ""))"
      let kind = item.comment.kind == .fix ? "!" : "·"
      let style = item.status == .open ? theme.text : theme.dim
      screen.add(
        PaneRow([
          (TextCell.pad(item.status.rawValue, 10), item.status == .open ? theme.warning : theme.good),
          ("\(kind) " + TextCell.pad(item.question, 5), style),
          (
            TextCell.pad(
              group.people.joined(separator: ", ") + (item.assignee.isEmpty ? "" : " → \(item.assignee)"), 12),
            theme.dim
          ),
          (item.comment.text + state, style),
        ]), .fix(group))
    }
    if groups.isEmpty {
      screen.add(PaneRow([("No comment is \(shown == "all" ? "made that you may see" : shown).", theme.dim)]))
    }
    let selected = Self.row(of: box, in: groups)
    if groups.indices.contains(selected) { screen.foot = fixDetails(groups[selected], width: width) }
    return screen
  }

  /// Everything about a group: each comment, the words of then and of now, and what was said.
  private func fixDetails(_ group: FixGroup, width: Int) -> [PaneRow] {
    var rows: [PaneRow] = []
    for item in group.items {
      let who = session.review?.name(of: item.person) ?? item.person
      rows += PaneRow.wrapped(
        "\(who), \(item.round), \(item.comment.severity.rawValue) \(item.comment.kind.rawValue): \(item.comment.text)",
        width: width, indent: 2, style: theme.title)
      if !item.comment.suggestion.isEmpty {
        rows += PaneRow.wrapped(
          "Better words: \(item.comment.suggestion)", width: width, indent: 2, style: theme.good)
      }
    }
    let item = group.first
    if !item.comment.anchor.quote.isEmpty { rows += thenAndNow(of: item, width: width) }
    if !item.assignee.isEmpty {
      rows.append(PaneRow([("For \(session.review?.name(of: item.assignee) ?? item.assignee)", theme.dim)]))
    }
    if !item.note.isEmpty {
      rows += PaneRow.wrapped(
        "\(item.status.rawValue.capitalized): \(item.note)", width: width, style: theme.text)
    }
    for reply in group.items.flatMap(\.replies) {
      rows += PaneRow.wrapped(
        "\(session.review?.name(of: reply.person) ?? reply.person): \(reply.text)", width: width, indent: 2,
        style: theme.text)
    }
    return rows
  }

  /// Goes to the place that a comment is about: the cursor stands before its words, nothing is selected, so
  /// that a letter typed next replaces nothing. A question that is still to be scored blind is walked instead.
  mutating func jump(to group: FixGroup) {
    let item = group.first
    guard let (open, place) = place(of: item) else { return }
    if walkInstead(to: item, in: open, place) { return }
    leaveReview()
    if let block = place.block {
      let start = place.range?.lowerBound ?? 0
      reveal(start..<start, of: block, in: open.id)
    } else {
      show(open.id)
    }
    focus = .editor
    switch place.state {
    case .anchored: say("\(item.person): \(item.comment.text) · F8 goes back to the list", as: .note)
    case .moved: say("Moved since. \(item.person): \(item.comment.text)", as: .note)
    case .drifted: say("The words “\(item.comment.anchor.wholeQuote)” are not here any more.", as: .warning)
    }
  }

  /// Shows a comment of one's own in the walk, where the text would show what an evaluator does not see.
  private mutating func walkInstead(to item: FixItem, in open: OpenAnswer, _ place: AnchorPlace) -> Bool {
    guard let review = session.review, review.book.round(item.round).isBlind,
      review.book.isHidden(item.question, in: item.round, from: review.me),
      let index = session.index(of: open.id)
    else { return false }
    reviewing.walk = ReviewWalk(round: item.round, answer: index)
    showReview(.walk)
    enterQuestion()
    let range = place.range ?? 0..<1
    if let block = place.block,
      let stop = walkText?.stops.firstIndex(where: {
        $0.block == block && range.lowerBound < $0.source.upperBound
      })
    {
      reviewing.walk?.stop = stop
    }
    say("\(item.comment.text) · The text opens once you have scored \(item.question).", as: .note)
    return true
  }

  /// Says that what the selected group asks for was done.
  mutating func resolveSelected(_ state: ReviewResolution.State) {
    if let group = selectedFix { resolve(group, as: state) }
  }

  /// Says where the work on a group of comments stands.
  mutating func resolve(_ group: FixGroup, as state: ReviewResolution.State) {
    guard let review = session.review, !isWithdrawn(group) else { return }
    keep(review.resolving(group.items, as: state, reason: "", at: reviewStamp))
    say("\(group.shortName) \(group.items.count == 1 ? "is" : "are") \(state.rawValue).", as: .note)
  }

  /// Says that the selected group's fix was seen, or takes one's own word for it back.
  mutating func verifySelected() {
    guard let group = selectedFix, let review = session.review, !isWithdrawn(group) else { return }
    let writer = session.answer(reviewedAs: group.first.question)?.question.writer
    switch group.first.status {
    case .withdrawn: break
    case .open:
      say("Nobody has said yet that \(group.shortName) is done.", as: .note)
    case .verified where group.items.allSatisfy({ $0.verifier != review.me }):
      say(
        "\(review.name(of: group.first.verifier)) verified \(group.shortName): B opens it again.", as: .note)
    case .verified:
      keep(review.unverifying(group.items, at: reviewStamp))
      say("No longer verified: \(group.shortName).", as: .note)
    case .done, .declined:
      if let refusal = review.verificationRefusal(of: group.items, writer: writer) {
        return say(refusal, as: .note)
      }
      keep(review.verifying(group.items, isFixed: true, note: "", at: reviewStamp))
      say("Verified: \(group.shortName). V takes it back.", as: .note)
    }
  }

  /// Takes the better words of the selected group.
  mutating func acceptSuggestion() {
    if let group = selectedFix { accept(group) }
  }

  /// Puts the suggested words in the place of those commented on, as one step that undo takes back.
  mutating func accept(_ group: FixGroup) {
    guard !isWithdrawn(group) else { return }
    guard let review = session.review,
      let item = group.items.first(where: { !$0.comment.suggestion.isEmpty })
    else { return say("This comment suggests no other words.", as: .note) }
    guard let (open, place) = place(of: item), place.state != .drifted, let first = place.pieces.first
    else { return say("Its words are not here any more: mend it by hand.", as: .warning) }
    show(open.id)
    guard canEdit() else { return }
    editor.caret = TextPosition(block: first.block, offset: first.range.lowerBound)
    session.sealUndo()
    let before = editor.caret
    let revision = session.answers[currentIndex].revision
    let words = suggestedWords(of: item, at: place, in: open.answer)
    perform(
      TakenWords(group.items.map(\.id)).title,
      Self.edits(of: place, for: words.text, in: open.answer),
      from: before)
    session.sealUndo()
    guard session.answers[currentIndex].revision != revision else { return }
    hold(
      review.resolving(group.items, as: .done, reason: "The suggested words were taken.", at: reviewStamp),
      of: open.id, TakenWords(group.items.map(\.id)), isTaking: true)
    sayTaken(words, into: open.name)
  }

  /// The edits that put `words` where a comment's are: in the first of its paragraphs, the others losing theirs.
  private static func edits(of place: AnchorPlace, for words: String, in answer: Answer) -> [Edit] {
    guard let first = place.pieces.first else { return [] }
    var edits: [Edit] = [
      .text(first.block, offset: first.range.lowerBound, length: first.range.count, with: words, source: nil)
    ]
    var left = answer.parts.map(\.blocks.count)
    // From the last to the first, so that places before it still hold.
    for piece in place.following.reversed() {
      guard let at = answer.place(of: piece.block) else { continue }
      let text = answer[at].text
      if piece.range.count == text.utf8.count, left[at.part] > 1 {
        left[at.part] -= 1
        edits.append(.blocks(answer.parts[at.part].id, at: at.block, count: 1, with: []))
        continue
      }
      let spaces = text.utf8.dropFirst(piece.range.upperBound).prefix { $0 == 0x20 }.count
      let length = piece.range.count + (piece.range.lowerBound == 0 ? spaces : 0)
      edits.append(.text(piece.block, offset: piece.range.lowerBound, length: length, with: "", source: nil))
    }
    return edits
  }

  /// Shows comments of another state.
  mutating func changeFixFilter() {
    let all: [FixItem.Status?] = [nil] + FixItem.Status.allCases.map { $0 }
    let index = all.firstIndex(of: reviewing.filter) ?? 0
    reviewing.filter = all[(index + 1) % all.count]
    if case .review = overlays.last { overlays[overlays.count - 1] = .review(ReviewBox(.fixes)) }
    holdSelectedFix()
  }

  /// Asks for a line about the selected group.
  mutating func askAboutFix(
    _ title: String, hint: String, choices: [String] = [], _ purpose: ([FixItem]) -> ReviewForm.Purpose
  ) {
    guard let group = selectedFix, !isWithdrawn(group) else { return }
    overlays.append(
      .reviewForm(
        ReviewForm(
          title: title, note: group.first.comment.text,
          line: .init(.line, label: title, text: "", hint: hint, choices: choices, isProse: true),
          purpose: purpose(group.items))))
  }
}
