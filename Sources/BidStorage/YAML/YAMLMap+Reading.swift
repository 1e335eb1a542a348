extension YAMLMap {
  /// The text of a key that must be there.
  ///
  /// - Throws: `malformed` when it is missing, empty or not a text.
  /// - Complexity: O(*n*) in the keys.
  package mutating func text(_ key: String) throws(StorageError) -> String {
    try text(of: try required(key), key)
  }

  /// The text of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a text.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalText(_ key: String) throws(StorageError) -> String? {
    guard let value = value(key) else { return nil }
    return try text(of: value, key)
  }

  /// The number of a key that must be there.
  ///
  /// - Throws: `malformed` when it is missing or no decimal number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func number(_ key: String) throws(StorageError) -> Double {
    try number(of: try required(key), key)
  }

  /// The number of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is no decimal number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalNumber(_ key: String) throws(StorageError) -> Double? {
    guard let value = value(key) else { return nil }
    return try number(of: value, key)
  }

  /// The whole number of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is no whole number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalInteger(_ key: String) throws(StorageError) -> Int? {
    guard let text = try optionalText(key) else { return nil }
    guard let number = Int(text) else {
      throw error(key, "'\(key)' must be a whole number, not '\(text)'", remedy: "Write digits only")
    }
    return number
  }

  /// The yes or no of a key (`yes`, `no`, `true`, `false`); `fallback` when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is anything else.
  /// - Complexity: O(*n*) in the keys.
  package mutating func flag(_ key: String, default fallback: Bool) throws(StorageError) -> Bool {
    guard let text = try optionalText(key) else { return fallback }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      throw error(key, "'\(key)' must be yes or no, not '\(text)'", remedy: "Write yes or no")
    }
  }

  /// The list of a key; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func list(_ key: String) throws(StorageError) -> [YAMLValue] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let items) = value.content else {
      throw wrong(value, key, expected: "a list", remedy: "Write each item on its own line after \"- \"")
    }
    return items
  }

  /// The texts in the list of a key; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list of texts.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func texts(_ key: String) throws(StorageError) -> [String] {
    var texts: [String] = []
    for item in try list(key) { texts.append(try text(of: item, key)) }
    return texts
  }

  /// The mappings in the list of a key, each to be read and finished; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list of mappings.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func maps(_ key: String) throws(StorageError) -> [YAMLMap] {
    var maps: [YAMLMap] = []
    for item in try list(key) { maps.append(try YAMLMap(item, path: path)) }
    return maps
  }

  /// The mapping of a key, to be read and finished; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a mapping.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalMap(_ key: String) throws(StorageError) -> YAMLMap? {
    guard let value = value(key) else { return nil }
    return try YAMLMap(value, path: path)
  }

  // MARK: One value

  private func text(of value: YAMLValue, _ key: String) throws(StorageError) -> String {
    guard case .scalar(let text, _) = value.content else {
      throw wrong(value, key, expected: "a text", remedy: "Put it in quotes if it holds \": \" or brackets")
    }
    return text
  }

  /// Digits with an optional sign and point: what `Double` takes beside that ("nan", "0x1p3") is refused.
  private func number(of value: YAMLValue, _ key: String) throws(StorageError) -> Double {
    let text = try text(of: value, key)
    let plain = text.utf8.allSatisfy {
      (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard plain, let number = Double(text) else {
      throw StorageError.malformed(
        path: path, line: value.line, problem: "'\(key)' must be a number, not '\(text)'",
        remedy: "Write digits, with a point before decimals")
    }
    return number
  }

  private func wrong(
    _ value: YAMLValue, _ key: String, expected: String, remedy: String
  ) -> StorageError {
    .malformed(
      path: path, line: value.line, problem: "'\(key)' must be \(expected), not \(value.kindName)",
      remedy: remedy)
  }
}
