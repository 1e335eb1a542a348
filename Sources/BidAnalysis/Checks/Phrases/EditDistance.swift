/// How far apart two names are.
enum EditDistance {
  /// The name among `names` that `word` was most likely meant to be, or `nil` when none is near: at
  /// most a third of its letters may differ.
  ///
  /// - Complexity: O(*n* · *m*) in the names and their length.
  static func nearest(to word: String, among names: [String]) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = between(Array(word.lowercased().utf8), Array(name.lowercased().utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Levenshtein's distance: bytes to insert, delete or replace to make one of the other.
  ///
  /// - Complexity: O(*n* · *m*).
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
