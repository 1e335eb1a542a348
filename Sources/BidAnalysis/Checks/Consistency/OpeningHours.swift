import BidLanguage
import BidModel

/// One service that is said to be open at two different times.
///
/// Read are the names of lines and places people can reach (*single point of access*, *helpline*), and any name of
/// two words or more that is said to be open, to run or to be staffed, or stands before hours in brackets; with
/// hours in the same sentence: *8am to 8pm*, *08:00–20:00*, *24 hours a day*, *24/7*. Weekdays, weekends and
/// every day are compared each by itself.
///
/// Limitations: a sentence with more than one stretch of hours is not read; nor is a service by another name.
struct OpeningHours: FactCheck {
  let about = CheckDescription(
    "opening-hours", title: "One service, two opening hours",
    why: "A buyer holds you to the longer hours, and marks you on the shorter.",
    fix: "Settle the hours, and say them the same way everywhere.", severity: .warning, scope: .bid)
  let good: [CheckExample] = [
    CheckExample("The helpline is open 8am to 8pm.", "Our helpline is open from 08:00 to 20:00."),
    CheckExample("The helpline is open 24/7.", "The helpline is open 24 hours a day."),
    CheckExample("The helpline is open 8am to 8pm.", "The duty line is open 24/7."),
    CheckExample(
      "The helpline is open 8am to 8pm on weekdays.", "The helpline is open 9am to 5pm at weekends."),
    CheckExample(
      "The wound triage desk is open 8am to 6pm.", "The referral triage desk is open 9am to 5pm."),
    CheckExample("Evening visits run 5pm to 9pm.", "These visits run 8am to 5pm."),
  ]
  let bad: [CheckExample] = [
    CheckExample("The helpline is open 8am to 8pm.", "Our helpline is open from 9am to 5pm."),
    CheckExample(
      "The single point of access is open 24/7.", "A single point of access, open 7am to 10pm, triages."),
    CheckExample(
      "The wound triage desk is open 8am to 6pm on weekdays.",
      "Our wound triage desk (9am to 5pm, Monday to Friday) answers."),
    CheckExample("The night desk is staffed 24 hours a day.", "The night desk runs from 8pm to 8am."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    block.sentenceWords.compactMap { sentence in
      let hours = Self.hours(in: sentence, of: block)
      guard hours.count == 1, let hours = hours.first,
        let name = Self.subject(of: hours.words, in: sentence, of: block),
        let range = block.range(of: hours.words)
      else { return nil }
      return CheckFact(
        key: "\(name) \(Self.days(in: sentence, of: block))", value: hours.value, range: range,
        quote: block.quote(range))
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let first = uses.first, let other = uses.first(where: { $0.fact.value != first.fact.value }) else {
      return []
    }
    let name = key.split(separator: " ").dropLast().joined(separator: " ")
    return uses.map { use in
      let against = use.fact.value == first.fact.value ? other : first
      let place =
        against.place.answer == use.place.answer ? "elsewhere in this answer" : "in \(against.answer)"
      return finding(
        "The \(name) is open \"\(use.fact.quote)\" here, but \"\(against.fact.quote)\" \(place).",
        at: use.place)
    }
  }

  // MARK: Reading

  /// The name of what keeps the hours: one that is known, else a name of two words or more before *is open*.
  private static func subject(
    of hours: Range<Int>, in sentence: Range<Int>, of block: CheckedBlock
  ) -> String? {
    if let known = subjects.matches(in: Array(block.words[sentence])).first {
      return subjectNames[known.phrase]
    }
    guard let end = subjectEnd(before: hours.lowerBound, in: sentence, of: block) else { return nil }
    var first = end
    while first > sentence.lowerBound, end - first < 4, first == end || block.words[first].joint == .close {
      let word = block.words[first - 1]
      guard word.kind == .word, !outside.contains(word.lower) else { break }
      first -= 1
    }
    let isArticled =
      first > sentence.lowerBound && ["the", "our", "a", "an"].contains(block.words[first - 1].lower)
    guard end - first >= 2, first == sentence.lowerBound || isArticled || block.words[first].joint != .close
    else { return nil }
    return block.words[first..<end].map(\.lower).joined(separator: " ")
  }

  /// Behind the name whose hours begin at `hours`: before *is open*, *runs*, *, open* or a bracket.
  private static func subjectEnd(before hours: Int, in sentence: Range<Int>, of block: CheckedBlock) -> Int? {
    if hours > sentence.lowerBound, block.words[hours].joint == .comma,
      block.bytes[block.words[hours].range.lowerBound - 1] == UInt8(ascii: "(")
    {
      return hours
    }
    guard
      var verb = (max(sentence.lowerBound, hours - 6)..<hours).last(where: {
        opens.contains(block.words[$0].lower)
      })
    else { return nil }
    while verb > sentence.lowerBound, ["is", "are", "be", "will"].contains(block.words[verb - 1].lower) {
      verb -= 1
    }
    return verb > sentence.lowerBound ? verb : nil
  }

  private static let opens: Set<String> = ["open", "opens", "runs", "run", "operates", "operate", "staffed"]
  private static let outside: Set<String> = [
    "the", "our", "a", "an", "we", "it", "this", "that", "these", "those", "which", "who", "they", "their",
    "its",
    "each", "every", "all", "and", "or", "of", "at", "in", "on", "for", "from", "to", "with", "by", "both",
    "also",
  ]

  private static func hours(
    in sentence: Range<Int>, of block: CheckedBlock
  ) -> [(value: String, words: Range<Int>)] {
    var found: [(value: String, words: Range<Int>)] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let word = block.words[index]
      if word.text == "24/7" {
        found.append(("always", index..<index + 1))
      } else if word.lower == "24", index + 1 < sentence.upperBound,
        ["hours", "hour"].contains(block.words[index + 1].lower), isADay(index + 2, sentence, block)
      {
        let end = block.words[index + 2].lower == "daily" ? index + 3 : index + 4
        found.append(("always", index..<end))
        index = end - 1
      } else if let from = clock(word), let next = secondClock(after: index, sentence, block),
        let to = clock(block.words[next])
      {
        found.append(("\(from)-\(to)", index..<next + 1))
        index = next
      }
      index += 1
    }
    return found
  }

  private static func isADay(_ index: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Bool {
    guard sentence.contains(index) else { return false }
    let word = block.words[index].lower
    if word == "daily" { return true }
    return ["a", "per"].contains(word) && sentence.contains(index + 1)
      && block.words[index + 1].lower == "day"
  }

  private static func secondClock(after index: Int, _ sentence: Range<Int>, _ block: CheckedBlock) -> Int? {
    for next in (index + 1)..<min(sentence.upperBound, index + 3) {
      if clock(block.words[next]) != nil { return next }
      guard ["to", "until", "and", "till"].contains(block.words[next].lower) else { return nil }
    }
    return nil
  }

  /// Minutes after midnight, of `8am`, `8.30 pm` written close, `20:00`.
  static func clock(_ word: CheckedWord) -> Int? {
    guard word.kind == .clock else { return nil }
    var text = word.text.lowercased()
    var isAfternoon: Bool?
    for (ending, afternoon) in [("am", false), ("pm", true)] where text.hasSuffix(ending) {
      text = String(text.dropLast(2))
      isAfternoon = afternoon
    }
    let pieces = text.split { $0 == ":" || $0 == "." || $0 == " " }.compactMap { Int($0) }
    guard let hour = pieces.first, hour <= 24 else { return nil }
    let minutes = pieces.count > 1 ? pieces[1] : 0
    guard let isAfternoon else { return hour * 60 + minutes }
    return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minutes
  }

  private static func days(in sentence: Range<Int>, of block: CheckedBlock) -> String {
    for index in sentence {
      switch block.words[index].lower {
      case "weekdays", "weekday", "monday": return "weekdays"
      case "weekends", "weekend", "saturday", "saturdays", "sundays": return "weekends"
      default: continue
      }
    }
    return "every-day"
  }

  private static let subjectNames = [
    "single point of access", "point of access", "helpline", "advice line", "duty line", "on-call line",
    "referral line", "crisis line", "call centre", "out-of-hours service", "front door", "hub", "clinic",
    "duty desk", "contact centre", "triage line",
  ]
  private static let subjects = PhraseTable(subjectNames)
}
