import BidModel

/// What a sentence says that a post does: a verb and the words of its object.
struct PostDuty: Hashable {
  /// As written, in small letters: *chairs*.
  var verb: String
  /// The words that carry meaning behind it, without how often, in alphabetical order.
  var words: [String]

  /// Whether the words are enough to be one duty and no other.
  var isTelling: Bool { words.count >= 3 || verb == "chairs" && words.count >= 2 }

  /// The duty behind the words `name` of a sentence, read up to the next comma.
  init?(of name: PostName, in sentence: Range<Int>, of block: CheckedBlock) {
    let start = name.words.upperBound
    guard sentence.contains(start), block.words[start].joint == .close,
      Self.verbs.contains(block.words[start].lower)
    else { return nil }
    verb = block.words[start].lower
    var words: Set<String> = []
    for index in start + 1..<max(start + 1, sentence.upperBound) {
      let word = block.words[index]
      guard word.joint == .close, words.count < 6, !Self.ends.contains(word.lower) else { break }
      if word.kind != .word || word.lower.utf8.count > 2 && !Self.small.contains(word.lower) {
        words.insert(word.lower)
      }
    }
    self.words = words.sorted()
  }

  /// The name of the person that stands beside a post: *Ann Moss, Quality Lead*; *Quality Lead (Ann Moss)*.
  ///
  /// - Returns: The name in small letters; `nil` where two or three capitalised words without a word for a body or
  ///   a place do not stand beside it.
  static func person(beside name: PostName, in sentence: Range<Int>, of block: CheckedBlock) -> String? {
    let end = name.words.upperBound
    if sentence.contains(end), block.words[end].joint == .comma, let person = run(from: end, sentence, block)
    {
      return person
    }
    var last = name.words.lowerBound
    if last > sentence.lowerBound, ["our", "the"].contains(block.words[last - 1].lower) { last -= 1 }
    guard block.words.indices.contains(last), block.words[last].joint == .comma else { return nil }
    var first = last
    while first > sentence.lowerBound, last - first < 3, isName(block.words[first - 1]),
      first == last || block.words[first].joint == .close
    { first -= 1 }
    // A capital before the name makes it longer, but not over a colon: "Safeguarding: Ann Moss, Quality Lead".
    let isWhole =
      first == sentence.lowerBound || block.words[first].joint == .strong
      || !isCapital(block.words[first - 1])
    guard last - first >= 2, isWhole else { return nil }
    return joined(block.words[first..<last])
  }

  private static func run(from start: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> String? {
    var end = start
    while end < sentence.upperBound, end - start < 3, isName(block.words[end]),
      end == start || block.words[end].joint == .close
    { end += 1 }
    guard end - start >= 2,
      end == sentence.upperBound || block.words[end].joint != .close || !isCapital(block.words[end])
    else { return nil }
    // A list of posts goes on with a comma and a capital; a name is closed by a bracket or a comma.
    guard end == sentence.upperBound || block.words[end].joint != .close else { return nil }
    return joined(block.words[start..<end])
  }

  private static func joined(_ words: ArraySlice<CheckedWord>) -> String {
    words.map(\.lower).filter { !["dr", "prof", "mr", "mrs", "ms", "miss"].contains($0) }.joined(
      separator: " ")
  }

  private static func isCapital(_ word: CheckedWord) -> Bool { word.text.first?.isUppercase == true }

  private static func isName(_ word: CheckedWord) -> Bool {
    isCapital(word) && word.kind == .word && word.text.dropFirst().contains(where: \.isLowercase)
      && !notNames.contains(word.lower)
  }

  /// Verbs by which a post owns something.
  private static let verbs: Set<String> = [
    "chairs", "leads", "owns", "audits", "reviews", "approves", "signs", "holds", "samples", "checks",
    "investigates",
    "runs", "oversees", "presents", "manages", "triages", "validates", "reports", "maintains", "closes",
  ]
  private static let ends: Set<String> = [
    "and", "but", "so", "which", "who", "when", "if", "before", "after", "because", "while", "then", "where",
  ]
  private static let small: Set<String> = [
    "the", "our", "their", "its", "each", "every", "all", "any", "this", "that", "with", "for", "from",
    "against",
    "into", "daily", "weekly", "fortnightly", "monthly", "quarterly", "annual", "annually", "yearly", "month",
    "week", "day", "quarter", "year", "monday", "tuesday", "wednesday", "thursday", "friday", "mondays",
  ]
  private static let notNames: Set<String> = [
    "board", "hub", "trust", "hospital", "service", "services", "team", "council", "group", "nhs", "place",
    "care",
    "integrated", "community", "lead", "manager", "director", "head", "officer", "nurse", "therapist",
    "pharmacist",
    "matron", "clinical", "medical", "registered", "operations", "quality", "the", "our", "each", "every",
    "system",
    "partnership", "committee", "forum", "panel", "ward", "practice", "school", "county", "city", "borough",
    "north", "south", "east", "west", "general", "royal", "home", "house", "street", "doctor", "consultant",
    "coordinator", "social", "worker", "safeguarding", "governance", "health", "mental", "public",
    "commissioning",
  ]
}
