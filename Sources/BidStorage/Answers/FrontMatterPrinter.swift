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
    for (index, entry) in frontMatter.entries.enumerated() {
      let next = index + 1 < frontMatter.entries.count ? frontMatter.entries[index + 1].source : nil
      text += entry.source ?? write(entry, before: next)
    }
    return text + (isNew ? withEnding(frontMatter.closing) : frontMatter.closing)
  }

  private func withEnding(_ lines: String) -> String {
    ending == "\n"
      ? lines : lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
  }

  private func write(_ entry: FrontMatter.Entry, before next: String?) -> String {
    guard let key = entry.key else { return "" }
    let head = "\(key):"
    let value = entry.value
    // Lines that would be read as going on with this value are kept out by quotes.
    let isFollowed = next.map { [0x20, 0x09, UInt8(ascii: "-")].contains($0.utf8.first ?? 0) } ?? false
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
