import BidModel

extension CountRule {
  /// Reads a file of `Templates/counts/`.
  ///
  /// - Throws: `malformed` with the line for an unknown key or a value that the key does not take.
  package init(yaml: YAMLValue?, id: String, path: String) throws(StorageError) {
    var map = try YAMLMap(yaml, path: path)
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
    let text = try text(key)
    guard words.contains(text) else {
      throw error(
        key, "'\(text)' is not what '\(key)' takes", remedy: "Use \(words.joined(separator: " or "))")
    }
    return text
  }
}
