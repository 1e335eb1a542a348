/// The words a finding points to and what stands around them: what it is known by when its place moves.
package struct FindingAnchor: Hashable, Sendable {
  /// The words; the finding's message when it points to none.
  package var quote: String
  /// Up to 24 characters before the quote.
  package var before = ""
  /// Up to 24 characters after the quote.
  package var after = ""
  /// ``Fingerprint`` of the block's text; empty for a finding about the whole answer.
  ///
  /// - Complexity: O(*n*) in the length of the block: it is reckoned when it is asked for.
  package var block: String { text.map { Fingerprint(of: $0).description } ?? "" }
  /// The block's text; `nil` for a finding about the whole answer.
  private var text: String?

  /// The anchor of `finding` in `answer`.
  ///
  /// - Complexity: O(*b*) in the blocks.
  package init(_ finding: Finding, in answer: Answer) {
    quote = finding.message
    guard let id = finding.place?.block, let place = answer.place(of: id) else { return }
    let text = answer[place].text
    self.text = text
    guard let range = finding.place?.range, range.upperBound <= text.utf8.count else { return }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    quote = String(text[start..<end])
    before = String(text[..<start].suffix(24))
    after = String(text[end...].prefix(24))
  }

  /// How well `entry` fits: 0 not at all, 1 by the words beside it, 2 by the whole block, 3 by both.
  package func fit(_ entry: IgnoreEntry) -> Int {
    guard entry.quote == quote else { return 0 }
    if entry.block == block { return entry.before == before && entry.after == after ? 3 : 2 }
    return !entry.block.isEmpty && entry.before == before && entry.after == after ? 1 : 0
  }
}
