/// Something that was done with a bid, for whoever asks later: never changed once written.
package struct AuditEntry: Hashable, Sendable, Codable {
  /// `2026-11-21T12:04:31Z`.
  package var at: String
  package var who: String
  /// What was done, such as `sign` or `freeze`.
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
    at: String, who: String, what: String, question: String = "", why: String = "", version: String = "",
    ai: String = ""
  ) {
    self.at = at
    self.who = who
    self.what = what
    self.question = question
    self.why = why
    self.version = version
    self.ai = ai
  }

  /// What an entry for a frozen pack is called.
  package static let freeze = "freeze"
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
