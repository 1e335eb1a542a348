import BidModel

/// Reads a mapping of `fivefold.yaml` or `bid.yaml`, where nothing is refused: a value of the wrong
/// kind and a key that nobody knows are problems told with their line, and the rest is read.
struct LenientMap {
  private var map: YAMLMap
  private var known: Set<String> = []
  private(set) var problems: [FileProblem] = []

  init(_ map: YAMLMap) { self.map = map }

  /// The text of `key`; empty when it is missing or not a text.
  mutating func text(_ key: String) -> String { optionalText(key) ?? "" }

  /// The text of `key`; `nil` when it is missing or not a text.
  mutating func optionalText(_ key: String) -> String? {
    read(key) { map throws(StorageError) in try map.optionalText(key) } ?? nil
  }

  /// Whether `key` says yes; `nil` when it is missing or says neither.
  mutating func optionalFlag(_ key: String) -> Bool? {
    guard map.value(key) != nil else {
      known.insert(key)
      return nil
    }
    return read(key) { map throws(StorageError) in try map.flag(key, default: false) }
  }

  /// The texts of `key`, a list or one text.
  mutating func texts(_ key: String) -> [String] {
    if case .scalar(let text, _) = map.value(key)?.content {
      known.insert(key)
      return [text]
    }
    return read(key) { map throws(StorageError) in try map.texts(key) } ?? []
  }

  /// What `decode` makes of each mapping in the list of `key`.
  mutating func maps<Value>(_ key: String, decode: (inout LenientMap) -> Value) -> [Value] {
    let found = read(key) { map throws(StorageError) in try map.maps(key) } ?? []
    return found.map { item in
      var item = LenientMap(item)
      let value = decode(&item)
      problems += item.finish()
      return value
    }
  }

  /// What `decode` makes of the mapping of `key`, if it has one.
  mutating func map(_ key: String, decode: (inout LenientMap) -> Void) {
    guard let found = read(key, { map throws(StorageError) in try map.optionalMap(key) }) ?? nil else {
      return
    }
    var item = LenientMap(found)
    decode(&item)
    problems += item.finish()
  }

  /// Every problem met, with one for each key that was not asked for.
  mutating func finish() -> [FileProblem] {
    for pair in map.pairs where !known.contains(pair.key) {
      let nearest = known.sorted().min {
        EditDistance.between($0, pair.key) < EditDistance.between($1, pair.key)
      }
      let hint = nearest.flatMap { EditDistance.between($0, pair.key) <= 2 ? "Did you mean ‘\($0)’?" : nil }
      problems.append(
        FileProblem(
          path: map.path, line: pair.line,
          message: "the key ‘\(pair.key)’ is not known here and is left alone.",
          fix: hint ?? "Correct or remove it."))
    }
    return problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func read<Value>(
    _ key: String, _ body: (inout YAMLMap) throws(StorageError) -> Value
  ) -> Value? {
    known.insert(key)
    do { return try body(&map) } catch {
      problems.append(FileProblem(error, path: map.path))
      return nil
    }
  }
}

extension FileProblem {
  /// What `error` says of the file at `path`.
  package init(_ error: StorageError, path: String) {
    switch error {
    case .malformed(let path, let line, let problem, let remedy):
      self.init(path: path, line: line, message: problem + ".", fix: remedy + ".")
    case .notUTF8(let path, let line, let byte):
      self.init(
        path: path, line: line,
        message: "a byte is not UTF-8 (0x\(String(byte, radix: 16, uppercase: true))).",
        fix: "Convert the file to UTF-8.")
    default: self.init(path: path, message: error.description)
    }
  }
}
