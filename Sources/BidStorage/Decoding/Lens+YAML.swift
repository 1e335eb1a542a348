import BidModel

/// What theme and signal files have in common.
extension YAMLMap {
  /// The patterns in the list of a key; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` with the line of the item that is not a pattern.
  /// - Complexity: O(*n*) in the keys and items.
  mutating func patterns(_ key: String) throws(StorageError) -> [TermPattern] {
    var patterns: [TermPattern] = []
    for item in try list(key) {
      guard case .scalar(let text, _) = item.content else {
        try fault(
          atLine: item.line, column: item.column, "'\(key)' must hold phrases, not \(item.kindName)",
          remedy: "Write one phrase on each line after \"- \"")
        continue
      }
      reading?.note(.init(key: key, text: text, form: .text, line: item.line, column: item.column))
      let problem: String
      do {
        patterns.append(try TermPattern(text))
        continue
      } catch {
        problem = "'\(text)' is not a pattern: \(error.reason)"
      }
      try fault(
        atLine: item.line, column: item.column, problem,
        remedy: "See how a pattern is written at the head of the shipped file")
    }
    return patterns
  }

  /// The word classes under a key: a name for each list of phrases.
  ///
  /// - Throws: `malformed` when it is anything else.
  /// - Complexity: O(*n*) in the phrases.
  mutating func wordClasses(_ key: String) throws(StorageError) -> [WordClass] {
    guard var map = try optionalMap(key) else { return [] }
    var classes: [WordClass] = []
    for pair in map.pairs {
      if TermPattern.TokenClass(rawValue: pair.key) != nil {
        try map.fault(
          pair.key, "'\(pair.key)' is the name of a kind of token", remedy: "Choose another name")
      }
      classes.append(WordClass(name: pair.key, patterns: try map.patterns(pair.key)))
    }
    return classes
  }
}
