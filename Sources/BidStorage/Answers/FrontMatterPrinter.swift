import BidModel

/// Writes front matter: what was read from its lines, what was changed as plain YAML any reader takes.
///
/// A changed value is written plain when every reader gives it back as text, as a block behind `|` when
/// it has several lines, and in double quotes otherwise.
struct FrontMatterPrinter {
  private let frontMatter: FrontMatter
  private let ending: String

  init(_ frontMatter: FrontMatter, lineEnding: String) {
    self.frontMatter = frontMatter
    ending = lineEnding
  }

  var text: String {
    // Made by this program, so its own lines follow the file's line ending.
    let isNew = !frontMatter.entries.isEmpty && frontMatter.entries.allSatisfy { $0.source == nil }
    var text = isNew ? withEnding(frontMatter.opening) : frontMatter.opening
    for index in frontMatter.entries.indices { text += lines(of: index) }
    return text + (isNew ? withEnding(frontMatter.closing) : frontMatter.closing)
  }

  private func withEnding(_ lines: String) -> String {
    ending == "\n"
      ? lines : lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
  }

  private func lines(of index: Int) -> String {
    let entry = frontMatter.entries[index]
    if let source = entry.source, entry.key == nil { return source }
    let strays = straysBehind(index)
    if let source = entry.source, strays.isEmpty || !joins(source, strays) {
      return source
    }
    return write(entry, isFollowed: !strays.isEmpty)
  }

  /// The lines without a key behind an entry, when one of them would be read as going on with it.
  private func straysBehind(_ index: Int) -> [String] {
    let strays = frontMatter.entries[(index + 1)...].prefix { $0.key == nil }.compactMap(\.source)
    let isStray = strays.contains { line in
      [0x20, 0x09, UInt8(ascii: "-")].contains(line.utf8.first ?? 0)
        && !line.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
    return isStray ? strays : []
  }

  /// Whether an entry's lines, with these behind them, are read as fewer entries than they are: what
  /// stood between them was removed.
  private func joins(_ source: String, _ strays: [String]) -> Bool {
    var text = source + strays.joined()
    return text.withUTF8 { bytes in
      var lines: [Line] = []
      var cursor = LineCursor(bytes, from: 0)
      while !cursor.isAtEnd {
        lines.append(cursor.line)
        cursor.advance()
      }
      var scanner = FrontMatterScanner(bytes: bytes, lines: lines, path: "")
      return scanner.scan().count <= strays.count
    }
  }

  private func write(_ entry: FrontMatter.Entry, isFollowed: Bool) -> String {
    guard let key = entry.key else { return "" }
    let head = "\(key):"
    let value = entry.value
    // Lines that would be read as going on with this value are kept out by quotes.
    if isFollowed || Self.needsQuotes(value) {
      return "\(head) \(QuotedScalar.write(value))\(entry.comment)\(ending)"
    }
    if value.isEmpty { return head + entry.comment + ending }
    guard value.utf8.contains(0x0A) else { return "\(head) \(value)\(entry.comment)\(ending)" }
    let lines = value.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    let first = lines[0].utf8.first
    let mark = first == nil || first == 0x20 || first == 0x09 ? "|2" : "|"
    return "\(head) \(mark)\(entry.comment)\(ending)"
      + lines.map { ($0.isEmpty ? "" : "  \($0)") + ending }.joined()
  }

  /// Whether only quotes give the value back.
  static func needsQuotes(_ value: String) -> Bool {
    guard let first = value.utf8.first, let last = value.utf8.last else { return false }
    if value.unicodeScalars.contains(where: QuotedScalar.isHidden) { return true }
    if value.utf8.contains(0x0A) {
      // The break before the end, and a last line of spaces, would be lost behind ‘|’.
      let lastLine = value.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).last
      return lastLine?.allSatisfy { $0 == 0x20 || $0 == 0x09 } ?? true
    }
    if [first, last].contains(where: { $0 == 0x20 || $0 == 0x09 }) { return true }
    if "[]{}>|*&!%@`\"'#,?:".utf8.contains(first) || last == UInt8(ascii: ":") { return true }
    if first == UInt8(ascii: "-"), value.utf8.count == 1 || value.utf8.dropFirst().first == 0x20 {
      return true
    }
    var previous: UInt8 = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 { return true }
      if byte == 0x20 || byte == 0x09, previous == UInt8(ascii: ":") { return true }
      previous = byte
    }
    return false
  }
}
