/// A finding that someone has let stand, as `ignores.yaml` keeps it.
///
/// It is found again by its check and the words it points to, in a block that is the same as then or with
/// the same words beside it: so it survives edits elsewhere, and an edit of those words brings the finding
/// back.
package struct IgnoreEntry: Hashable, Sendable {
  /// The id of the check.
  package var check: String
  /// The answer's file name.
  package var answer: String
  /// The words the finding points to; its message when it points to none.
  package var quote: String
  /// Up to 24 characters before the quote.
  package var before: String
  /// Up to 24 characters after the quote.
  package var after: String
  /// ``Fingerprint`` of the block's text; empty for a finding about the whole answer.
  package var block: String
  /// Which of the findings that fit equally well, from 1.
  package var ordinal: Int
  /// Why the finding may stand.
  package var reason: String
  /// Who let it stand.
  package var by: String
  /// The day, `yyyy-mm-dd`.
  package var on: String
  /// Line of the file, from 1; 0 for one made here.
  package var line: Int

  package init(
    check: String, answer: String, quote: String, before: String = "", after: String = "", block: String = "",
    ordinal: Int = 1, reason: String, by: String, on: String, line: Int = 0
  ) {
    self.check = check
    self.answer = answer
    self.quote = quote
    self.before = before
    self.after = after
    self.block = block
    self.ordinal = ordinal
    self.reason = reason
    self.by = by
    self.on = on
    self.line = line
  }
}

extension AnswerID {
  /// The name of the answer's file, without its folders.
  package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
