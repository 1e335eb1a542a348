import BidModel

extension Commitment {
  /// The times that say when, each without a word that does not: *immediate* and *every* alone say nothing, and of
  /// *72-hour safety* only the hours do.
  static func told(_ times: [Range<Int>], of block: CheckedBlock) -> [Range<Int>] {
    times.compactMap { time in
      let words = block.quote(time).split(separator: " ")
      if words.count == 1,
        ["immediate", "every", "each", "regular", "ongoing"].contains(words[0].lowercased())
      {
        return nil
      }
      guard words.count == 2, ["-hour", "-day", "-week"].contains(where: words[0].hasSuffix) else {
        return time
      }
      return time.lowerBound..<time.lowerBound + words[0].utf8.count
    }
  }

  /// The words of `subject` that name who acts: behind a time or place that opens the clause (*By day 5 the
  /// therapist*) and behind whom something goes to (*open actions go to the Board*).
  static func actor(in subject: Range<Int>, of block: CheckedBlock) -> Range<Int> {
    let places = subject.dropFirst()
    if let to = places.last(where: {
      block.words[$0].lower == "to" && goers.contains(block.words[$0 - 1].lower)
    }),
      to + 1 < subject.upperBound
    {
      return to + 1..<subject.upperBound
    }
    guard openers.contains(block.words[subject.lowerBound].lower),
      let article = places.last(where: { articles.contains(block.words[$0].lower) })
    else { return subject }
    return article..<subject.upperBound
  }

  /// `who` without the ending of *the Board's*.
  static func owner(_ who: String) -> String {
    ["'s", "’s"].contains(where: who.hasSuffix) ? String(who.dropLast(2)) : who
  }

  private static let goers: Set<String> = [
    "go", "goes", "call", "calls", "passed", "sent", "reported", "report",
  ]
  private static let openers: Set<String> = [
    "by", "at", "on", "within", "in", "before", "after", "during", "every", "each", "from", "under",
  ]
  private static let articles: Set<String> = ["the", "our", "a", "an", "we"]
}
