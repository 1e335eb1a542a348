/// How well the letters of a query fit a name.
///
/// Every letter has to occur in the name, in order. What counts is where: at the start of the name, at the
/// start of a word, side by side. So `oro` finds "Our Role" before "Prevention or else".
///
/// Limitations: the fit is the best of a few, found from each place the first letter stands at, and not the best
/// of all; letters are compared without their marks only as far as lower case does so.
struct FuzzyMatch: Hashable, Sendable, Comparable {
  /// More is better.
  let score: Int

  /// `nil` when a letter is missing.
  ///
  /// - Complexity: O(*n* · *k*) in the name's length and how often the first letter occurs in it.
  init?(_ query: String, in name: String) {
    let wanted = Array(query.lowercased().filter { $0 != " " })
    guard let first = wanted.first else {
      score = 0
      return
    }
    let letters = Array(name.lowercased())
    var best: Int?
    for start in letters.indices where letters[start] == first {
      guard let fit = Self.fit(wanted, letters, from: start) else { break }
      best = max(best ?? .min, fit)
    }
    guard let best else { return nil }
    score = best - letters.count / 8
  }

  private static func fit(_ wanted: [Character], _ letters: [Character], from start: Int) -> Int? {
    var position = start
    var last = -2
    var score = 0
    for letter in wanted {
      // A word that begins with the letter is worth passing others by, unless the run goes on.
      var index = position
      while index < letters.count, letters[index] != letter { index += 1 }
      guard index < letters.count else { return nil }
      if index != last + 1, let word = startOfWord(letter, letters, from: index) { index = word }
      if index == last + 1 { score += 8 }
      if isWordStart(index, letters) { score += index == 0 ? 10 : 7 }
      score -= min(3, last < 0 ? 0 : index - last - 1)
      last = index
      position = index + 1
    }
    return score
  }

  private static func startOfWord(_ letter: Character, _ letters: [Character], from start: Int) -> Int? {
    letters.indices[start...].first { letters[$0] == letter && isWordStart($0, letters) }
  }

  private static func isWordStart(_ index: Int, _ letters: [Character]) -> Bool {
    index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
  }

  static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool { left.score < right.score }
}
