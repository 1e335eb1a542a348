/// A word or a number of a text, with its place.
///
/// Punctuation makes no token; what of it stands before a word is kept as ``joint``.
package struct Token: Hashable, Sendable {
  /// UTF-8 offset of the first byte.
  package var start: Int
  /// UTF-8 offset after the last byte.
  package var end: Int
  package var kind: Kind
  /// What parts it from the token before.
  package var joint: Joint
  /// Whether it begins with an ASCII capital.
  package var isCapitalised: Bool

  /// UTF-8 bytes of the text.
  package var range: Range<Int> { start..<end }

  /// What a token is by its shape.
  package enum Kind: UInt8, Hashable, Sendable {
    case word
    /// `12`, `1,264`, `9.4`, `24/7`.
    case number
    /// `24%`, the sign included.
    case percent
    /// `£1,460`.
    case money
    /// `09:15`, `8.30am`, `5pm`.
    case clock
    /// `2024`, `2024/25`.
    case year
    /// `1st`, `95th`.
    case ordinal
    /// A web or mail address.
    case address
  }

  /// How closely a token is joined to the one before.
  package enum Joint: UInt8, Hashable, Sendable, Comparable {
    /// A space, a hyphen or nothing.
    case close
    /// A comma, a full stop inside the sentence, a quotation mark or a bracket.
    case comma
    /// A semicolon, colon, dash, question or exclamation mark, bullet, or the edge of a table's cell.
    case strong

    package static func < (left: Joint, right: Joint) -> Bool { left.rawValue < right.rawValue }
  }
}
