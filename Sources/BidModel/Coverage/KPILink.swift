/// A mark that a theme owes to a sentence about something else, since both speak of one fact: its number, or the
/// check of its number.
package struct KPILink: Hashable, Sendable {
  /// Index into ``ThemeSet/themes``.
  package var theme: Int
  /// The fact that joins the two.
  package var fact: KPIReference
  /// Where the sentence stands that lends the marks.
  package var block: BlockID
  /// UTF-8 bytes of ``Block/text``.
  package var range: Range<Int>
  /// What it lends: *evidenced*, *assured* or both.
  package var marks: MarkSet

  package init(theme: Int, fact: KPIReference, block: BlockID, range: Range<Int>, marks: MarkSet) {
    self.theme = theme
    self.fact = fact
    self.block = block
    self.range = range
    self.marks = marks
  }
}
