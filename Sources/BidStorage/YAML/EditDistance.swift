/// How many letters must be put in, taken out or exchanged to turn one word into another.
enum EditDistance {
  /// The Levenshtein distance of two words in code points, by rows of its table.
  ///
  /// - Complexity: O(*n* · *m*) in their lengths, which are those of keys and names.
  static func between(_ left: String, _ right: String) -> Int {
    let goal = Array(right.unicodeScalars)
    var row = Array(0...goal.count)
    for (index, scalar) in left.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in goal.indices {
        let exchanged = diagonal + (goal[column] == scalar ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(exchanged, diagonal + 1, row[column] + 1)
      }
    }
    return row[goal.count]
  }
}
