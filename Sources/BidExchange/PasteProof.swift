import BidModel

/// Compares the text that was submitted with the text that a portal shows.
///
/// Portals strip line breaks, turn quotes, drop what is over their limit, and replace what they cannot
/// store. Line ends of any system, and line breaks at the very end, are taken as the same. What differs
/// is sorted by how much it matters: words first, then cut-off, characters and line breaks.
///
/// Limitations: words that moved are shown as missing in one place and extra in another; of texts that
/// differ in thousands of words only the first difference is found.
package struct PasteProof: Hashable, Sendable {
  /// What differs, what matters most first; empty when the texts are identical.
  package private(set) var differences: [Difference] = []
  /// What was submitted, and what the portal shows, by the bid's rule.
  package private(set) var submitted: TextCount
  package private(set) var shown: TextCount

  /// One way in which the texts differ.
  package enum Difference: Hashable, Sendable {
    /// Nothing was given to compare.
    case nothing
    /// The portal's text is the start of what was submitted.
    case truncated(words: Int, characters: Int, next: String)
    /// Words that were submitted are shown as others, or not at all; or others are shown in addition.
    case words(submitted: String, shown: String, before: String)
    /// More places differ than are listed.
    case more(Int)
    /// Quotes, dashes, the ellipsis or hard spaces are shown as other characters.
    case characters(count: Int, first: String)
    /// Line breaks were added or dropped.
    case lineBreaks(submitted: Int, shown: Int)
    /// Spaces inside lines differ.
    case spaces
  }

  /// Whether the portal shows exactly what was submitted.
  package var isIdentical: Bool { differences.isEmpty }

  /// - Parameters:
  ///   - submitted: The portal text of the answer.
  ///   - shown: What was pasted or piped back.
  /// - Complexity: O(*n* + *w* · *d*) in the length of the texts, their words and the differences.
  package init(submitted: String, shown: String, rule: CountRule) {
    let mine = Self.plainLines(submitted)
    let theirs = Self.plainLines(shown)
    self.submitted = Self.count(mine, rule: rule)
    self.shown = Self.count(theirs, rule: rule)
    guard mine != theirs else { return }
    guard !theirs.isEmpty else {
      differences = [.nothing]
      return
    }
    // Words are compared with quotes and dashes plain, so that one curly quote is not a changed word.
    let straightMine = SubmissionPiece.straightened(mine)
    let straightTheirs = SubmissionPiece.straightened(theirs)
    compareWords(
      Self.words(straightMine).map(Self.plainBullet), Self.words(straightTheirs).map(Self.plainBullet))
    compareCharacters(mine, theirs)
    let breaks = { (text: String) in text.utf8.count { $0 == 0x0A } }
    if breaks(mine) != breaks(theirs), !differences.contains(where: \.isTruncation) {
      differences.append(.lineBreaks(submitted: breaks(mine), shown: breaks(theirs)))
    }
    if differences.isEmpty { differences.append(.spaces) }
  }

  /// What a text counts as, its list markers left out of the words as they are when it is submitted.
  private static func count(_ text: String, rule: CountRule) -> TextCount {
    var count = TextCount(text, rule: rule)
    for line in text.split(separator: "\n") {
      guard let first = line.split(separator: " ", maxSplits: 1).first, isMarker(first) else { continue }
      count.words -= TextCount(first, rule: rule).words
    }
    return count
  }

  /// Whether a word at the start of a line marks a list item: a bullet, or a number with its point.
  private static func isMarker(_ word: Substring) -> Bool {
    if bullets.contains(word) { return true }
    return word.count <= 4 && (word.hasSuffix(".") || word.hasSuffix(")"))
      && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber } && word.count > 1
  }

  private static let bullets: Set<Substring> = ["•", "*", "-", "–", "·", "▪", "◦", "o", "\u{F0B7}"]

  private mutating func compareWords(_ mine: [Substring], _ theirs: [Substring]) {
    guard mine != theirs else { return }
    if theirs.count <= mine.count, isStart(theirs, of: mine) {
      let next = mine.dropFirst(theirs.count).prefix(6).joined(separator: " ")
      differences.append(
        .truncated(words: shown.words, characters: shown.characters, next: next))
      return
    }
    let changes = Self.changes(from: mine, to: theirs)
    for change in changes.prefix(Self.mostListed) {
      differences.append(
        .words(
          submitted: mine[change.mine].prefix(12).joined(separator: " "),
          shown: theirs[change.theirs].prefix(12).joined(separator: " "),
          before: mine[..<change.mine.lowerBound].suffix(4).joined(separator: " ")))
    }
    if changes.count > Self.mostListed { differences.append(.more(changes.count - Self.mostListed)) }
  }

  /// Whether `theirs` is the start of `mine`, its last word perhaps cut.
  private func isStart(_ theirs: [Substring], of mine: [Substring]) -> Bool {
    guard let last = theirs.last else { return false }
    return mine.starts(with: theirs.dropLast()) && mine[theirs.count - 1].hasPrefix(last)
  }

  private mutating func compareCharacters(_ mine: String, _ theirs: String) {
    let left = Self.words(mine)
    let right = Self.words(theirs)
    guard left.count == right.count else { return }
    // Words that are others altogether have been told.
    let changed = zip(left, right).filter { $0 != $1 && Self.plain($0) == Self.plain($1) }
    guard let first = changed.first else { return }
    differences.append(.characters(count: changed.count, first: "‘\(first.0)’ is shown as ‘\(first.1)’"))
  }

  /// How many places are listed.
  private static let mostListed = 8
  /// Beyond this many words that differ, only the first place is looked for.
  private static let mostCompared = 3_000

  private struct Change {
    var mine: Range<Int>
    var theirs: Range<Int>
  }

  /// The stretches of words that differ, in order.
  private static func changes(from mine: [Substring], to theirs: [Substring]) -> [Change] {
    let head = zip(mine, theirs).prefix { $0 == $1 }.count
    let most = min(mine.count, theirs.count) - head
    let tail = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.prefix(most).count
    let left = Array(mine[head..<(mine.count - tail)])
    let right = Array(theirs[head..<(theirs.count - tail)])
    let whole = Change(mine: head..<(mine.count - tail), theirs: head..<(theirs.count - tail))
    guard left.count + right.count <= mostCompared else { return [whole] }
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in right.difference(from: left) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var found: [Change] = []
    var (at, to) = (0, 0)
    while at < left.count || to < right.count {
      let start = (at, to)
      while gone.contains(at) { at += 1 }
      while come.contains(to) { to += 1 }
      if start != (at, to) {
        found.append(Change(mine: (head + start.0)..<(head + at), theirs: (head + start.1)..<(head + to)))
      } else {
        at += 1
        to += 1
      }
    }
    return found
  }

  /// A lone bullet of any kind as the same one, so that its change is told once and not as many words.
  private static func plainBullet(_ word: Substring) -> Substring {
    bullets.contains(word) && word != "o" ? "•" : word
  }

  private static func plain(_ word: Substring) -> String {
    String(plainBullet(Substring(SubmissionPiece.straightened(String(word)))))
  }

  private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// The text with every line end as `\n` and none at the end.
  private static func plainLines(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": scalars.append("\n")
      case "\n" where previous == "\r": break
      case "\u{FEFF}": break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    while scalars.last == "\n" || scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

extension PasteProof.Difference {
  fileprivate var isTruncation: Bool { if case .truncated = self { true } else { false } }

  /// One sentence.
  package var sentence: String {
    switch self {
    case .nothing: "Nothing was given to compare."
    case .truncated(let words, let characters, let next):
      "Cut off after \(CountUnit.words.phrase(words)), \(CountUnit.characters.phrase(characters)): missing from “\(next) …”."
    case .words(let submitted, let shown, let before):
      Self.wordSentence(submitted: submitted, shown: shown, before: before)
    case .more(let count): "And \(count) more \(count == 1 ? "place" : "places")."
    case .characters(let count, let first):
      "\(count) \(count == 1 ? "word is" : "words are") shown with other quotes, dashes, bullets or spaces; the first: \(first)."
    case .lineBreaks(let submitted, let shown):
      "Line breaks differ: \(submitted) submitted, \(shown) shown."
    case .spaces: "The words and line breaks are the same; spaces differ."
    }
  }

  private static func wordSentence(submitted: String, shown: String, before: String) -> String {
    let place = before.isEmpty ? "At the start" : "After “\(before)”"
    if shown.isEmpty { return "\(place): “\(submitted)” is missing." }
    if submitted.isEmpty { return "\(place): “\(shown)” was not submitted." }
    return "\(place): “\(submitted)” is shown as “\(shown)”."
  }
}

extension PasteProof {
  /// The verdict, a line each.
  package var report: [String] {
    guard !isIdentical else { return ["Identical: \(submitted.phrase)."] }
    return ["Not identical. Submitted: \(submitted.phrase). Shown: \(shown.phrase)."]
      + differences.map(\.sentence)
  }
}
