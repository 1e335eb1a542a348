/// Something that was done with a bid, for whoever asks later: never changed once written.
package struct AuditEntry: Hashable, Sendable, Codable {
  /// `2026-11-21T12:04:31Z`.
  package var at: String
  package var who: String
  /// What was done, an ``Act`` such as `sign` or `freeze`.
  package var what: String
  /// The question it was done to; empty for the bid.
  package var question: String
  /// Why, or more about it.
  package var why: String
  /// The program's version.
  package var version: String
  /// What AI was used for on the answer; `none` where somebody says it was not; empty where nothing is said.
  package var ai: String

  package init(
    at: String, who: String, what: Act, question: String = "", why: String = "", version: String = "",
    ai: String = ""
  ) {
    self.at = at
    self.who = who
    self.what = what.rawValue
    self.question = question
    self.why = why
    self.version = version
    self.ai = ai
  }

  /// What this program writes as ``what``; a file may hold other words, from another version.
  package enum Act: String, CaseIterable, Hashable, Sendable {
    case start, review, score, agree, sign
    /// An agreed score or a verification is taken back.
    case takeBack = "take back"
    case open, done, declined, assign, verify, reopen
    case waive, freeze, name, restore, ai
    /// A signed answer is opened to be edited.
    case unlock
    /// A comment is taken back by who made it.
    case withdraw

    /// Whether the reason tells what somebody gave or said in a review.
    package var tellsOfReview: Bool {
      switch self {
      case .score, .agree, .takeBack, .open, .done, .declined, .assign, .verify, .reopen, .withdraw: true
      case .start, .review, .sign, .waive, .freeze, .name, .restore, .ai, .unlock: false
      }
    }
  }

  /// What was done; `nil` for a word this program does not know.
  package var act: Act? { Act(rawValue: what) }
}

/// A point of the gate that the bid manager lets pass, and why.
package struct Waiver: Hashable, Sendable {
  /// ``GateItem/key`` of the point, as `fivefold gate` prints it.
  package var item: String
  package var reason: String
  package var by: String
  /// The day, `yyyy-mm-dd`.
  package var on: String
  /// Line of the file, from 1; 0 for one made here.
  package var line: Int

  package init(item: String, reason: String, by: String, on: String, line: Int = 0) {
    self.item = item
    self.reason = reason
    self.by = by
    self.on = on
    self.line = line
  }
}
