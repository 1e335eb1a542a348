/// Reads YAML (1.1, by libyaml) as plain values with places, and refuses what is not plain.
///
/// The parser's *events* are read, one at a time, and not the tree that Yams composes: an anchor, an
/// alias or a level too deep is refused at the event itself, before anything is built or expanded, so
/// that a small file cannot grow into a large one. Refused: anchors and aliases, tags, keys that are
/// not text, a key twice, a second document, over 1 MiB, over 32 levels, over 20,000 values, bytes that
/// are not UTF-8.
///
/// Limitations: comments and the style of quotes are not kept (files are edited by splices, not by
/// printing this); a line break inside a scalar is always LF, as YAML has it.
package enum StrictYAML {
  /// The most bytes of one file.
  package static let sizeLimit = 1024 * 1024
  /// The most levels of lists and mappings.
  package static let depthLimit = 32
  /// The most values of one file, keys counted.
  package static let nodeLimit = 20_000

  /// Reads one YAML text; nil when it holds no value at all.
  ///
  /// `firstLine` is the line of the file that the bytes begin in, for front matter.
  ///
  /// - Throws: `malformed` with the line, `notUTF8` or `tooLarge`.
  /// - Complexity: O(*n*) in the bytes.
  package static func parse(
    _ bytes: [UInt8], path: String, firstLine: Int = 1
  ) throws(StorageError) -> YAMLValue? {
    guard bytes.count <= sizeLimit else {
      throw .tooLarge(path: path, size: bytes.count, limit: sizeLimit)
    }
    try checkUTF8(bytes, path: path, firstLine: firstLine)
    // libyaml would count a byte order mark as a column, and the first key as indented.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var parser = YAMLEvents(text, path: path, firstLine: firstLine)
    return try YAMLTree.build(&parser)
  }

  /// Finds the first byte that is not UTF-8.
  ///
  /// - Throws: `notUTF8` with its line.
  /// - Complexity: O(*n*) in the bytes.
  package static func checkUTF8(
    _ bytes: [UInt8], path: String, firstLine: Int = 1
  ) throws(StorageError) {
    guard let place = firstInvalidByte(of: bytes) else { return }
    let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    throw .notUTF8(path: path, line: firstLine + line, byte: bytes[place])
  }

  /// The offset of the first byte that begins no valid UTF-8 sequence.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &source) {
      case .valid(let encoded): offset += encoded.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
