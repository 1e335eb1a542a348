import BidModel

/// A post as a sentence names it: *Deputy Discharge Lead*, *Head of Discharge Services*, *our lead for falls*.
///
/// Read are a word for a rank with what stands before it, or behind *of* and *for*. In small letters a name
/// begins with *the* or *our* and has at most three words before the rank, or one behind it.
///
/// Limitations: clinicians (*nurse*, *therapist*) are many and no posts; a post of somebody else's organisation
/// is known by its possessive or by a word such as *Trust* and left out.
struct PostName: Hashable {
  /// The words for what the post is about, in alphabetical order; empty for none.
  var subject: [String]
  /// *Deputy*, *interim* and the like.
  var grade: [String]
  /// The word for its rank, such as `lead`.
  var rank: String
  /// The words in small letters, without those that name no difference.
  var written: String
  /// Indices of the words.
  var words: Range<Int>

  /// What tells the post from others, however it is named: not its rank.
  var about: String { (grade + ["|"] + subject).joined(separator: " ") }

  /// The post, whatever the order of its words.
  var post: String { "\(about) | \(rank)" }

  /// The posts that the words `sentence` name, in order.
  ///
  /// - Complexity: O(*w*) in the words.
  static func names(in sentence: Range<Int>, of block: CheckedBlock) -> [PostName] {
    var found: [PostName] = []
    for index in sentence where ranks.contains(block.words[index].lower) {
      guard found.last.map({ $0.words.upperBound <= index }) ?? true else { continue }
      guard let name = name(at: index, in: sentence, of: block), !name.subject.isEmpty else { continue }
      found.append(name)
    }
    return found
  }

  private static func name(at rank: Int, in sentence: Range<Int>, of block: CheckedBlock) -> PostName? {
    let isCapital = isCapital(block.words[rank])
    let start = isCapital ? capitalStart(rank, sentence, block) : smallStart(rank, sentence, block)
    guard let start, !isForeign(start, sentence, block) else { return nil }
    let end = behindEnd(rank, sentence, block, isCapital: isCapital)
    guard end > rank + 1 || start < rank, !belongsElsewhere(end, sentence, block) else { return nil }
    let words = (start..<end).map { block.words[$0].lower }
    guard !words.contains(where: bodies.contains) else { return nil }
    let own = block.words[rank].lower
    // "The service leads on" and "we lead the work" are no posts.
    if own == "lead", !isCapital, end == rank + 1, sentence.contains(end),
      verbsObjects.contains(block.words[end].lower)
    {
      return nil
    }
    guard !block.words[start..<end].contains(where: \.isQuoted) else { return nil }
    let telling = words.filter { !joints.contains($0) && !plain.contains($0) }
    var subject = telling.filter { $0 != own && !grades.contains($0) }
    if subject.isEmpty { subject = words.filter { plain.contains($0) } }
    return PostName(
      subject: Set(subject.map(singular)).sorted(), grade: words.filter(grades.contains).sorted(), rank: own,
      written: words.joined(separator: " "), words: start..<end)
  }

  // MARK: Where a name begins and ends

  private static func capitalStart(_ rank: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Int? {
    var start = rank
    while start > sentence.lowerBound, rank - start < 4, block.words[start].joint == .close {
      let before = block.words[start - 1]
      guard isCapital(before), !(start - 1 == sentence.lowerBound && starters.contains(before.lower)) else {
        break
      }
      start -= 1
    }
    return start
  }

  private static func smallStart(_ rank: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Int? {
    var start = rank
    while start > sentence.lowerBound, rank - start < 4, block.words[start].joint == .close {
      let before = block.words[start - 1].lower
      if articles.contains(before) { return start }
      guard block.words[start - 1].kind == .word, !stops.contains(before) else { return nil }
      start -= 1
    }
    return nil
  }

  /// Behind what follows the rank: *of Discharge Services*.
  private static func behindEnd(
    _ rank: Int, _ sentence: Range<Int>, _ block: CheckedBlock, isCapital: Bool
  ) -> Int {
    var end = rank + 1
    guard end + 1 < sentence.upperBound, ["of", "for"].contains(block.words[end].lower),
      block.words[end].joint == .close
    else { return rank + 1 }
    end += 1
    if ["the", "our"].contains(block.words[end].lower) { end += 1 }
    let first = end
    while end < sentence.upperBound, end - first < 4, end == first || block.words[end].joint == .close {
      let word = block.words[end]
      let joins =
        joints.contains(word.lower) && end > first && end + 1 < sentence.upperBound
        && Self.isCapital(block.words[end + 1])
      guard
        self.isCapital(word) || joins || !isCapital && end == first && !stops.contains(word.lower)
          || !isCapital && end == first + 1 && plain.contains(word.lower)
      else { break }
      end += 1
    }
    return end == first ? rank + 1 : end
  }

  // MARK: Whose it is

  /// Whether what stands before the name says that it is another organisation's: *the Trust's*.
  private static func isForeign(_ start: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Bool {
    for index in max(sentence.lowerBound, start - 2)..<start {
      let word = block.words[index]
      if word.text.hasSuffix("'s") || word.text.hasSuffix("’s") || word.text.hasSuffix("s'")
        || word.text.hasSuffix("s’")
        || ["their", "its", "his", "her", "partner", "another", "each", "every", "a", "an"].contains(
          word.lower)
      {
        return true
      }
    }
    return false
  }

  /// Whether what follows the name says so: *at the council*.
  private static func belongsElsewhere(_ end: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Bool {
    guard sentence.contains(end), ["at", "from", "of", "in", "for"].contains(block.words[end].lower) else {
      return false
    }
    return block.words[end..<min(sentence.upperBound, end + 5)].contains { bodies.contains($0.lower) }
  }

  private static func isCapital(_ word: CheckedWord) -> Bool { word.text.first?.isUppercase == true }

  /// *discharges* as *discharge*.
  private static func singular(_ word: String) -> String {
    word.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  // MARK: Words

  private static let ranks: Set<String> = [
    "lead", "leader", "head", "manager", "director", "coordinator", "officer", "champion", "supervisor",
  ]
  private static let grades: Set<String> = [
    "deputy", "assistant", "associate", "senior", "junior", "interim", "acting", "trainee", "chief",
    "principal",
    "executive", "regional", "area", "national", "duty", "on-call",
  ]
  /// Words that name no difference between posts.
  private static let plain: Set<String> = ["service", "services", "team", "teams", "care"]
  private static let joints: Set<String> = ["of", "for", "and", "the", "our", "&"]
  private static let articles: Set<String> = ["the", "our"]
  private static let starters: Set<String> = [
    "the", "our", "a", "an", "each", "every", "if", "when", "as", "where", "in", "at", "by", "for", "to",
    "from",
    "and", "with", "under", "through", "led", "this", "their", "its", "all", "any", "no",
  ]
  private static let stops: Set<String> = [
    "a", "an", "and", "or", "of", "for", "to", "in", "on", "at", "by", "with", "who", "which", "that", "is",
    "are",
    "was", "will", "we", "they", "this", "these", "those", "then", "also", "both", "same", "whole", "all",
    "each",
    "every", "new", "named", "own", "other", "first", "one", "two", "their", "its", "from", "as", "not",
  ]
  private static let verbsObjects: Set<String> = [
    "the", "a", "an", "on", "our", "this", "these", "to", "and", "with", "their", "it", "all", "by", "in",
  ]
  private static let bodies: Set<String> = [
    "icb", "ics", "trust", "council", "hospital", "authority", "university", "ward", "practice", "pcn",
    "police",
    "commissioner", "hospice", "school",
  ]
}
