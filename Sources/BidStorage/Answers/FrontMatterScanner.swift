import BidModel

/// Reads the lines between the `---` of front matter: flat `key: value` pairs, all values as text.
///
/// A value is plain, quoted (`'…'` or `"…"` with YAML's escapes), a list in brackets (read as its items
/// with commas between), or a block of indented lines behind `|` or `>`. Of a block the last line break
/// is left out, whether `|` or `|-`; `|+` keeps it. Anything else (lists and mappings below a key,
/// lines that are no pair) is kept as it stands and told as a problem where a key of this program
/// is meant.
struct FrontMatterScanner {
  let bytes: LineBytes
  let lines: [Line]
  let path: String
  private(set) var problems: [FileProblem] = []
  private var index = 0

  init(bytes: LineBytes, lines: [Line], path: String) {
    self.bytes = bytes
    self.lines = lines
    self.path = path
  }

  /// The entries in order; together their sources are the lines.
  mutating func scan() -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    var seen: [String: Int] = [:]
    while index < lines.count {
      let entry = scanEntry()
      if let key = entry.key {
        if let first = seen[key] {
          report(
            entry.line, "the key ‘\(key)’ stands on line \(first) already; the first one counts.",
            fix: "Remove one of the two.")
        } else {
          seen[key] = entry.line
        }
      }
      entries.append(entry)
    }
    return entries
  }

  private mutating func scanEntry() -> FrontMatter.Entry {
    let line = lines[index]
    let content = bytes.slice(line.content)
    let first = content.blankPrefix(from: 0)
    guard first < content.count, content[first] != UInt8(ascii: "#") else {
      index += 1
      return FrontMatter.Entry(key: nil, value: "", source: bytes.text(line.whole), line: line.number)
    }
    guard let colon = Self.colon(in: content) else {
      index += 1
      report(line.number, "this line of the front matter is no ‘key: value’.", fix: "Mend or remove it.")
      return FrontMatter.Entry(key: nil, value: "", source: bytes.text(line.whole), line: line.number)
    }
    let key = content.text(0..<colon).trimmingSpaces()
    let rest = content.text(colon + 1..<content.count)
    index += 1
    let value = scanValue(rest, key: key, line: line.number)
    let end = index < lines.count ? lines[index].start : lines[lines.count - 1].next
    return FrontMatter.Entry(
      key: key, value: value.text, source: bytes.text(line.start..<end), line: line.number,
      comment: value.comment)
  }

  /// Where the key of a pair ends: the first `:` with a space or the line's end behind it.
  private static func colon(in content: LineBytes) -> Int? {
    guard let first = content.first, first != 0x20, first != 0x09,
      !"-?[]{},&*!|>%@`\"':".utf8.contains(first)
    else { return nil }
    for place in content.indices where content[place] == UInt8(ascii: ":") {
      if content.isBlankOrEnd(at: place + 1) { return place }
    }
    return nil
  }

  private struct Value {
    var text: String
    var comment = ""
  }

  private mutating func scanValue(_ rest: String, key: String, line: Int) -> Value {
    let trimmed = rest.trimmingSpaces()
    if let header = BlockScalar(header: trimmed) {
      let count = header.lineCount(of: following)
      defer { index += count }
      return Value(text: header.read(Array(following.prefix(count))), comment: header.comment)
    }
    if let quote = trimmed.utf8.first, quote == 0x22 || quote == 0x27 {
      return scanQuoted(trimmed, line: line)
    }
    let (plain, comment) = Self.splitComment(rest)
    let words = plain.trimmingSpaces()
    if words.isEmpty { return Value(text: scanNested(key: key, line: line), comment: comment) }
    if let list = QuotedScalar.list(words) { return Value(text: list, comment: comment) }
    return Value(text: words + scanContinuation(), comment: comment)
  }

  /// Plain words that go on, indented, on the next lines: joined by spaces.
  private mutating func scanContinuation() -> String {
    var words = ""
    while index < lines.count, isIndented(index) {
      let more = text(index).trimmingSpaces()
      guard !more.utf8.starts(with: "#".utf8) else { break }
      words += " " + Self.splitComment(more).0.trimmingSpaces()
      index += 1
    }
    return words
  }

  /// Lines below a key that has no value of its own, kept as text.
  private mutating func scanNested(key: String, line: Int) -> String {
    var end = index
    var place = index
    while place < lines.count {
      let content = bytes.slice(lines[place].content)
      if isIndented(place) || content.has("- ", at: 0) {
        end = place + 1
      } else if content.blankPrefix(from: 0) < content.count {
        break
      }
      place += 1
    }
    guard end > index else { return "" }
    let nested = (index..<end).map { text($0) }.joined(separator: "\n")
    index = end
    if Question.keys.contains(key) {
      report(
        line, "‘\(key)’ holds a list or keys of its own, which is not read.",
        fix: "Write its value on one line, with commas between.")
    }
    return nested
  }

  private mutating func scanQuoted(_ start: String, line: Int) -> Value {
    var words = start
    var next = index
    while true {
      switch QuotedScalar.read(words) {
      case .value(let text, let comment):
        index = next
        return Value(text: text, comment: comment)
      case .unclosed
      where next < min(lines.count, index + Self.longestQuote) && (isIndented(next) || isBlank(next)):
        words += isBlank(next) ? "\n" : (words.utf8.last == 0x0A ? "" : " ") + text(next).trimmingSpaces()
        next += 1
      case .unclosed, .broken:
        report(
          line, "the quoted value is not closed, or something follows it.",
          fix: "End it with the quote it begins with; within it, write the quote twice or as \\\".")
        return Value(text: start)
      }
    }
  }

  // MARK: Lines

  private var following: some Sequence<Substring> {
    lines[index...].lazy.map { [bytes] in Substring(bytes.text($0.content)) }
  }

  /// The most lines that one quoted value goes on for.
  private static let longestQuote = 200

  private func text(_ place: Int) -> String { bytes.text(lines[place].content) }

  private func isBlank(_ place: Int) -> Bool {
    let content = bytes.slice(lines[place].content)
    return content.blankPrefix(from: 0) == content.count
  }

  private func isIndented(_ place: Int) -> Bool {
    let first = bytes.slice(lines[place].content).first
    return (first == 0x20 || first == 0x09) && !isBlank(place)
  }

  /// The words before a comment, and the comment with the space before it.
  static func splitComment(_ text: String) -> (String, String) {
    let bytes = text.utf8
    var previous: UInt8 = 0x20
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 {
        let words = String(text[..<place])
        let end = words.utf8.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { words.utf8.index(after: $0) }
        let kept = end.map { String(words[..<$0]) } ?? ""
        return (kept, String(text.utf8.dropFirst(kept.utf8.count)) ?? "")
      }
      previous = bytes[place]
    }
    return (text, "")
  }

  private mutating func report(_ line: Int, _ message: String, fix: String) {
    problems.append(FileProblem(path: path, line: line, message: message, fix: fix))
  }
}

extension Question {
  /// The keys of an answer's front matter that this program reads.
  package static let keys: Set<String> = [
    "question", "title", "text", "sub_asks", "weight", "limit", "scale", "minimum_score", "criterion",
    "pass_fail", "target_themes", "template", "template_version", "state", "writer", "expert",
    "reviewers", "due",
  ]
}
