/// Reads a mapping key by key, and at the end refuses the keys that nobody asked for.
///
/// ```swift
/// var map = try YAMLMap(value, path: path)
/// let id = try map.text("id")
/// let weight = try map.optionalNumber("weight")
/// try map.finish()
/// ```
package struct YAMLMap: Sendable {
  /// The file, for messages.
  package let path: String
  /// The line where the mapping begins, from 1.
  package let line: Int
  /// The keys in the order of the file.
  package let pairs: [YAMLPair]

  private var asked: Set<String> = []

  /// Reads `value` as a mapping.
  ///
  /// - Throws: `malformed` when it is none, or missing.
  package init(_ value: YAMLValue?, path: String) throws(StorageError) {
    guard let value else {
      throw .malformed(path: path, line: nil, problem: "the file is empty", remedy: "Add its keys")
    }
    guard case .mapping(let pairs) = value.content else {
      throw .malformed(
        path: path, line: value.line, problem: "keys with values are expected, not \(value.kindName)",
        remedy: "Write \"key: value\" lines")
    }
    self.path = path
    self.pairs = pairs
    line = value.line
  }

  /// The value of `key`; nil when the key is missing or nothing is written after it.
  ///
  /// - Complexity: O(*n*) in the keys.
  package mutating func value(_ key: String) -> YAMLValue? {
    asked.insert(key)
    return pairs.first { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The line of `key`, or of the mapping when it has none.
  ///
  /// - Complexity: O(*n*) in the keys.
  package func line(of key: String) -> Int { pairs.first { $0.key == key }?.line ?? line }

  /// An error at the line of `key`, for a rule that the caller checks.
  ///
  /// - Complexity: O(*n*) in the keys.
  package func error(_ key: String, _ problem: String, remedy: String) -> StorageError {
    .malformed(path: path, line: line(of: key), problem: problem, remedy: remedy)
  }

  /// Refuses the keys that were not asked for, naming the nearest that was.
  ///
  /// - Throws: `malformed` at the line of the first such key.
  /// - Complexity: O(*n* · *m*) in the keys of the file and those asked for.
  package func finish() throws(StorageError) {
    guard let stray = pairs.first(where: { !asked.contains($0.key) }) else { return }
    let nearest =
      asked.sorted().map { ($0, EditDistance.between($0, stray.key)) }.min { $0.1 < $1.1 }
    let hint: String
    if let nearest, nearest.1 <= max(1, nearest.0.count / 3) {
      hint = "Did you mean '\(nearest.0)'? Correct the key, or remove it"
    } else {
      hint = "Remove it; the keys here are \(asked.sorted().joined(separator: ", "))"
    }
    throw .malformed(
      path: path, line: stray.line, problem: "unknown key '\(stray.key)'", remedy: hint)
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String) throws(StorageError) -> YAMLValue {
    if let value = value(key) { return value }
    throw error(key, "the key '\(key)' is missing or empty", remedy: "Add \"\(key): …\"")
  }
}
