/// The order people expect of numbered names: 2.9 before 2.10, Q2 before q10.
package enum NaturalOrder {
  /// Whether `left` comes before `right`.
  ///
  /// Runs of digits compare as numbers of any length; other bytes compare without regard to the case
  /// of a to z. Names that are equal so far are told apart byte by byte.
  ///
  /// - Complexity: O(*n*) in the length of the names.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    var (i, j) = (0, 0)
    while i < first.count && j < second.count {
      if isDigit(first[i]) && isDigit(second[j]) {
        let (one, two) = (number(first, &i), number(second, &j))
        if one.count != two.count { return one.count < two.count }
        if !one.elementsEqual(two) { return one.lexicographicallyPrecedes(two) }
      } else {
        let (one, two) = (lower(first[i]), lower(second[j]))
        if one != two { return one < two }
        i += 1
        j += 1
      }
    }
    if i < first.count || j < second.count { return i == first.count }
    return first.lexicographicallyPrecedes(second)
  }

  /// The digits at `index` without leading zeros; `index` moves behind them.
  private static func number(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
    defer { index = end }
    return bytes[index..<end].drop { $0 == 0x30 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
