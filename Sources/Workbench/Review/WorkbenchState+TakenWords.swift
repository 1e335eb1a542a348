import BidModel

/// A step of the undo log that took better words: its title names the comments, so that they are known again
/// when the step is undone, in this run or a later one.
struct TakenWords: Hashable, Sendable {
  /// Round and id of each comment, such as `red ann-3`.
  var comments: [String]

  init(_ ids: [FixItem.ID]) { comments = ids.map { "\($0.round) \($0.comment)" } }

  /// The comments that the title of a step names; `nil` for a step of another kind.
  init?(title: String) {
    guard title.hasPrefix(Self.start), title.hasSuffix(")") else { return nil }
    comments = title.dropFirst(Self.start.count).dropLast().split(separator: ",").map { $0.trimmingSpaces() }
  }

  /// What the step is called in the history.
  var title: String { Self.start + comments.joined(separator: ", ") + ")" }

  private static let start = "Accept better words ("

  /// Whether the step took the words of a comment.
  func names(_ item: FixItem) -> Bool { comments.contains("\(item.round) \(item.comment.id)") }
}

/// What a step of the text says of comments. It is true of the text in hand, and is written when that is saved:
/// a text that is never saved leaves the comments as they were.
struct HeldResolution: Hashable, Sendable {
  var words: TakenWords
  /// Whether the step put the words in; else it took them out again.
  var isTaking: Bool
  var changes: [ReviewChange]
}

extension WorkbenchState {
  /// Puts changes into the book at once, and keeps them to be written with the text.
  mutating func hold(
    _ changes: [ReviewChange], of id: AnswerID, _ words: TakenWords, isTaking: Bool
  ) {
    guard !changes.isEmpty else { return }
    reviewing.held[id, default: []].append(
      HeldResolution(words: words, isTaking: isTaking, changes: changes))
    applyHeld()
  }

  /// Puts what is held into a book that was read anew.
  mutating func applyHeld() {
    for change in reviewing.held.values.joined().flatMap(\.changes) {
      session.review?.book.replay(change.sheet, from: change.base)
    }
  }

  /// Opens a comment again whose better words undo has taken out, or closes it again when redo puts them back.
  mutating func followUndo(of title: String, redoing: Bool) {
    guard let words = TakenWords(title: title), let review = session.review,
      let open = session[editor.answer]
    else { return }
    if let last = reviewing.held[open.id]?.last, last.words == words, last.isTaking != redoing {
      // What is undone was never written: nothing is left to say.
      reviewing.held[open.id]?.removeLast()
      for change in last.changes { session.review?.book.replay(change.base, from: change.sheet) }
      return
    }
    let items = review.book.fixes(seenBy: review.me, on: open.reviewKey).filter(words.names)
    guard !items.isEmpty else { return }
    hold(
      review.resolving(
        items, as: redoing ? .done : .open,
        reason: redoing ? "The suggested words were taken." : "The suggested words were taken out again.",
        at: reviewStamp),
      of: open.id, words, isTaking: redoing)
  }
}

extension ReviewBook {
  /// Does again on the book's sheet what was done between `base` and `sheet`.
  ///
  /// - Complexity: O(*n*) in the sheets.
  mutating func replay(_ sheet: ReviewSheet, from base: ReviewSheet) {
    keep(sheet.replayed(from: base, onto: self.sheet(sheet.round, sheet.person, sheet.question)))
  }
}
