/// What a reviewer says of a place in an answer.
package struct ReviewComment: Hashable, Sendable, Identifiable {
  /// The person and a number, such as `ann-3`; unique in the question's round.
  package var id: String
  package var kind: Kind
  package var severity: Severity
  package var text: String
  /// Words to put in place of those commented on; empty for none.
  package var suggestion: String
  package var anchor: TextAnchor
  /// When it was made: `2026-11-21T12:04:31Z`.
  package var at: String
  /// When whoever made it took it back; empty while it stands.
  package var withdrawn = ""

  /// Whether whoever made it took it back.
  package var isWithdrawn: Bool { !withdrawn.isEmpty }

  package init(
    id: String, kind: Kind, severity: Severity = .major, text: String, suggestion: String = "",
    anchor: TextAnchor, at: String
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.text = text
    self.suggestion = suggestion
    self.anchor = anchor
    self.at = at
  }

  /// What a comment asks for.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Something to think about.
    case note
    /// Something that must change before submission.
    case fix = "required fix"
    /// Something to keep.
    case praise
  }

  /// How much a comment matters.
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    case minor, major, critical
  }
}

/// What somebody answers to a comment.
package struct ReviewReply: Hashable, Sendable {
  /// The ``ReviewComment/id``.
  package var comment: String
  package var text: String
  package var at: String

  package init(comment: String, text: String, at: String) {
    self.comment = comment
    self.text = text
    self.at = at
  }
}

/// What a writer did with a comment.
package struct ReviewResolution: Hashable, Sendable {
  /// The ``ReviewComment/id``.
  package var comment: String
  package var state: State
  /// Why it was declined, or what was done.
  package var reason: String
  /// Who is to see to it; empty for nobody named.
  package var assignee: String
  package var at: String

  package init(comment: String, state: State, reason: String = "", assignee: String = "", at: String) {
    self.comment = comment
    self.state = state
    self.reason = reason
    self.assignee = assignee
    self.at = at
  }

  /// Whether it only names who is to see to the comment, and says nothing of where that stands.
  package var isAssignment: Bool { state == .open && reason.isEmpty && !assignee.isEmpty }

  /// Where the work on a comment stands.
  package enum State: String, CaseIterable, Hashable, Sendable {
    case open, done, declined
  }
}

/// Whether a reviewer finds that a comment was dealt with.
package struct ReviewVerification: Hashable, Sendable {
  /// The ``ReviewComment/id``.
  package var comment: String
  /// Whether it was; else the comment is open again.
  package var isFixed: Bool
  package var note: String
  package var at: String

  package init(comment: String, isFixed: Bool, note: String = "", at: String) {
    self.comment = comment
    self.isFixed = isFixed
    self.note = note
    self.at = at
  }
}
