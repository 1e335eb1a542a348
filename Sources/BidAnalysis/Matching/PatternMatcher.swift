import BidLanguage
import BidModel

/// A place where a pattern of one target fits.
struct PatternMatch {
  /// What the maker of the ``PatternSet`` numbered.
  var target: Int
  /// Index of the first token.
  var start: Int
  /// Index after the last token.
  var end: Int
}

/// Finds where patterns fit in a sentence.
///
/// The sentence is walked from its last token to its first. At each token the patterns that may begin
/// there are tried, word classes among them; a class found at a token is then itself something that
/// patterns, and other classes, may begin with. Since a class that begins further right is known
/// already, one walk settles everything, and classes may be built of classes.
///
/// Limitations: of several ways in which one pattern fits from one token only one is kept, that with
/// the smallest gaps; a pattern does not reach over a semicolon, a colon or a dash.
struct PatternMatcher {
  private let set: PatternSet
  private var words: WordTable
  /// For each token of the text, its features in one array.
  private var features: [Feature] = []
  private var featureStarts: [Int] = []
  private var joints: [Token.Joint] = []
  /// For each token of the text, the number of its stem or of the sign that stands for it.
  private(set) var stems: [Int32] = []
  /// The numbers of the signs, by ``Token/Kind``.
  private var signs: [Int32] = []
  private var gap = StemVocabulary.unknown
  /// The number of the sign of a strong mark.
  private(set) var mark = StemVocabulary.unknown
  /// Word classes found, those of one token side by side.
  private var hits: [(feature: Feature, end: Int)] = []
  private var hitRanges: [Range<Int>] = []
  /// For each feature, whether it stands at a token right of the one in hand.
  private var seen: [Bool]
  private var seenFeatures: [Feature] = []
  private(set) var matches: [PatternMatch] = []

  init(set: PatternSet, words: WordTable) {
    self.set = set
    self.words = words
    seen = Array(repeating: false, count: set.starterStarts.count)
    for kind in UInt8(0)... {
      guard let kind = Token.Kind(rawValue: kind) else { break }
      signs.append(SentenceSigns.sign(of: kind).map { self.words.number(of: $0) } ?? StemVocabulary.unknown)
    }
    gap = self.words.number(of: SentenceSigns.gap)
    mark = self.words.number(of: SentenceSigns.mark)
  }

  /// A matcher of the same patterns for another thread.
  func twin() -> PatternMatcher {
    var twin = self
    twin.words = words.twin()
    return twin
  }

  /// The stem or sign of a number.
  func stem(_ number: Int32) -> String { words.vocabulary.stems[Int(number)] }

  /// Takes in the tokens of a text; those for which `isMasked` holds fit nothing.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  mutating func load(
    _ tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>, isMasked: (Token) -> Bool
  ) {
    words.trim()
    features.removeAll(keepingCapacity: true)
    featureStarts.removeAll(keepingCapacity: true)
    joints.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    for token in tokens {
      featureStarts.append(features.count)
      joints.append(token.joint)
      guard !isMasked(token), token.kind != .address else {
        stems.append(token.kind == .address ? signs[Int(token.kind.rawValue)] : gap)
        continue
      }
      if let feature = token.kind.feature { features.append(feature) }
      let word = words.index(of: UnsafeBufferPointer(rebasing: bytes[token.range]))
      stems.append(token.kind == .word ? words.stem(of: word) : signs[Int(token.kind.rawValue)])
      features.append(contentsOf: words.features[words.featureRange(of: word)])
      if token.isCapitalised { features.append(6) }
    }
    featureStarts.append(features.count)
    hitRanges = Array(repeating: 0..<0, count: tokens.count)
  }

  /// Finds the matches among the tokens `sentence`, into ``matches``.
  ///
  /// - Complexity: O(*n* · *p*) in the number of tokens and of the patterns that begin at one.
  mutating func match(_ sentence: Range<Int>) {
    matches.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    for feature in seenFeatures { seen[Int(feature)] = false }
    seenFeatures.removeAll(keepingCapacity: true)
    for position in sentence.reversed() {
      let firstHit = hits.count
      hitRanges[position] = firstHit..<firstHit
      for index in featureStarts[position]..<featureStarts[position + 1] {
        let feature = features[index]
        if feature == 6 && position == sentence.lowerBound { continue }
        tryLines(of: feature, at: position, after: position + 1, in: sentence)
      }
      var next = firstHit
      while next < hits.count {
        let hit = hits[next]
        tryLines(of: hit.feature, at: position, after: hit.end, in: sentence)
        next += 1
      }
      hitRanges[position] = firstHit..<hits.count
      for index in featureStarts[position]..<featureStarts[position + 1] { note(features[index]) }
      for index in firstHit..<hits.count { note(hits[index].feature) }
    }
  }

  /// Whether two matches fit the same words, whatever their endings and capitals: at each step the words
  /// share a form, a stem or a beginning that some pattern names.
  ///
  /// - Complexity: O(*n*) in their tokens.
  func fitTheSame(_ first: PatternMatch, _ second: PatternMatch) -> Bool {
    guard first.target == second.target, first.end - first.start == second.end - second.start else {
      return false
    }
    return zip(first.start..<first.end, second.start..<second.end).allSatisfy { one, other in
      let words = features[featureStarts[other]..<featureStarts[other + 1]]
      return features[featureStarts[one]..<featureStarts[one + 1]].contains { feature in
        feature >= TermPattern.TokenClass.featureCount && words.contains(feature)
      }
    }
  }

  /// Notes a feature for the tokens further left.
  private mutating func note(_ feature: Feature) {
    guard !seen[Int(feature)] else { return }
    seen[Int(feature)] = true
    seenFeatures.append(feature)
  }

  /// Whether a line's second step has anything to stand on right of the token in hand.
  private func canGoOn(_ line: Int) -> Bool {
    for index in Int(set.followerStarts[line])..<Int(set.followerStarts[line + 1])
    where seen[Int(set.followers[index])] {
      return true
    }
    return false
  }

  private mutating func tryLines(
    of feature: Feature, at position: Int, after: Int, in sentence: Range<Int>
  ) {
    for slot in Int(set.starterStarts[Int(feature)])..<Int(set.starterStarts[Int(feature) + 1]) {
      let index = Int(set.starters[slot])
      let isWhole = set.followerStarts[index] == set.followerStarts[index + 1]
      guard isWhole || canGoOn(index) else { continue }
      guard let end = isWhole ? after : self.end(of: index, from: 1, at: after, in: sentence) else {
        continue
      }
      if set.lines[index].isAtStart && position != sentence.lowerBound { continue }
      record(set.lines[index].target, position, end)
    }
  }

  private mutating func record(_ target: Int, _ start: Int, _ end: Int) {
    guard target < set.classCount else {
      matches.append(PatternMatch(target: target - set.classCount, start: start, end: end))
      return
    }
    let feature = set.classBase + Feature(target)
    for hit in hits[hitRanges[start].lowerBound...] where hit.feature == feature && hit.end == end { return }
    hits.append((feature, end))
  }

  /// Where the steps of a line from `step` on end when they are looked for at `position`.
  private func end(of line: Int, from step: Int, at position: Int, in sentence: Range<Int>) -> Int? {
    let steps = set.lines[line].steps
    guard step < steps.count else { return position }
    var place = position
    let last = min(position + steps[step].gap, sentence.upperBound - 1)
    while place <= last {
      if joints[place] == .strong { return nil }
      for choice in steps[step].choices {
        if choice < set.classBase {
          guard has(choice, at: place) else { continue }
          if let end = end(of: line, from: step + 1, at: place + 1, in: sentence) { return end }
        } else {
          for hit in hits[hitRanges[place]] where hit.feature == choice {
            if let end = end(of: line, from: step + 1, at: hit.end, in: sentence) { return end }
          }
        }
      }
      place += 1
    }
    return nil
  }

  private func has(_ feature: Feature, at place: Int) -> Bool {
    for index in featureStarts[place]..<featureStarts[place + 1] where features[index] == feature {
      return true
    }
    return false
  }
}
