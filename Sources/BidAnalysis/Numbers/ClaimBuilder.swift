import BidLanguage

/// Makes claims of the numbers of one sentence.
///
/// A claim is a small frame: a measure that went *from* one figure *to* another, changed *by* a third,
/// or is a *part* of a *whole*. Frames are looked for from the surest to the weakest ("from A to B",
/// "by C", "a C reduction", "N of M", "fell to B", "stood at B"), and a figure belongs to the first that
/// takes it. A change joins the pair before it when it stands in apposition to it: after a comma, dash,
/// bracket or "or", and without a measure of its own.
///
/// Limitations: a frame is found by its small words and not by parsing, so an insertion longer than a
/// dozen words between "from" and "to" hides it, and what stands in the sentence before is not looked at.
/// A figure that no frame takes is left an amount, never a fault.
struct ClaimBuilder {
  let sentence: NumberSentence
  var seen: [SeenNumber]
  var drafts: [Draft] = []
  /// For each token the number that begins there, by its place in `seen`; else -1.
  private(set) var starts: [Int]

  /// A claim under construction, with the tokens it stands on.
  struct Draft {
    var claim = NumberClaim()
    /// From its first figure's phrase to its last.
    var tokens: Range<Int>
    /// Tokens that name the measure.
    var metric: Range<Int> = 0..<0
    /// Whether it compares with something else ("lower than the average") and tells no movement.
    var isCompared = false
    /// Numbers of `seen` that it took.
    var numbers: [Int] = []
  }

  init(_ sentence: NumberSentence) {
    self.sentence = sentence
    seen = sentence.numbers()
    starts = Array(repeating: -1, count: sentence.count)
    for (index, number) in seen.enumerated().reversed() { starts[number.tokens.lowerBound] = index }
  }

  /// The claims of the sentence, with the kind of each number settled.
  mutating func build() -> [NumberClaim] {
    guard !seen.isEmpty else { return [] }
    findPairs()
    findChanges()
    attachChanges()
    findParts()
    findLevels()
    findComparators()
    findValues()
    settleRest()
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return drafts.map { finished($0) }
  }

  // MARK: Looking around

  /// The free number that begins at the token at `index`, or after hedges and articles from there.
  func number(near index: Int, reach: Int = 4) -> Int? {
    var place = index
    while place < min(sentence.count, index + reach) {
      if starts[place] >= 0 {
        return seen[starts[place]].isFree && !seen[starts[place]].isFactorWord ? starts[place] : nil
      }
      guard place == index || sentence.joint(place) == .close, isFiller(place) else { return nil }
      place += 1
    }
    return nil
  }

  /// Words that may stand between a preposition and its figure.
  private func isFiller(_ place: Int) -> Bool {
    sentence.has(place, [.determiner, .about, .over, .under, .generic]) || sentence.isWord(place, "baseline")
      || sentence.isWord(place, "just") || sentence.isWord(place, "only") || sentence.isWord(place, "of")
      || sentence.isWord(place, "than") || sentence.isWord(place, "more") || sentence.isWord(place, "less")
      || sentence.isWord(place, "fewer") || sentence.isWord(place, "high") || sentence.isWord(place, "low")
      || sentence.isWord(place, "at") || sentence.isWord(place, "least") || sentence.isWord(place, "further")
  }

  /// The token before the number at `tokens`, hedges and articles left out.
  func before(_ tokens: Range<Int>) -> Int {
    var place = tokens.lowerBound - 1
    while place >= 0, sentence.joint(place + 1) == .close {
      let isHedge = sentence.has(place, .hedge) && !sentence.isWord(place, "up")
      let isPair =
        sentence.isWord(place, "than") || sentence.isWord(place, "least") || sentence.isWord(place, "just")
        || sentence.isWord(place, "only") || sentence.isWord(place, "further")
      let isMore = sentence.isWord(place + 1, "than") && sentence.has(place, .comparative)
      let isAt = sentence.isWord(place + 1, "least") && sentence.isWord(place, "at")
      // "a remarkable 31%"
      let isPraise =
        sentence.kind(place) == .word && sentence.words[place].tags.isEmpty
        && (sentence.isWord(place - 1, "a") || sentence.isWord(place - 1, "an"))
      guard isHedge || isPair || isMore || isAt || isPraise || sentence.has(place, .determiner) else { break }
      place -= 1
    }
    return place
  }

  /// The word of movement that governs what stands at the token at `index`.
  ///
  /// The nearest one before it in the same clause, whichever way it points; a comma just before the
  /// token is no bar, any other is. `nil` when a conjunction or another claim's figure stands between.
  func governor(before index: Int) -> Int? {
    var place = index - 1
    while place >= 0 {
      let joint = sentence.joint(place + 1)
      if joint == .strong && !(place + 1 == index && sentence.isDashed(index)) { return nil }
      if joint == .comma, place + 1 != index { return nil }
      if isMovement(place) { return place }
      if sentence.has(place, .breaks) { return nil }
      if let taken = number(endingAt: place), !isChange(taken) { return nil }
      place -= 1
    }
    return nil
  }

  /// Whether the token at `place` says that something moved.
  func isMovement(_ place: Int) -> Bool {
    guard sentence.has(place, .movement), !sentence.has(place, .comparative) else { return false }
    guard sentence.isWord(place, "up") || sentence.isWord(place, "down") else { return true }
    let isTied = sentence.isHyphened(place)
    if sentence.isWord(place - 1, "make") || sentence.isWord(place - 1, "made")
      || sentence.isWord(place - 1, "makes")
    {
      return false
    }
    let leads =
      sentence.isWord(place + 1, "from") || sentence.isWord(place + 1, "by")
      || sentence.isWord(place + 1, "to") && isUpTo(place)
    return !isTied && (leads || number(near: place + 1) != nil)
  }

  /// Whether "up to" speaks of movement: "went up to", "up to 118 from 26", and not "up to 48 hours".
  private func isUpTo(_ place: Int) -> Bool {
    if sentence.isWord(place, "down") || sentence.has(place - 1, .movement) { return true }
    guard let to = number(near: place + 2) else { return false }
    let end = seen[to].tokens.upperBound
    return Range(end, upTo: min(sentence.count, end + 4)).contains { sentence.isWord($0, "from") }
  }

  private func number(endingAt place: Int) -> Int? {
    seen.firstIndex { $0.tokens.upperBound == place + 1 && ($0.kind == nil || $0.kind == .claim) }
  }

  /// Whether the number is the size of a change: "by" or a movement stands before it.
  private func isChange(_ number: Int) -> Bool {
    if seen[number].isFactorWord { return true }
    let place = before(seen[number].tokens)
    return sentence.isWord(place, "by") || isMovement(place)
  }

  /// The direction that a word of movement points.
  func direction(_ place: Int?) -> NumberClaim.Direction? {
    guard let place else { return nil }
    if sentence.has(place, .rise) { return .rise }
    return sentence.has(place, .fall) ? .fall : nil
  }

  /// What a word of movement says of the way it points.
  func verdict(_ place: Int?) -> NumberClaim.Verdict? {
    guard let place else { return nil }
    if sentence.has(place, .better) { return .better }
    return sentence.has(place, .worse) ? .worse : nil
  }

  /// Marks a number as taken and gives its figure.
  mutating func take(_ number: Int) -> Figure? {
    seen[number].kind = .claim
    return seen[number].figure
  }
}
