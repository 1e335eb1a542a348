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
        throw .malformed(
          path: path, line: item.line, problem: "'\(key)' must hold phrases, not \(item.kindName)",
          remedy: "Write one phrase on each line after \"- \"")
      }
      do {
        patterns.append(try TermPattern(text))
      } catch {
        throw .malformed(
          path: path, line: item.line, problem: "'\(text)' is not a pattern: \(error.reason)",
          remedy: "See how a pattern is written at the head of the shipped file")
      }
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
      guard TermPattern.TokenClass(rawValue: pair.key) == nil else {
        throw map.error(
          pair.key, "'\(pair.key)' is the name of a kind of token", remedy: "Choose another name")
      }
      classes.append(WordClass(name: pair.key, patterns: try map.patterns(pair.key)))
    }
    return classes
  }

  /// Refuses a file that is of another kind than `kind`.
  ///
  /// - Throws: `malformed` at the line of the key.
  mutating func expectKind(_ kind: String) throws(StorageError) {
    let found = try text("kind")
    guard found == kind else {
      throw error("kind", "this is a file of kind '\(found)', not '\(kind)'", remedy: "Name another file")
    }
  }
}
