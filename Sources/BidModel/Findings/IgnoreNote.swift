/// A comment in an answer that lets a finding stand: `<!-- fivefold: ignore acronym-unexpanded why -->`.
///
/// It speaks of the next block; before the first heading, with no text after it there, of the answer as a
/// whole.
package struct IgnoreNote: Hashable, Sendable {
  /// The check's id; empty when the note names none.
  package var check: String
  /// Why the finding may stand; empty when the note gives none.
  package var reason: String
  /// UTF-8 bytes of the block's text.
  package var range: Range<Int>

  package init(check: String, reason: String, range: Range<Int>) {
    self.check = check
    self.reason = reason
    self.range = range
  }

  /// The notes in the text of a verbatim block, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func notes(in text: String) -> [IgnoreNote] {
    var notes: [IgnoreNote] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "<!--"), let close = rest[open.upperBound...].firstRange(of: "-->") {
      let words = rest[open.upperBound..<close.lowerBound].split { $0.isWhitespace }
      if words.count >= 2, words[0] == "fivefold:", words[1] == "ignore" {
        let start = text.utf8.distance(from: text.startIndex, to: open.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: close.upperBound)
        notes.append(
          IgnoreNote(
            check: words.count > 2 ? String(words[2]) : "", reason: words.dropFirst(3).joined(separator: " "),
            range: start..<end))
      }
      rest = rest[close.upperBound...]
    }
    return notes
  }
}
