/// How much a finding matters.
package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case advice, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { rank(left) < rank(right) }

  private static func rank(_ severity: Severity) -> Int { allCases.firstIndex(of: severity) ?? 0 }
}

/// One thing a check says: where, how much it matters, why, and the way out.
package struct Finding: Hashable, Sendable {
  /// The check's id, such as `placeholder-unknown`.
  package var check: String
  package var severity: Severity
  /// One sentence: what is wrong.
  package var message: String
  /// One sentence: the way out.
  package var fix: String
  package var place: Place?

  package init(
    check: String, severity: Severity, message: String, fix: String = "", place: Place? = nil
  ) {
    self.check = check
    self.severity = severity
    self.message = message
    self.fix = fix
    self.place = place
  }

  /// Where a finding points: an answer, and within it a block and the bytes of its text.
  package struct Place: Hashable, Sendable {
    package var answer: AnswerID
    package var block: BlockID?
    package var range: Range<Int>?

    package init(answer: AnswerID, block: BlockID? = nil, range: Range<Int>? = nil) {
      self.answer = answer
      self.block = block
      self.range = range
    }
  }
}
