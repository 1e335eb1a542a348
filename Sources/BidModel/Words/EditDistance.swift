/// How many letters must be put in, taken out or exchanged to turn one word into another.
///
/// Levenshtein's distance by rows of its table: the cell of a row and a column is the least of three ways there,
/// from the cell above (a letter taken out), from the left (put in) and from the corner between (exchanged, or kept
/// for nothing), so one row at a time is enough to hold.
///
/// Limitations: two letters that changed places count as two; words are compared by code points, so that an
/// accent written as a mark of its own is a letter.
package enum EditDistance {
  /// The distance of two words in code points.
  ///
  /// - Complexity: O(*n* · *m*) in their lengths, which are those of keys and names.
  package static func between(_ left: String, _ right: String) -> Int {
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

  /// The name that `word` was most likely meant to be: the nearest of `names` in small letters, the first of
  /// several; `nil` when more than a third of the letters of each differ.
  ///
  /// - Complexity: O(*n* · *m*) in the names and their length.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let typed = word.lowercased()
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = between(typed, name.lowercased())
      guard distance <= max(1, name.unicodeScalars.count / 3) else { continue }
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }
}
