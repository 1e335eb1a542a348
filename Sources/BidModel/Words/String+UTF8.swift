/// Pieces of a text by UTF-8 bytes, as offsets are counted everywhere inside the program.
extension String {
  /// The first `count` bytes, which end where a code point does.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func prefix(utf8 count: Int) -> String { String(self[..<utf8.index(startIndex, offsetBy: count)]) }

  /// What follows the first `count` bytes, which end where a code point does.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func suffix(utf8From count: Int) -> String {
    String(self[utf8.index(startIndex, offsetBy: count)...])
  }

  /// The text in a range of bytes, which lies within it and cuts no code point.
  ///
  /// - Complexity: O(*n*) in the bytes up to its end.
  package func slice(utf8 range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// The text in a range of bytes, or `nil` when the range leaves it or cuts a code point: for ranges that
  /// were taken from another state of the text.
  ///
  /// - Complexity: O(*n*) in the bytes up to its end.
  package func sliceIfWhole(utf8 range: Range<Int>) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    guard start.samePosition(in: unicodeScalars) != nil, end.samePosition(in: unicodeScalars) != nil else {
      return nil
    }
    return String(self[start..<end])
  }
}
