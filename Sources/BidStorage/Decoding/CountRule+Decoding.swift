import BidModel

extension CountRule {
  /// Reads the keys behind the header.
  ///
  /// - Throws: `malformed` with the line.
  init(_ header: TemplateHeader, _ map: inout YAMLMap) throws(StorageError) {
    self.init(id: header.id, title: header.title)
    _ = try map.optionalText("note")
    let unit = try map.choice("unit_default", CountUnit.allCases.map(\.rawValue))
    defaultUnit = CountUnit(rawValue: unit) ?? .words
    splitsWordsAtHyphens = try map.choice("words", ["whitespace", "hyphens-split"]) == "hyphens-split"
    countsSpaces = try map.choice("spaces", ["counted", "uncounted"]) == "counted"
    lineBreakCost = Int(try map.choice("line_break", ["0", "1", "2"])) ?? 1
    bullet = map.value("bullet") == nil ? "" : try map.text("bullet")
    straightensQuotes = try map.choice("quotes", ["keep", "straight"]) == "straight"
    includesHeadings = try map.choice("headings", ["counted", "left-out"]) == "counted"
    paragraphGap = Int(try map.choice("paragraph_gap", ["1", "2"])) ?? 2
    cellSeparator = try map.choice("tables", ["tabs", "rows"]) == "tabs" ? "\t" : "; "
  }
}

extension ScoringScale {
  /// Reads the keys behind the header.
  ///
  /// - Throws: `malformed` with the line, also when there is no point or one score stands twice.
  init(_ header: TemplateHeader, _ map: inout YAMLMap) throws(StorageError) {
    var points: [Point] = []
    for var point in try map.maps("points") {
      let score = try point.number("score")
      guard !points.contains(where: { $0.score == score }) else {
        throw point.error("score", "two points have this score", remedy: "Give each its own")
      }
      points.append(
        Point(score: score, word: try point.text("word"), descriptor: try point.text("descriptor")))
      try point.finish()
    }
    guard !points.isEmpty else {
      throw map.error("points", "the scale has no point", remedy: "Add at least one under 'points'")
    }
    self.init(id: header.id, title: header.title, points: points)
  }
}

extension YAMLMap {
  /// The text of a key that takes one of a few words.
  ///
  /// - Throws: `malformed` when it is missing or another.
  mutating func choice(_ key: String, _ words: [String]) throws(StorageError) -> String {
    let text = try text(key)
    guard words.contains(text) else {
      throw error(key, "'\(key)' cannot be '\(text)'", remedy: "Write \(words.joined(separator: " or "))")
    }
    return text
  }
}
