import BidModel

extension StepList {
  /// Reads `steps:` and what belongs to it; `nil` when the file has none.
  ///
  /// - Throws: `malformed` with the line for a step without phrases, a sign that is not known, or a number that
  ///   no answer can reach.
  init?(_ map: inout YAMLMap) throws(StorageError) {
    let items = try map.maps("steps")
    let others = [
      "asked_for", "least_words", "least_present", "least_missing", "first", "when", "with", "backed_by",
    ]
    guard !items.isEmpty else {
      if let stray = others.first(where: { map.value($0) != nil }) {
        throw map.error(stray, "'\(stray)' needs steps", remedy: "Add \"steps:\" or take the line out")
      }
      return nil
    }
    self.init([])
    for item in items { steps.append(try Step(item)) }
    theme = try map.optionalText("asked_for")
    leastWords = try map.count("least_words", upTo: 5000) ?? 0
    leastPresent = try map.count("least_present", upTo: steps.count) ?? 0
    leastMissing = try map.count("least_missing", upTo: steps.count) ?? 1
    startsWithFirst = try map.flag("first", default: false)
    occasions = try map.signedPhrases("when")
    companions = try map.signedPhrases("with")
    backing = try map.signedPhrases("backed_by")
  }
}

extension StepList.Step {
  /// Reads one step of a file.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    let title = try map.text("title")
    let needs = try map.text("needs")
    let phrases = try map.signedPhrases("phrases")
    try map.finish()
    if phrases.isEmpty {
      throw map.error(
        "phrases", "the step is known by nothing", remedy: "Give phrases, or a sign such as <measure>")
    }
    self.init(title: title, needs: needs, phrases: phrases)
  }
}

extension YAMLMap {
  /// Phrases, in which one in angle brackets must name a sign.
  fileprivate mutating func signedPhrases(_ key: String) throws(StorageError) -> [String] {
    let phrases = try texts(key)
    for phrase in phrases where phrase.hasPrefix("<") && StepList.Sign(phrase) == nil {
      let names = Signal.allCases.map(\.rawValue) + ChainLink.allCases.map(\.rawValue) + ["result"]
      throw error(
        key, "'\(phrase)' is no sign", remedy: "Write one of \(names.joined(separator: ", ")) in brackets")
    }
    return phrases
  }

  /// A whole number from 0 to `limit`.
  fileprivate mutating func count(_ key: String, upTo limit: Int) throws(StorageError) -> Int? {
    guard let number = try optionalNumber(key) else { return nil }
    guard number >= 0, number <= Double(limit), number == number.rounded() else {
      throw error(key, "'\(key)' is no whole number up to \(limit)", remedy: "Write one from 0 to \(limit)")
    }
    return Int(number)
  }
}
