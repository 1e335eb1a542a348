import BidModel

/// When something promised happens, read from the words: *each working day*, *within five working days*,
/// *by 14:00 the day before*.
///
/// Limitations: a time that is told in other words, such as *overnight*, is not seen.
enum PromisedTime {
  /// The bytes of each time that the words `range` give, in the order of the text.
  ///
  /// - Parameter read: Times that the reading has found already; one that overlaps them is not given twice,
  ///   the longer of the two stands.
  /// - Complexity: O(*w*) in the words.
  static func times(in range: Range<Int>, of block: CheckedBlock, beside read: [Range<Int>]) -> [Range<Int>] {
    var found = read
    var index = range.lowerBound
    while index < range.upperBound {
      guard let end = end(from: index, before: range.upperBound, in: block.words),
        let bytes = block.range(of: index..<end)
      else {
        index += 1
        continue
      }
      let same = found.indices.filter { found[$0].overlaps(bytes) }
      if same.allSatisfy({ found[$0].count < bytes.count }) {
        for place in same.reversed() { found.remove(at: place) }
        found.append(bytes)
      }
      index = end
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Behind the time that begins at `start`; `nil` when none does.
  private static func end(from start: Int, before end: Int, in words: [CheckedWord]) -> Int? {
    var next = start + 1
    switch words[start].lower {
    case "each", "every":
      while next < end, qualifiers.contains(words[next].lower) { next += 1 }
      return next < end && (units.contains(words[next].lower)) ? next + 1 : nil
    case "within":
      guard next < end, isNumber(words[next]) else { return nil }
      next += 1
      while next < end, qualifiers.contains(words[next].lower) { next += 1 }
      return next < end && units.contains(words[next].lower) ? next + 1 : nil
    case "by", "before":
      guard next < end, isTimeOfDay(words, next, before: end) else { return nil }
      let isWhole = words[next].kind != .number || next + 1 == end || !halves.contains(words[next + 1].lower)
      next += isWhole ? 1 : 2
      return dayEnd(from: next, before: end, in: words)
    default: return nil
    }
  }

  /// Behind the day that may follow a time of day: *the day before*, *on the day*, *each day*.
  private static func dayEnd(from start: Int, before end: Int, in words: [CheckedWord]) -> Int {
    var next = start
    while next < end, next - start < 3,
      ["on", "the", "each", "every", "same", "next"].contains(words[next].lower)
    { next += 1 }
    guard next < end, next > start, units.contains(words[next].lower) else { return start }
    next += 1
    return next < end && ["before", "after"].contains(words[next].lower) ? next + 1 : next
  }

  private static func isNumber(_ word: CheckedWord) -> Bool {
    word.kind != .word || numbers.contains(word.lower)
  }

  /// Whether the word is a time of day by itself, or with the word after it: `14:00`, `noon`, `2 pm`.
  private static func isTimeOfDay(_ words: [CheckedWord], _ index: Int, before end: Int) -> Bool {
    let word = words[index].lower
    if ["noon", "midday", "midnight"].contains(word) { return true }
    if words[index].kind == .clock { return true }
    guard word.first?.isNumber == true else { return false }
    return halves.contains { word.hasSuffix($0) }
      || index + 1 < end && halves.contains(words[index + 1].lower)
  }

  private static let halves: Set<String> = ["am", "pm"]

  private static let qualifiers: Set<String> = ["working", "week", "calendar", "bank", "clinical", "full"]
  private static let numbers: Set<String> = [
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "fourteen", "fifteen", "twenty", "thirty", "forty-eight", "seventy-two", "twenty-four",
  ]
  private static let units: Set<String> = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter",
    "year", "years", "shift", "morning", "evening", "afternoon", "night", "weekday", "weekdays", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
