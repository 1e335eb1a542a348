/// A set of rows, one bit each.
package struct RowSet: Hashable, Sendable {
  private var words: [UInt64]
  /// How many rows there are to choose from.
  package let count: Int

  /// No row, or every row, of `count`.
  package init(count: Int, full: Bool) {
    self.count = max(0, count)
    words = Array(repeating: 0, count: (self.count + 63) / 64)
    if full { insertAll() }
  }

  /// Whether no row is in the set.
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Puts a row in; a row that does not exist is left out.
  package mutating func insert(_ row: Int) {
    guard row >= 0, row < count else { return }
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Puts every row in.
  package mutating func insertAll() {
    for row in 0..<count { insert(row) }
  }

  /// Takes every row out.
  package mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// Whether a row is in the set.
  package func contains(_ row: Int) -> Bool {
    row >= 0 && row < count && words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// The rows, in order.
  package var rows: [Int] { (0..<count).filter(contains) }
}
