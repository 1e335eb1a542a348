/// One thing that does not agree among the numbers of a text.
package struct NumberFault: Hashable, Sendable {
  package var kind: Kind
  /// One sentence: what is wrong.
  package var message: String
  /// One sentence: the way out.
  package var fix: String
  /// UTF-8 bytes of the text read.
  package var span: Range<Int>

  /// What does not agree.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case arithmetic, direction, factor, percentPoint, partOfWhole, partsExceedTotal, unitClash
  }
}
