import BidModel

/// `ignores.yaml` of a bid: findings that someone has let stand.
///
/// ```yaml
/// ignores:
///   - check: foreign-name
///     answer: 2.1-integration.md
///     quote: "Northside"
///     reason: "Our own case study"
/// ```
///
/// It is read strictly and only ever added to at its end, so that what people wrote by hand stays.
package enum IgnoreFile {
  /// Reads the entries.
  ///
  /// - Throws: `malformed` with the line.
  /// - Complexity: O(*n*) in the length of the file.
  package static func read(_ bytes: [UInt8], path: String) throws(StorageError) -> [IgnoreEntry] {
    let yaml = try StrictYAML.parse(bytes, path: path)
    guard yaml != nil else { return [] }
    var map = try YAMLMap(yaml, path: path)
    var entries: [IgnoreEntry] = []
    for item in try map.maps("ignores") { entries.append(try IgnoreEntry(item)) }
    try map.finish()
    return entries
  }

  /// The file with one more entry at its end.
  ///
  /// - Throws: `malformed` when the file as it is cannot be read, or something stands after the entries.
  /// - Complexity: O(*n*) in the length of the file.
  package static func appending(
    _ entry: IgnoreEntry, to bytes: [UInt8], path: String
  ) throws(StorageError) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    let old = try read(bytes, path: path)
    if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
    if text.isEmpty { text = head }
    if old.isEmpty, !text.utf8.split(separator: 0x0A).contains(where: { $0.starts(with: "ignores:".utf8) }) {
      text += "ignores:\n"
    }
    text += lines(of: entry, indent: indent(in: text))
    let written = Array(text.utf8)
    guard try read(written, path: path).count == old.count + 1 else {
      throw .malformed(
        path: path, line: nil, problem: "an entry cannot be added at its end",
        remedy: "Make \"ignores:\" the last key of the file, one entry on lines of its own")
    }
    return written
  }

  /// The spaces before the dash of the entries that are there.
  private static func indent(in text: String) -> String {
    for line in text.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("- ") {
      return String(line.prefix { $0 == " " })
    }
    return "  "
  }

  private static let head =
    "# Findings that someone has looked at and let stand. Take an entry out and its finding is back.\n"

  private static func lines(of entry: IgnoreEntry, indent: String) -> String {
    let fields = [
      ("check", entry.check), ("answer", entry.answer), ("quote", entry.quote), ("before", entry.before),
      ("after", entry.after), ("block", entry.block),
      ("ordinal", entry.ordinal == 1 ? "" : String(entry.ordinal)), ("reason", entry.reason),
      ("by", entry.by), ("on", entry.on),
    ]
    var text = ""
    for (key, value) in fields where !value.isEmpty {
      let lead = text.isEmpty ? "- " : "  "
      text += "\(indent)\(lead)\(key): \(QuotedScalar.write(value))\n"
    }
    return text
  }
}

extension IgnoreEntry {
  /// Reads one entry.
  init(_ item: YAMLMap) throws(StorageError) {
    var map = item
    self.init(
      check: try map.text("check"), answer: try map.text("answer"),
      quote: try map.optionalText("quote") ?? "",
      before: try map.optionalText("before") ?? "", after: try map.optionalText("after") ?? "",
      block: try map.optionalText("block") ?? "", ordinal: max(1, try map.optionalInteger("ordinal") ?? 1),
      reason: try map.text("reason"), by: try map.optionalText("by") ?? "",
      on: try map.optionalText("on") ?? "", line: map.line)
    try map.finish()
  }
}
