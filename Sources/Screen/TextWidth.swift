/// How wide texts are, by the rule of `GlyphWalk`, and how to make them fit.
package enum TextWidth {
  /// The columns the text takes when it is written.
  /// - Complexity: O(n) in the bytes of the text.
  package static func columns(_ text: some StringProtocol) -> Int {
    var sum = 0
    for glyph in GlyphWalk(text) { sum += glyph.columns }
    return sum
  }

  /// The longest start of the text, in whole glyphs, that fits into `limit` columns.
  /// - Complexity: O(n) in the bytes that fit.
  package static func prefix(_ text: some StringProtocol, columns limit: Int) -> Substring {
    let whole = Substring(text)
    var used = 0
    var walk = GlyphWalk(whole).makeIterator()
    var end = walk.index
    while let glyph = walk.next() {
      used += glyph.columns
      guard used <= limit else { break }
      end = walk.index
    }
    return whole[..<end]
  }

  /// The text itself when it fits into `limit` columns, otherwise its start with `ellipsis` at the end.
  /// - Complexity: O(n) in the bytes that fit.
  package static func clip(_ text: some StringProtocol, columns limit: Int, ellipsis: String = "…") -> String
  {
    let fitting = prefix(text, columns: limit)
    guard fitting.endIndex < text.endIndex else { return String(fitting) }
    let room = limit - columns(ellipsis)
    guard room >= 0 else { return String(fitting) }
    return prefix(text, columns: room) + ellipsis
  }

  /// The text clipped to `width` columns and filled up with spaces to exactly that.
  /// - Complexity: O(n) in the bytes that fit.
  package static func pad(
    _ text: some StringProtocol, columns width: Int, alignment: Alignment = .leading
  ) -> String {
    let clipped = clip(text, columns: width)
    let room = max(0, width - columns(clipped))
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: room
      }
    return String(repeating: " ", count: before) + clipped + String(repeating: " ", count: room - before)
  }

  /// Where a padded text stands.
  package enum Alignment: Hashable, Sendable {
    case leading, trailing
  }
}
