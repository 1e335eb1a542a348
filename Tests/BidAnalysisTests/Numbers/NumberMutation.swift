import Foundation

/// A sentence with one number, direction or unit altered.
struct NumberMutation {
  var id: String
  /// `number`, `direction`, `unit`, or `harmless` for a change that leaves it true.
  var kind: String
  var text: String

  /// Every alteration that contradicts what the labels say, made of labels and never of a reading.
  static func contradictions(of sentence: LabelledSentence) -> [NumberMutation] {
    sentence.claims.indices.flatMap { index in
      numbers(of: sentence, index) + directions(of: sentence, index) + units(of: sentence, index)
    }
  }

  /// Alterations that leave the sentence true: units and numbers in other words.
  static func harmless(of sentence: LabelledSentence) -> [NumberMutation] {
    sentence.mentions.compactMap { mention in
      var words = mention.text
      for (short, long) in [
        ("%", " per cent"), (" hours", " h"), (" minutes", " min"), ("percentage points", "points"),
      ] {
        words = words.replacingOccurrences(of: short, with: long)
      }
      if words == mention.text, let spelled = spelled[words] { words = spelled }
      guard words != mention.text, mention.kind == "claim" else { return nil }
      return NumberMutation(id: sentence.id, kind: "harmless", text: sentence.replacing(mention, by: words))
    }
  }

  // MARK: Numbers

  private static func numbers(of sentence: LabelledSentence, _ index: Int) -> [NumberMutation] {
    let label = sentence.claims[index]
    var altered: [(LabelledSentence.Mention, Double)] = []
    if let from = label.from, let to = label.to {
      if let mention = sentence.mention("chg", of: index), let change = label.change {
        altered.append((mention, change * 0.6))
        altered.append((mention, change * 1.5))
        if let end = sentence.mention("to", of: index) { altered.append((end, from + (to - from) * 0.5)) }
      } else if label.direction != nil, let end = sentence.mention("to", of: index) {
        // Without a change beside it only a figure on the other side contradicts.
        let other = from + (from - to) * 0.5
        if other > 0 { altered.append((end, other)) }
      }
    }
    if let part = label.part, let whole = label.whole, let mention = sentence.mention("part", of: index) {
      if label.to != nil { altered.append((mention, part * 0.7)) }
      altered.append((mention, whole * 1.4))
    }
    let pieces = sentence.mentions.filter { $0.role == "piece" && $0.claim == index }
    if let whole = label.whole, let last = pieces.last { altered.append((last, whole * 0.8)) }
    return altered.compactMap { mention, value in
      printed(value, like: mention.text).map {
        NumberMutation(id: sentence.id, kind: "number", text: sentence.replacing(mention, by: $0))
      }
    }
  }

  /// The value in the fashion of other words, or `nil` when that gives the same words.
  private static func printed(_ value: Double, like text: String) -> String? {
    if text.hasPrefix("a third") { return text.replacingOccurrences(of: "a third", with: "two thirds") }
    if text.hasPrefix("two thirds") { return text.replacingOccurrences(of: "two thirds", with: "a third") }
    if let word = numberWords.first(where: { text.lowercased().hasPrefix($0.key) })?.key {
      guard let other = numberWords.first(where: { $0.value == Int(value.rounded()) })?.key, other != word
      else { return nil }
      return other + text.dropFirst(word.count)
    }
    guard let first = text.firstIndex(where: \.isNumber) else { return nil }
    let digits = text[first...].prefix { $0.isNumber || $0 == "," || $0 == "." }
    let places = digits.split(separator: ".").count == 2 ? digits.split(separator: ".")[1].count : 0
    let words = String(format: "%.\(places)f", abs(value))
    guard words != digits.replacingOccurrences(of: ",", with: "") else { return nil }
    return text[..<first] + words + text[digits.endIndex...]
  }

  private static let numberWords = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
  ]
  private static let spelled = [
    "2": "two", "5": "five", "6": "six", "9": "nine", "10": "ten", "30": "thirty", "40": "forty",
  ]

  // MARK: Directions

  private static let opposites = [
    ("fell", "rose"), ("fall", "rise"), ("falling", "rising"), ("decreased", "increased"),
    ("reduced", "increased"),
    ("reduction", "increase"), ("dropped", "climbed"), ("drop", "rise"), ("down", "up"), ("declined", "grew"),
    ("reducing", "increasing"), ("cut", "raised"), ("slashed", "raised"), ("narrowed", "widened"),
    ("uplift", "drop"),
    ("grown", "shrunk"), ("reduce", "increase"), ("decrease", "increase"), ("shortened", "lengthened"),
  ]

  private static func directions(of sentence: LabelledSentence, _ index: Int) -> [NumberMutation] {
    let label = sentence.claims[index]
    guard label.from != nil, label.to != nil, label.direction != nil else { return [] }
    let words = sentence.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let places = words.indices.filter { place in
      opposite(words[place]) != nil && place + 1 < words.count && words[place + 1] != "with"
    }
    // With two claims it is not known which word is whose.
    guard sentence.claims.count == 1 else { return [] }
    return places.map { place in
      var changed = words
      changed[place] = opposite(words[place]) ?? words[place]
      return NumberMutation(id: sentence.id, kind: "direction", text: changed.joined(separator: " "))
    }
  }

  private static func opposite(_ word: String) -> String? {
    let bare = word.trimmingCharacters(in: .punctuationCharacters)
    for (fall, rise) in opposites {
      if bare == fall { return word.replacingOccurrences(of: fall, with: rise) }
      if bare == rise { return word.replacingOccurrences(of: rise, with: fall) }
    }
    return nil
  }

  // MARK: Units

  private static func units(of sentence: LabelledSentence, _ index: Int) -> [NumberMutation] {
    let label = sentence.claims[index]
    guard label.from != nil, label.to != nil else { return [] }
    var altered: [(LabelledSentence.Mention, String)] = []
    if let change = sentence.mention("chg", of: index), let from = label.from, let points = label.change {
      // Points and per cent that come to the same figure cannot contradict.
      if label.changeUnit == "points", label.unit == "%", abs(100 * points / from - points) > 2 {
        altered.append(
          (
            change,
            change.text.replacingOccurrences(of: " percentage points", with: " per cent")
              .replacingOccurrences(
                of: " points", with: " per cent")
          ))
      }
      for (unit, other) in [(" hours", " days"), (" days", " weeks"), (" minutes", " hours")]
      where change.text.hasSuffix(unit) {
        altered.append((change, change.text.replacingOccurrences(of: unit, with: other)))
      }
    }
    // A unit printed once is the other figure's too, so altering it contradicts nothing.
    let isPrinted = sentence.mention("from", of: index)?.text.contains { $0.isLetter || $0 == "%" } == true
    if isPrinted, let to = sentence.mention("to", of: index), label.direction != nil || label.change != nil {
      if to.text.hasSuffix("%") { altered.append((to, to.text.replacingOccurrences(of: "%", with: " days"))) }
      for unit in [" hours", " h", " minutes", " days", " weeks"] where to.text.hasSuffix(unit) {
        altered.append((to, to.text.replacingOccurrences(of: unit, with: "%")))
        if label.direction == "fall" {
          altered.append((to, to.text.replacingOccurrences(of: unit, with: " years")))
        }
      }
    }
    return altered.filter { $0.1 != $0.0.text }.map {
      NumberMutation(id: sentence.id, kind: "unit", text: sentence.replacing($0.0, by: $0.1))
    }
  }
}
