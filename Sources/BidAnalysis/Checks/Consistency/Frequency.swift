import BidModel

/// How often something happens, read from a word or two.
struct Frequency: Hashable {
  /// What it comes to, so that two ways of saying it are equal.
  var name: String
  /// Indices of the words that say it.
  var words: Range<Int>

  /// The frequency that the words say from `index` on.
  static func read(_ words: [CheckedWord], at index: Int, before end: Int) -> Frequency? {
    let word = words[index].lower
    if let name = adverbs[word] { return Frequency(name: name, words: index..<index + 1) }
    guard index + 1 < end, words[index + 1].joint == .close else { return nil }
    let next = words[index + 1].lower
    if word == "every" || word == "each" {
      if let name = units[next] { return Frequency(name: name, words: index..<index + 2) }
      if weekdays.contains(next) { return Frequency(name: "weekly", words: index..<index + 2) }
      if index + 2 < end, words[index + 2].joint == .close {
        let third = words[index + 2].lower
        if ["two", "2", "second", "other"].contains(next), third.hasPrefix("week") {
          return Frequency(name: "fortnightly", words: index..<index + 3)
        }
        if ["three", "3"].contains(next), third == "months" {
          return Frequency(name: "quarterly", words: index..<index + 3)
        }
        if ["six", "6"].contains(next), third == "weeks" {
          return Frequency(name: "six-weekly", words: index..<index + 3)
        }
      }
      return nil
    }
    if word == "twice", let name = adverbs[next] ?? units[next] {
      return Frequency(name: "twice " + name, words: index..<index + 2)
    }
    return counted(words, at: index, before: end)
  }

  /// *once a month*, *twice each week*, *four times a year*, *once every two weeks*.
  private static func counted(_ words: [CheckedWord], at index: Int, before end: Int) -> Frequency? {
    var next = index + 1
    let times: Int
    if let number = numbers[words[index].lower] ?? Int(words[index].lower), next < end,
      words[next].lower == "times"
    {
      (times, next) = (number, next + 1)
    } else if words[index].lower == "once" || words[index].lower == "twice" {
      times = words[index].lower == "once" ? 1 : 2
    } else {
      return nil
    }
    guard next < end, words[next].joint == .close else { return nil }
    if times == 1, ["every", "each"].contains(words[next].lower) {
      return read(words, at: next, before: end).map {
        Frequency(name: $0.name, words: index..<$0.words.upperBound)
      }
    }
    guard next + 1 < end, ["a", "an", "per", "each", "every"].contains(words[next].lower),
      let unit = units[words[next + 1].lower]
    else { return nil }
    let name: String
    switch (times, unit) {
    case (1, _): name = unit
    case (2, "monthly"): name = "fortnightly"
    case (4, "annual"): name = "quarterly"
    case (12, "annual"): name = "monthly"
    case (2, _): name = "twice " + unit
    default: name = "\(times) times \(unit)"
    }
    return Frequency(name: name, words: index..<next + 2)
  }

  private static let numbers = ["three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12]

  private static let adverbs = [
    "daily": "daily", "weekly": "weekly", "fortnightly": "fortnightly", "monthly": "monthly",
    "quarterly": "quarterly", "annual": "annual", "annually": "annual", "yearly": "annual",
    "bimonthly": "bimonthly",
  ]
  private static let units = [
    "day": "daily", "week": "weekly", "fortnight": "fortnightly", "month": "monthly", "quarter": "quarterly",
    "year": "annual", "weekday": "weekdays", "shift": "each shift",
  ]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
