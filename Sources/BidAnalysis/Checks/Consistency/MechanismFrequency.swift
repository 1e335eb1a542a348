import BidModel

/// One meeting or routine that is said to happen at two different intervals.
///
/// A mechanism is a noun such as MDT, board or audit with the words that name it; two are the same only when
/// those words are. Read are a frequency before the noun (*weekly falls MDT*) and one behind a verb after it
/// (*the discharge board meets monthly*).
///
/// Limitations: a mechanism without a name of its own (*the meeting*) is not compared; nor is one that is
/// said to happen at two intervals in one sentence.
struct MechanismFrequency: FactCheck {
  let about = CheckDescription(
    "mechanism-frequency", title: "One mechanism, two frequencies",
    why: "An evaluator who meets both believes neither.",
    fix: "Settle how often it happens, and say that everywhere.",
    severity: .warning, scope: .bid)
  let good: [CheckExample] = [
    CheckExample("The weekly falls MDT reviews cases.", "Our falls MDT meets every Monday."),
    CheckExample("A weekly falls MDT reviews cases.", "A fortnightly frailty MDT reviews cases."),
    CheckExample("We have a weekly meeting.", "We have a monthly meeting."),
    CheckExample("The Discharge Board meets monthly.", "A monthly report goes to the Discharge Board."),
    "The falls MDT meets weekly in winter and fortnightly in summer.",
  ]
  let bad: [CheckExample] = [
    CheckExample("The weekly falls MDT reviews cases.", "A fortnightly falls MDT reviews cases."),
    CheckExample("The Discharge Board meets monthly.", "The Discharge Board meets every quarter."),
    CheckExample(
      "The Discharge Board, chaired by our lead, meets monthly.", "The Discharge Board meets every quarter."),
    CheckExample("The falls MDT is held weekly.", "A fortnightly falls MDT reviews cases."),
    CheckExample("Our MDT meets every week.", "The fortnightly MDT reviews cases."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard block.isProse else { return [] }
    return block.sentenceWords.flatMap { sentence -> [CheckFact] in
      var facts: [CheckFact] = []
      for index in sentence {
        guard let frequency = Frequency.read(block.words, at: index, before: sentence.upperBound),
          let named = mechanism(after: frequency, in: sentence, of: block)
            ?? mechanism(before: frequency, in: sentence, of: block),
          let range = block.range(of: named.words)
        else { continue }
        facts.append(
          CheckFact(key: named.name, value: frequency.name, range: range, quote: block.quote(range)))
      }
      let counts = Dictionary(grouping: facts, by: \.key)
      return facts.filter { Set(counts[$0.key, default: []].map(\.value)).count == 1 }
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let first = uses.first, let other = uses.first(where: { $0.fact.value != first.fact.value }) else {
      return []
    }
    return uses.map { use in
      let against = use.fact.value == first.fact.value ? other : first
      let place =
        against.place.answer == use.place.answer ? "elsewhere in this answer" : "in \(against.answer)"
      return finding(
        "\"\(use.fact.quote)\" here, but \"\(against.fact.quote)\" \(place).", at: use.place)
    }
  }

  // MARK: Reading

  private func mechanism(
    after frequency: Frequency, in sentence: Range<Int>, of block: CheckedBlock
  ) -> (name: String, words: Range<Int>)? {
    var end = frequency.words.upperBound
    var name: [String] = []
    while end < sentence.upperBound, name.count < 4, block.words[end].joint == .close {
      let word = block.words[end].lower
      if Self.stops.contains(word) || block.words[end].kind != .word { break }
      name.append(word)
      end += 1
    }
    guard let noun = name.lastIndex(where: Self.nouns.contains) else { return nil }
    name = Array(name[...noun])
    guard isNamed(name) else { return nil }
    return (name.joined(separator: " "), frequency.words.lowerBound..<frequency.words.upperBound + noun + 1)
  }

  /// The mechanism before `meets weekly`.
  private func mechanism(
    before frequency: Frequency, in sentence: Range<Int>, of block: CheckedBlock
  ) -> (name: String, words: Range<Int>)? {
    let start = max(sentence.lowerBound, frequency.words.lowerBound - 4)
    guard
      let verb = (start..<frequency.words.lowerBound).last(where: {
        Self.verbs.contains(block.words[$0].lower)
      }),
      verb > sentence.lowerBound
    else { return nil }
    // "The Discharge Board, chaired by its lead, meets monthly": what stands between commas is passed over, as
    // is the auxiliary of "is held weekly".
    let opening =
      block.words[verb].joint == .comma
      ? (sentence.lowerBound + 1..<verb).last { block.words[$0].joint == .comma }
      : verb - 1 > sentence.lowerBound && ["is", "are"].contains(block.words[verb - 1].lower)
        ? verb - 1 : verb
    guard let opening, Self.nouns.contains(block.words[opening - 1].lower) else { return nil }
    var first = opening - 1
    var name = [block.words[first].lower]
    while first > sentence.lowerBound, name.count < 4, block.words[first].joint == .close {
      let word = block.words[first - 1].lower
      if Self.stops.contains(word) || block.words[first - 1].kind != .word { break }
      name.insert(word, at: 0)
      first -= 1
    }
    guard isNamed(name) else { return nil }
    return (name.joined(separator: " "), first..<frequency.words.upperBound)
  }

  /// Whether the words name one mechanism: an MDT does by itself, a meeting does not.
  private func isNamed(_ name: [String]) -> Bool {
    guard let noun = name.last else { return false }
    return name.count > 1 || Self.names.contains(noun)
  }

  private static let names: Set<String> = ["mdt", "huddle", "supervision", "newsletter"]
  private static let nouns: Set<String> = names.union([
    "meeting", "board", "committee", "panel", "forum", "group", "audit", "review", "handover", "call",
    "clinic",
    "survey", "report", "round",
  ])
  private static let verbs: Set<String> = [
    "meets", "meet", "sits", "happens", "runs", "held", "place", "reviews", "takes",
  ]
  private static let stops: Set<String> = [
    "the", "a", "an", "our", "their", "its", "this", "that", "each", "every", "of", "to", "with", "by", "at",
    "in",
    "and", "or", "for", "from", "on", "is", "are", "we", "they", "it", "when", "where", "which", "then",
    "also",
    "where", "joint", "new", "own", "attends", "attend", "chairs", "joins", "through", "via", "per",
  ]
}
