import BidModel

/// One meeting or routine that is said to happen at two different intervals.
///
/// A mechanism is a noun such as MDT, board or audit with the words that name it; two are the same only when
/// those words are; a multidisciplinary team is an MDT. Read are a frequency before the noun (*weekly falls MDT*),
/// one behind a verb after it (*the discharge board meets monthly*), one behind a comma in a bullet (*joint safety
/// huddle with the ward, every Thursday*), and how often a post does the same thing (*the Quality Lead audits 20
/// records each month*).
///
/// Limitations: a mechanism without a name of its own (*the meeting*) is not compared; nor is one that is
/// said to happen at two intervals in one sentence. Days of the week are not told apart: one MDT may sit on Tuesday
/// here and on Friday there.
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
    CheckExample("The falls MDT meets once a week.", "Our falls MDT meets every Monday."),
    CheckExample(
      "The Quality Lead audits 20 records each month.",
      "The Quality Lead audits 20 records with the ICB every quarter."),
    CheckExample("The lead meets the ward, every Monday.", "A monthly meeting with the ward follows."),
  ]
  let bad: [CheckExample] = [
    CheckExample("The weekly falls MDT reviews cases.", "A fortnightly falls MDT reviews cases."),
    CheckExample("The Discharge Board meets monthly.", "The Discharge Board meets every quarter."),
    CheckExample(
      "The Discharge Board, chaired by our lead, meets monthly.", "The Discharge Board meets every quarter."),
    CheckExample("The falls MDT is held weekly.", "A fortnightly falls MDT reviews cases."),
    CheckExample("Our MDT meets every week.", "The fortnightly MDT reviews cases."),
    CheckExample("The falls MDT meets weekly.", "The falls MDT meets once a month."),
    CheckExample(
      "The falls multidisciplinary team (MDT) meets every Tuesday.", "The falls MDT meets four times a year."),
    CheckExample(
      "- Joint safety huddle with the ward, every Thursday, 20 minutes.",
      "A monthly joint safety huddle looks at it."),
    CheckExample(
      "The Quality Manager audits 20 records each month.",
      "The Quality Manager audits 20 records every quarter."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    guard block.isProse else { return [] }
    return block.sentenceWords.flatMap { sentence -> [CheckFact] in
      var facts: [CheckFact] = []
      var frequencies: [Frequency] = []
      for index in sentence where frequencies.last.map({ $0.words.upperBound <= index }) ?? true {
        guard let frequency = Frequency.read(block.words, at: index, before: sentence.upperBound) else {
          continue
        }
        frequencies.append(frequency)
        guard
          let named = mechanism(after: frequency, in: sentence, of: block)
            ?? mechanism(before: frequency, in: sentence, of: block)
            ?? mechanism(listed: frequency, in: sentence, of: block),
          let range = block.range(of: named.words)
        else { continue }
        facts.append(
          CheckFact(key: named.name, value: frequency.name, range: range, quote: block.quote(range)))
      }
      if frequencies.count == 1 { facts += routines(frequencies[0], in: sentence, of: block) }
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
    let isTeam = name.last == "multidisciplinary" && end < sentence.upperBound
    if isTeam, ["team", "meeting"].contains(block.words[end].lower) { name.append(block.words[end].lower) }
    guard let noun = name.lastIndex(where: Self.nouns.contains) ?? teamEnd(of: name) else { return nil }
    let words = frequency.words.lowerBound..<frequency.words.upperBound + noun + 1
    name = short(Array(name[...noun]))
    guard isNamed(name) else { return nil }
    return (name.joined(separator: " "), words)
  }

  /// The last word of *multidisciplinary team* in `name`.
  private func teamEnd(of name: [String]) -> Int? {
    name.indices.dropFirst().last { name[$0 - 1] == "multidisciplinary" && name[$0] == "team" }
  }

  /// `name` with *MDT* for what it stands for.
  private func short(_ name: [String]) -> [String] {
    let isTeam =
      name.count > 1 && name[name.count - 2] == "multidisciplinary"
      && ["team", "meeting"].contains(name[name.count - 1])
    return isTeam ? name.dropLast(2) + ["mdt"] : name
  }

  /// What a bullet names before a comma and how often: *joint safety huddle with the ward, every Thursday*.
  private func mechanism(
    listed frequency: Frequency, in sentence: Range<Int>, of block: CheckedBlock
  ) -> (name: String, words: Range<Int>)? {
    let first = frequency.words.lowerBound
    guard block.block.kind.isItem, first > sentence.lowerBound,
      first - sentence.lowerBound <= 9, block.words[first].joint == .comma
    else { return nil }
    let opening = sentence.lowerBound..<min(first, sentence.lowerBound + 5)
    guard let noun = opening.first(where: { Self.nouns.contains(block.words[$0].lower) }),
      noun + 1 == first || ["with", "of", "at", "between", "for"].contains(block.words[noun + 1].lower)
    else { return nil }
    return named(noun, in: sentence, of: block).map { ($0.name, $0.first..<frequency.words.upperBound) }
  }

  /// How often a post does the same thing in the same words.
  private func routines(_ frequency: Frequency, in sentence: Range<Int>, of block: CheckedBlock)
    -> [CheckFact]
  {
    let names = PostName.names(in: sentence, of: block)
    guard names.count == 1, let duty = PostDuty(of: names[0], in: sentence, of: block), duty.words.count > 1,
      frequency.words.lowerBound > names[0].words.upperBound,
      let range = block.range(of: names[0].words.lowerBound..<frequency.words.upperBound)
    else { return [] }
    let key = "\(names[0].post) \(duty.verb) \(duty.words.joined(separator: " "))"
    return [CheckFact(key: key, value: frequency.name, range: range, quote: block.quote(range))]
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
    guard let opening else { return nil }
    return named(opening - 1, in: sentence, of: block).map {
      ($0.name, $0.first..<frequency.words.upperBound)
    }
  }

  /// The mechanism whose noun stands at `noun`, with the words before it that name it.
  private func named(
    _ noun: Int, in sentence: Range<Int>, of block: CheckedBlock
  ) -> (name: String, first: Int)? {
    let isTeam =
      noun > sentence.lowerBound && block.words[noun - 1].lower == "multidisciplinary"
      && block.words[noun].lower == "team"
    guard isTeam || Self.nouns.contains(block.words[noun].lower) else { return nil }
    var first = noun
    var name = [block.words[first].lower]
    while first > sentence.lowerBound, name.count < 4, block.words[first].joint == .close {
      let word = block.words[first - 1].lower
      if Self.stops.contains(word) || block.words[first - 1].kind != .word { break }
      name.insert(word, at: 0)
      first -= 1
    }
    name = short(name)
    guard isNamed(name) else { return nil }
    return (name.joined(separator: " "), first)
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
