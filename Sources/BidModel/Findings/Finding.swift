/// One thing a check says: where, how much it matters, why, and the way out.
package struct Finding: Hashable, Sendable {
  /// The check's id, such as `placeholder-unknown`.
  package var check: String
  /// How much it matters.
  package var severity: Severity
  /// One sentence: what is wrong.
  package var message: String
  /// One sentence: why it matters to whoever scores the answer.
  package var reason: String
  /// One sentence: the way out.
  package var fix: String
  /// Where it is; `nil` for what is true of the bid.
  package var place: Place?
  /// What mends it without a decision of the writer's; `nil` when only they can tell.
  package var replacement: Replacement?

  package init(
    check: String, severity: Severity, message: String, reason: String = "", fix: String = "",
    place: Place? = nil, replacement: Replacement? = nil
  ) {
    self.check = check
    self.severity = severity
    self.message = message
    self.reason = reason
    self.fix = fix
    self.place = place
    self.replacement = replacement
  }

  /// Where a finding points: an answer, and within it a block and the bytes of its text.
  package struct Place: Hashable, Sendable {
    /// The answer.
    package var answer: AnswerID
    /// The block; `nil` for what is true of the answer.
    package var block: BlockID?
    /// UTF-8 bytes of ``Block/text``.
    package var range: Range<Int>?
    /// Line of the file, from 1, for a fault of the file itself.
    package var line: Int?

    package init(answer: AnswerID, block: BlockID? = nil, range: Range<Int>? = nil, line: Int? = nil) {
      self.answer = answer
      self.block = block
      self.range = range
      self.line = line
    }
  }

  /// Words to put in place of others, in the block that the finding points to.
  package struct Replacement: Hashable, Sendable {
    /// UTF-8 bytes of ``Block/text``.
    package var range: Range<Int>
    /// What is put in.
    package var text: String

    /// Puts `text` in the place of a range of UTF-8 bytes.
    package init(_ range: Range<Int>, with text: String) {
      self.range = range
      self.text = text
    }
  }
}
