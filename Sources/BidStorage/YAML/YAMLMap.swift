import BidModel

/// Reads a mapping key by key, and at the end refuses the keys that nobody asked for.
///
/// ```swift
/// var map = try YAMLMap(value, path: path)
/// let id = try map.text("id")
/// let weight = try map.optionalNumber("weight")
/// try map.finish()
/// ```
///
/// With a ``YAMLReading`` nothing is thrown: faults are gathered, and reading goes on with a stand-in.
package struct YAMLMap: Sendable {
  /// The file, for messages.
  package let path: String
  /// The line where the mapping begins, from 1.
  package let line: Int
  /// The column where it begins, in code points from 1.
  package let column: Int
  /// The keys in the order of the file.
  package let pairs: [YAMLPair]

  private var asked: Set<String> = []
  /// What gathers faults; `nil` where the first is thrown.
  let reading: YAMLReading?
  private let index: Int?
  /// Whether it stands for something that is no mapping, which has been told.
  private let isStandIn: Bool

  /// Reads `value` as a mapping.
  ///
  /// - Throws: `malformed` when it is none, or missing.
  package init(_ value: YAMLValue?, path: String, reading: YAMLReading? = nil) throws(StorageError) {
    self.path = path
    self.reading = reading
    let problem: String
    let remedy: String
    if case .mapping(let pairs) = value?.content {
      self.pairs = pairs
      line = value?.line ?? 1
      column = value?.column ?? 1
      index = reading?.begin(pairs)
      isStandIn = false
      return
    } else if let value {
      problem = "keys with values are expected, not \(value.kindName)"
      remedy = "Write \"key: value\" lines"
    } else {
      (problem, remedy) = ("the file is empty", "Add its keys")
    }
    guard let reading else {
      throw .malformed(path: path, line: value?.line, problem: problem, remedy: remedy)
    }
    (line, column) = (value?.line ?? 1, value?.column ?? 1)
    reading.note(.init(line: line, column: column, problem: problem, remedy: remedy, isOfWhole: false))
    (pairs, index, isStandIn) = ([], nil, true)
  }

  /// The value of `key`; nil when the key is missing or nothing is written after it.
  ///
  /// - Complexity: O(*n*) in the keys.
  package mutating func value(
    _ key: String, _ form: YAMLForm = .text, isNeeded: Bool = false
  ) -> YAMLValue? {
    asked.insert(key)
    if let index { reading?.note(key, form, isNeeded: isNeeded, in: index) }
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

  /// Tells of a fault at `key`, for a rule that the caller checks.
  ///
  /// - Throws: The fault as `malformed`, unless faults are gathered; then the caller goes on with a stand-in.
  /// - Complexity: O(*n*) in the keys.
  package func fault(
    _ key: String, _ problem: String, remedy: String, isOfWhole: Bool = false
  ) throws(StorageError) {
    let pair = pairs.first { $0.key == key }
    try fault(
      atLine: pair?.line ?? line, column: pair?.column ?? column, problem, remedy: remedy,
      isOfWhole: isOfWhole)
  }

  /// Tells of a fault at a place.
  ///
  /// - Throws: As ``fault(_:_:remedy:isOfWhole:)``.
  func fault(
    atLine line: Int, column: Int, _ problem: String, remedy: String, isOfWhole: Bool = false
  ) throws(StorageError) {
    guard let reading else {
      throw .malformed(path: path, line: line, problem: problem, remedy: remedy)
    }
    guard !isStandIn else { return }
    reading.note(
      .init(line: line, column: column, problem: problem, remedy: remedy, isOfWhole: isOfWhole))
  }

  /// Refuses the keys that were not asked for, naming the nearest that was.
  ///
  /// - Throws: `malformed` at the line of the first such key.
  /// - Complexity: O(*n* · *m*) in the keys of the file and those asked for.
  package func finish() throws(StorageError) {
    for stray in pairs where !asked.contains(stray.key) {
      let hint: String
      if let nearest = EditDistance.nearest(to: stray.key, among: asked.sorted()) {
        hint = "Did you mean '\(nearest)'? Correct the key, or remove it"
      } else {
        hint = "Remove it; the keys here are \(asked.sorted().joined(separator: ", "))"
      }
      try fault(
        atLine: stray.line, column: stray.column, "unknown key '\(stray.key)'", remedy: hint)
    }
  }

  /// The value of a key that must be there; nil only where faults are gathered.
  mutating func required(_ key: String, _ form: YAMLForm = .text) throws(StorageError) -> YAMLValue? {
    if let value = value(key, form, isNeeded: true) { return value }
    try fault(
      key, "the key '\(key)' is missing or empty", remedy: "Add \"\(key): …\"", isOfWhole: true)
    return nil
  }
}
