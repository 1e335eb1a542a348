/// A comment that asks for something, with how it stands across all sheets.
package struct FixItem: Hashable, Sendable {
  package var round: String
  package var question: String
  /// Who made the comment.
  package var person: String
  package var comment: ReviewComment
  package var status: Status
  /// Why it was declined, what was done, or why it is open again.
  package var note: String
  /// Who is to see to it; empty for nobody named.
  package var assignee: String
  /// Who said last what was done with it; empty for nobody.
  package var resolver: String
  /// Who verified it; empty while it is not verified.
  package var verifier: String
  /// What was answered, oldest first, with who said it.
  package var replies: [Reply]

  /// An answer to a comment.
  package struct Reply: Hashable, Sendable {
    package var person: String
    package var text: String
    package var at: String
  }

  /// Where a comment stands.
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case open, done, declined
    /// A reviewer has seen the fix, or takes the reason for declining it.
    case verified
    /// Whoever made the comment took it back.
    case withdrawn

    /// Whether somebody still has to do something before the gate lets the bid through.
    package var isUnresolved: Bool { self == .open }
  }
}

extension FixItem {
  /// What a comment is known by in a bid.
  package struct ID: Hashable, Sendable {
    package var round: String
    package var question: String
    /// The ``ReviewComment/id``.
    package var comment: String
  }

  package var id: ID { ID(round: round, question: question, comment: comment.id) }

  /// Who made the comment and its first words, for messages: `ann’s “Say whose duty…”`.
  package var shortName: String {
    let words = comment.text.count > 40 ? comment.text.prefix(39).trimmingSpaces() + "…" : comment.text
    return "\(person)’s “\(words)”"
  }
}

extension ReviewBook {
  /// Every note and required fix that `person` may see, of one question or all, open ones first, then as
  /// rounds and questions come.
  ///
  /// - Complexity: O(*n* · *m*) in the comments and what was done with them.
  package func fixes(seenBy person: String, on question: String? = nil) -> [FixItem] {
    let seen = sheets.filter { (question == nil || $0.question == question) && canSee($0, as: person) }
    let items = seen.flatMap { sheet in
      sheet.comments.filter { $0.kind != .praise }.map { item(for: $0, of: sheet) }
    }
    let rank = { (item: FixItem) in
      (FixItem.Status.allCases.firstIndex(of: item.status) ?? 0, self.round(item.round).order)
    }
    return items.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  /// Every required fix that still stands open, whoever may see it: for the gate.
  package var openRequiredFixes: [FixItem] {
    sheets.filter { !$0.submitted.isEmpty || !round($0.round).isIndependent }.flatMap { sheet in
      sheet.comments.filter { $0.kind == .fix }.map { item(for: $0, of: sheet) }
    }.filter { $0.status.isUnresolved }
  }

  /// Who has replied to a comment, dealt with it or looked at it, in the order of their names.
  ///
  /// - Complexity: O(*n*) in what the question's sheets hold.
  package func answerers(of comment: String, on question: String, in round: String) -> [String] {
    sheets(on: question, in: round).filter { sheet in
      sheet.replies.contains { $0.comment == comment } || sheet.resolutions.contains { $0.comment == comment }
        || sheet.verifications.contains { $0.comment == comment }
    }.map(\.person).sorted()
  }

  /// A comment with how it stands: taken back by whoever made it, or else the newest of what writers and reviewers did decides; of two at one time
  /// the reviewer's.
  package func item(for comment: ReviewComment, of sheet: ReviewSheet) -> FixItem {
    let others = sheets(on: sheet.question, in: sheet.round)
    var item = FixItem(
      round: sheet.round, question: sheet.question, person: sheet.person, comment: comment, status: .open,
      note: "", assignee: "", resolver: "", verifier: "", replies: [])
    let resolutions = others.flatMap { other in
      other.resolutions.filter { $0.comment == comment.id }.map { (other.person, $0) }
    }.sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }
    for (_, resolution) in resolutions where !resolution.assignee.isEmpty {
      item.assignee = resolution.assignee
    }
    let said = resolutions.filter { !$0.1.isAssignment }
    let verifications = others.flatMap { other in
      other.verifications.filter { $0.comment == comment.id }.map { (other.person, $0) }
    }.sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }
    if let (person, last) = said.last {
      item.resolver = person
      item.status =
        switch last.state {
        case .open: .open
        case .done: .done
        case .declined: .declined
        }
      item.note = last.reason
    }
    if let (person, last) = verifications.last, last.at >= (said.last?.1.at ?? "") {
      item.status = last.isFixed ? .verified : .open
      if last.isFixed { item.verifier = person }
      if !last.isFixed || !last.note.isEmpty {
        item.note = last.isFixed ? last.note : "\(person): not fixed yet. \(last.note)".trimmingSpaces()
      }
    }
    if comment.isWithdrawn { (item.status, item.note) = (.withdrawn, "") }
    item.replies = others.flatMap { other in
      other.replies.filter { $0.comment == comment.id }.map {
        FixItem.Reply(person: other.person, text: $0.text, at: $0.at)
      }
    }.sorted { ($0.at, $0.person) < ($1.at, $1.person) }
    return item
  }
}
