import BidLanguage
import BidModel

/// One service that is said to be open at two different times.
///
/// Read are the names of lines and places people can reach (*single point of access*, *helpline*) with hours
/// in the same sentence: *8am to 8pm*, *08:00–20:00*, *24 hours a day*, *24/7*. Weekdays, weekends and every
/// day are compared each by itself.
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
  ]
  let bad: [CheckExample] = [
    CheckExample("The helpline is open 8am to 8pm.", "Our helpline is open from 9am to 5pm."),
    CheckExample(
      "The single point of access is open 24/7.", "A single point of access, open 7am to 10pm, triages."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    block.sentenceWords.compactMap { sentence in
      let hours = Self.hours(in: sentence, of: block)
      guard hours.count == 1, let hours = hours.first,
        let subject = Self.subjects.matches(in: Array(block.words[sentence])).first,
        let range = block.range(of: hours.words)
      else { return nil }
      let name = Self.subjectNames[subject.phrase]
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
        found.append(("always", index..<index + 2))
        index += 1
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
