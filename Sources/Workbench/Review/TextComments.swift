import BidModel

/// What reviewers say of the answer in hand, as its writer sees it beside the text.
struct TextComments: Sendable {
  /// In the order of the text.
  var list: [TextComment] = []
  /// Rows at the foot of the text that the comment at the cursor takes.
  var rows = 0
  /// What the list was made from: it is made anew only when something of this differs.
  var stamp: Stamp?

  /// What the comments in the text depend on.
  struct Stamp: Equatable, Sendable {
    var answer: AnswerID
    var revision: Int
    var person: String
    var sheets: [ReviewSheet]
  }
}

/// A comment, or several that say nearly the same, at its place in the text.
struct TextComment: Sendable {
  var group: FixGroup
  var place: AnchorPlace
  /// The block that leads to it: the first of its words, or of the part that it is about.
  var block: BlockID
  /// Whether it is about a whole part or answer, and so stands at a heading.
  var isOfWhole: Bool

  /// The sign in the margin, which needs no colour.
  var sign: String {
    if place.state == .drifted { return "?" }
    return group.first.comment.kind.sign
  }

  /// Where it leads: the start of its words.
  var start: TextPosition { TextPosition(block: block, offset: place.range?.lowerBound ?? 0) }
}

extension ReviewComment.Kind {
  /// The sign in the margin of the walk and the text.
  var sign: String {
    switch self {
    case .fix: "!"
    case .note: "·"
    case .praise: "+"
    }
  }
}

extension WorkbenchState {
  /// Finds the comments of the answer in hand again when the text, the reviews or the person changed.
  ///
  /// What is still open is shown, and praise; what is hidden from the person stays hidden.
  ///
  /// - Complexity: O(*c* · *n*) in the comments and the text, when something changed.
  mutating func refreshComments() {
    guard let review = session.review else { return }
    let open = session.answers[currentIndex]
    let stamp = TextComments.Stamp(
      answer: open.id, revision: open.revision, person: review.me, sheets: review.book.sheets)
    guard comments.stamp != stamp else { return }
    comments.stamp = stamp
    comments.list = review.comments(in: open)
  }

  /// The comments at the cursor, those on its very words first.
  var commentsAtCaret: [TextComment] {
    let caret = editor.caret
    let ranked = comments.list.compactMap { comment -> (Int, TextComment)? in
      if comment.isOfWhole { return comment.block == caret.block ? (2, comment) : nil }
      guard let piece = comment.place.pieces.first(where: { $0.block == caret.block }) else {
        return comment.block == caret.block ? (1, comment) : nil
      }
      let isInside = piece.range.lowerBound <= caret.offset && caret.offset <= piece.range.upperBound
      return (isInside ? 0 : 1, comment)
    }
    return (0...2).flatMap { rank in ranked.filter { $0.0 == rank }.map(\.1) }
  }

  /// Goes to the next or previous comment, in this answer or the next that has one.
  mutating func moveToComment(by step: Int) {
    guard let review = session.review else { return say("Only answers of a bid are reviewed.", as: .note) }
    refreshComments()
    let answer = currentAnswer
    let here = answer.place(of: editor.caret.block).map { ($0, editor.caret.offset) }
    let places = comments.list.compactMap { comment in
      answer.place(of: comment.block).map { (($0, comment.start.offset), comment) }
    }
    if let here {
      let next = step > 0 ? places.first { $0.0 > here } : places.last { $0.0 < here }
      if let next { return goTo(next.1) }
    }
    let count = session.answers.count
    for distance in 1...count {
      let index = ((currentIndex + step * distance) % count + count) % count
      let found = review.comments(in: session.answers[index])
      guard let comment = step > 0 ? found.first : found.last else { continue }
      show(session.answers[index].id)
      refreshComments()
      return goTo(comment)
    }
    say("There is no open comment that you may see.", as: .note)
  }

  private mutating func goTo(_ comment: TextComment) {
    editor.caret = comment.start
    editor.anchor = nil
    editor.goalColumn = nil
    focus = .editor
    if view.isLinear { say(words(of: comment).joined(separator: " "), as: .note) }
  }

  /// Opens the fix list at the comment at the cursor: to read all of it, reply, decline or assign.
  mutating func openCommentHere() {
    refreshComments()
    guard let comment = commentsAtCaret.first else { return sayNoComment() }
    guard comment.group.first.comment.kind != .praise else {
      return say(words(of: comment).joined(separator: " "), as: .note)
    }
    reviewing.filter = nil
    let id = comment.group.first
    openReview(.fixes)
    guard case .review(var box) = overlays.last,
      let index = fixGroups.firstIndex(where: {
        $0.items.contains { $0.id == id.id }
      })
    else { return }
    box.selected = index
    box.fix = nil
    overlays[overlays.count - 1] = .review(box)
    holdSelectedFix()
  }

  /// Takes the better words of the comment at the cursor.
  mutating func acceptCommentHere() {
    refreshComments()
    let here = commentsAtCaret
    guard let first = here.first else { return sayNoComment() }
    accept((here.first { $0.group.items.contains { !$0.comment.suggestion.isEmpty } } ?? first).group)
  }

  /// Says that what the comment at the cursor asks for was done.
  mutating func finishCommentHere() {
    refreshComments()
    guard let comment = commentsAtCaret.first(where: { $0.group.first.comment.kind != .praise }) else {
      return sayNoComment()
    }
    resolve(comment.group, as: .done)
  }

  private mutating func sayNoComment() {
    let key = commands["review.comment-next"]?.keys.first?.name ?? ""
    say("No open comment stands here\(key.isEmpty ? "." : ": \(key) goes to the next.")", as: .note)
  }

  /// What a comment says, line by line: who, what, better words, and the old words when they are gone.
  func words(of comment: TextComment) -> [String] {
    let item = comment.group.first
    let who = comment.group.people.map { session.review?.name(of: $0) ?? $0 }.joined(separator: ", ")
    let kind =
      item.comment.kind == .praise
      ? "praise" : "\(item.comment.severity.rawValue) \(item.comment.kind.rawValue)"
    let state = comment.place.state == .anchored ? "" : ", \(comment.place.state.rawValue)"
    var lines = ["\(who), \(kind)\(state): \(item.comment.text)"]
    for other in comment.group.items.dropFirst() {
      lines.append("\(session.review?.name(of: other.person) ?? other.person): \(other.comment.text)")
    }
    for better in comment.group.items.map(\.comment.suggestion).filter({ !$0.isEmpty }).prefix(1) {
      lines.append("Better words: \(better)")
    }
    if comment.place.state == .drifted, !item.comment.anchor.quote.isEmpty {
      lines.append("It was about: “\(item.comment.anchor.wholeQuote)”")
    }
    return lines
  }
}

extension ReviewContext {
  /// The open comments and the praise of an answer that the person may see, in the order of its text.
  ///
  /// - Complexity: O(*c* · *n*) in the comments and the text.
  func comments(in open: OpenAnswer) -> [TextComment] {
    let sheets = book.visibleSheets(on: open.reviewKey, as: me)
    let items = sheets.flatMap { sheet in sheet.comments.map { book.item(for: $0, of: sheet) } }
      .filter { $0.status == .open }
    guard !items.isEmpty else { return [] }
    let first = open.answer.parts.firstIndex { $0.key != "plan" } ?? 0
    let comments = FixGroup.grouping(items).compactMap { group -> TextComment? in
      let anchor = group.first.comment.anchor
      let place = anchor.place(in: open.answer)
      let part = min(place.part ?? first, open.answer.parts.count - 1)
      return TextComment(
        group: group, place: place, block: place.block ?? open.answer.parts[part].blocks[0].id,
        isOfWhole: place.block == nil || !anchor.isOfText)
    }
    let order = { (comment: TextComment) -> (BlockPlace, Int) in
      (open.answer.place(of: comment.block) ?? BlockPlace(part: 0, block: 0), comment.start.offset)
    }
    return comments.map { (order($0), $0) }.enumerated()
      .sorted { left, right in
        left.element.0 == right.element.0
          ? left.offset < right.offset : left.element.0 < right.element.0
      }.map(\.element.1)
  }
}
