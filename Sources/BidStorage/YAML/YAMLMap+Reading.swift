extension YAMLMap {
  /// The text of a key that must be there.
  ///
  /// - Throws: `malformed` when it is missing, empty or not a text.
  /// - Complexity: O(*n*) in the keys.
  package mutating func text(_ key: String, _ form: YAMLForm = .text) throws(StorageError) -> String {
    guard let value = try required(key, form) else { return "" }
    return try text(of: value, key, form)
  }

  /// The text of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a text.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalText(_ key: String, _ form: YAMLForm = .text) throws(StorageError) -> String?
  {
    guard let value = value(key, form) else { return nil }
    return try text(of: value, key, form)
  }

  /// The number of a key that must be there.
  ///
  /// - Throws: `malformed` when it is missing or no decimal number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func number(_ key: String) throws(StorageError) -> Double {
    guard let value = try required(key, .number) else { return 0 }
    return try number(of: value, key)
  }

  /// The number of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is no decimal number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalNumber(_ key: String) throws(StorageError) -> Double? {
    guard let value = value(key, .number) else { return nil }
    return try number(of: value, key)
  }

  /// The whole number of a key; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is no whole number.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalInteger(_ key: String) throws(StorageError) -> Int? {
    guard let text = try optionalText(key, .number) else { return nil }
    if let number = Int(text) { return number }
    try fault(key, "'\(key)' must be a whole number, not '\(text)'", remedy: "Write digits only")
    return nil
  }

  /// The yes or no of a key (`yes`, `no`, `true`, `false`); `fallback` when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is anything else.
  /// - Complexity: O(*n*) in the keys.
  package mutating func flag(_ key: String, default fallback: Bool) throws(StorageError) -> Bool {
    switch try optionalText(key, .oneOf(["yes", "no"])) {
    case nil: return fallback
    case "yes", "true": return true
    case "no", "false": return false
    case let text?:
      try fault(key, "'\(key)' must be yes or no, not '\(text)'", remedy: "Write yes or no")
      return fallback
    }
  }

  /// The list of a key; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func list(_ key: String, of form: YAMLForm = .text) throws(StorageError) -> [YAMLValue] {
    guard let value = value(key, .list(form)) else { return [] }
    if case .sequence(let items) = value.content { return items }
    try wrong(value, key, expected: "a list", remedy: "Write each item on its own line after \"- \"")
    // What is begun without its dash is read as the one item, so that its own faults are told too.
    if case .mapping = value.content, form == .map { return [value] }
    return []
  }

  /// The texts in the list of a key; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list of texts.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func texts(_ key: String, of form: YAMLForm = .text) throws(StorageError) -> [String] {
    var texts: [String] = []
    for item in try list(key, of: form) { texts.append(try text(of: item, key, form)) }
    return texts
  }

  /// The texts in the list of a key that takes some words alone; `called` says what each is.
  ///
  /// - Throws: `malformed` when it is not a list of these.
  /// - Complexity: O(*n* · *m*) in the items and the words.
  package mutating func choices(
    _ key: String, of words: [String], called name: String
  ) throws(StorageError) -> [String] {
    var chosen: [String] = []
    for item in try list(key, of: .oneOf(words)) {
      let text = try text(of: item, key, .oneOf(words))
      if words.contains(text) {
        chosen.append(text)
      } else if case .scalar = item.content {
        try fault(
          atLine: item.line, column: item.column, "'\(text)' is not \(name)",
          remedy: "Use \(words.joined(separator: ", "))")
      }
    }
    return chosen
  }

  /// The mappings in the list of a key, each to be read and finished; empty when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a list of mappings.
  /// - Complexity: O(*n*) in the keys and items.
  package mutating func maps(_ key: String) throws(StorageError) -> [YAMLMap] {
    var maps: [YAMLMap] = []
    for item in try list(key, of: .map) {
      maps.append(try YAMLMap(item, path: path, reading: reading))
    }
    return maps
  }

  /// The mapping of a key, to be read and finished; nil when it is missing or empty.
  ///
  /// - Throws: `malformed` when it is not a mapping.
  /// - Complexity: O(*n*) in the keys.
  package mutating func optionalMap(_ key: String) throws(StorageError) -> YAMLMap? {
    guard let value = value(key, .map) else { return nil }
    return try YAMLMap(value, path: path, reading: reading)
  }

  // MARK: One value

  private func text(of value: YAMLValue, _ key: String, _ form: YAMLForm) throws(StorageError) -> String {
    guard case .scalar(let text, _) = value.content else {
      try wrong(value, key, expected: "a text", remedy: "Put it in quotes if it holds \": \" or brackets")
      return ""
    }
    reading?.note(.init(key: key, text: text, form: form.item, line: value.line, column: value.column))
    return text
  }

  /// Digits with an optional sign and point: what `Double` takes beside that ("nan", "0x1p3") is refused.
  private func number(of value: YAMLValue, _ key: String) throws(StorageError) -> Double {
    let text = try text(of: value, key, .number)
    let plain = text.utf8.allSatisfy {
      (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    if plain, let number = Double(text) { return number }
    if case .scalar = value.content {
      try fault(
        atLine: value.line, column: value.column, "'\(key)' must be a number, not '\(text)'",
        remedy: "Write digits, with a point before decimals")
    }
    return 0
  }

  private func wrong(
    _ value: YAMLValue, _ key: String, expected: String, remedy: String
  ) throws(StorageError) {
    try fault(
      atLine: value.line, column: value.column, "'\(key)' must be \(expected), not \(value.kindName)",
      remedy: remedy)
  }
}
