/// A value of a YAML file with its place, nothing guessed: a scalar is the text that was written.
///
/// `no`, `12:30` and `007` are text until somebody asks for a number or a flag.
package struct YAMLValue: Hashable, Sendable {
  /// What a value can be.
  package indirect enum Content: Hashable, Sendable {
    /// Text, quotes and escapes taken off; `isQuoted` tells `""` from nothing.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case sequence([YAMLValue])
    /// Keys with values, in the order of the file, no key twice.
    case mapping([YAMLPair])
  }

  /// The value itself.
  package var content: Content
  /// The line where it begins, from 1.
  package var line: Int
  /// The column where it begins, in code points from 1.
  package var column: Int

  /// What it is, for a message: "a text", "a list" or "keys and values".
  package var kindName: String {
    switch content {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }

  /// Whether nothing was written: `key:` and no more.
  package var isEmpty: Bool { content == .scalar("", isQuoted: false) }
}

/// A key and its value.
package struct YAMLPair: Hashable, Sendable {
  /// The key.
  package var key: String
  /// The line of the key, from 1.
  package var line: Int
  /// The column of the key, in code points from 1.
  package var column: Int
  /// The value.
  package var value: YAMLValue
}
