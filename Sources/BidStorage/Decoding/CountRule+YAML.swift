import BidModel

extension CountRule {
  /// Reads a file of `Templates/counts/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key or a value that the key does not take.
  package init(
    yaml: YAMLValue?, id: String, path: String, reading: YAMLReading? = nil
  ) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path, reading: reading)
    let header = try TemplateHeader(&map, kind: "counts", id: id)
    self.init(id: header.id, title: header.title)
    _ = try map.optionalText("note")
    let unit = try map.choice("unit_default", of: ["words", "characters"])
    defaultUnit = unit == "characters" ? .characters : .words
    splitsWordsAtHyphens = try map.choice("words", of: ["whitespace", "hyphens-split"]) == "hyphens-split"
    countsSpaces = try map.choice("spaces", of: ["counted", "uncounted"]) == "counted"
    lineBreakCost = Int(try map.choice("line_break", of: ["0", "1", "2"])) ?? 1
    bullet = try map.optionalText("bullet") ?? ""
    straightensQuotes = try map.choice("quotes", of: ["keep", "straight"]) == "straight"
    includesHeadings = try map.choice("headings", of: ["counted", "left-out"]) == "counted"
    paragraphGap = Int(try map.choice("paragraph_gap", of: ["1", "2"])) ?? 2
    cellSeparator = try map.choice("tables", of: ["tabs", "rows"]) == "tabs" ? "\t" : " "
    try map.finish()
  }
}

extension YAMLMap {
  /// The text of a key that takes one of a few words.
  ///
  /// - Throws: `malformed` with the line when it is missing or another.
  mutating func choice(_ key: String, of words: [String]) throws(StorageError) -> String {
    guard let value = try required(key, .oneOf(words)) else { return words[0] }
    return try choice(value, key, of: words)
  }

  /// The text of a key that takes one of a few words; `nil` when it is missing or empty.
  ///
  /// - Throws: `malformed` with the line when it is another.
  mutating func optionalChoice(_ key: String, of words: [String]) throws(StorageError) -> String? {
    guard let value = value(key, .oneOf(words)) else { return nil }
    return try choice(value, key, of: words)
  }

  private mutating func choice(
    _ value: YAMLValue, _ key: String, of words: [String]
  ) throws(StorageError) -> String {
    let text = try optionalText(key, .oneOf(words)) ?? ""
    if words.contains(text) { return text }
    guard case .scalar = value.content else { return words[0] }
    try fault(
      atLine: value.line, column: value.column, "'\(text)' is not what '\(key)' takes",
      remedy: "Use \(words.joined(separator: " or "))")
    return words[0]
  }
}
