import BidModel

/// Reads an answer line by line, each line once.
///
/// The scanner keeps the raw bytes of everything beside what they mean: a block holds its lines and the
/// blank lines after it, a part its heading with the blank lines after it, the front matter its lines.
/// Together they are the file. Limits: marks that open something (a comment, a fence) are looked for
/// ahead, which stays linear because a search that failed is not repeated.
struct AnswerScanner {
  let bytes: LineBytes
  var cursor: LineCursor
  private var keys: [String: String] = [:]
  /// Keys of the parts that may stand several times.
  private var repeating: Set<String> = []
  private var parts: [Part] = []
  private var open = OpenPart()
  private var blockCount = 0
  private var conflictLine: Int?
  private var linesInCRLF = 0
  private var linesInLF = 0
  /// Where the search for `-->` last ended, and from where it started.
  var commentSearch: (from: Int, found: Int?)?
  /// For backticks and tildes: the shortest fence that was found to be never closed.
  var unclosedFences: [UInt8: Int] = [:]

  /// The part that lines are being added to.
  private struct OpenPart {
    var key: String?
    var title: String?
    var headingSource: String?
    var blocks: [Block] = []
  }

  init(_ bytes: LineBytes, from start: Int? = nil) {
    self.bytes = bytes
    let hasMark = bytes.has("\u{FEFF}", at: 0)
    cursor = LineCursor(bytes, from: start ?? (hasMark ? 3 : 0))
  }

  /// Takes the headings that open the parts of `template`: those that the answer gives them itself, then
  /// their titles and aliases.
  private mutating func takeHeadings(of template: AnswerTemplate, _ frontMatter: FrontMatter?) {
    for (heading, key) in frontMatter?.ownHeadings ?? [] where template.part(key) != nil {
      keys[heading.lowercased()] = key
    }
    for part in template.parts {
      if part.repeats { repeating.insert(part.key) }
      for heading in [part.title] + part.aliases where keys[heading.lowercased()] == nil {
        keys[heading.lowercased()] = part.key
      }
    }
  }

  /// Reads the whole file.
  mutating func scan(
    id: AnswerID, choosing: (FrontMatter?) -> AnswerTemplate?
  ) throws(ScanError) -> ScannedAnswer {
    let start = cursor.line.start
    noteConflict()
    var problems: [FileProblem] = []
    let frontMatter = try scanFrontMatter(path: id.path, problems: &problems)
    if let template = choosing(frontMatter) { takeHeadings(of: template, frontMatter) }
    if frontMatter == nil, let blank = takeBlankLines().nonEmpty {
      open.blocks.append(Block(id: makeID(), kind: .prose, text: "", source: blank))
    }
    while !cursor.isAtEnd { scanNext() }
    closePart(isLast: true)
    let isCRLF = linesInCRLF > linesInLF
    let answer = Answer(
      id: id, hasByteOrderMark: start > 0, frontMatter: frontMatter, parts: parts,
      lineEnding: isCRLF ? "\r\n" : "\n",
      endsWithNewline: start == bytes.count || bytes.last == 0x0A)
    return ScannedAnswer(answer: answer, problems: problems, conflictLine: conflictLine)
  }

  private mutating func scanNext() {
    if case .heading(level: 2) = LineShape(of: cursor.content) {
      openPart()
    } else {
      open.blocks.append(scanBlock())
    }
  }

  // MARK: Parts

  private mutating func openPart() {
    closePart(isLast: false)
    let title = LineShape.headingWords(cursor.content)
    let start = cursor.line.start
    advance()
    _ = takeBlankLines()
    let key = takeKey(headed: title.trimmingSpaces().lowercased())
    open = OpenPart(key: key, title: title, headingSource: bytes.text(start..<cursor.line.start))
  }

  /// The key of the part that `words` opens, which is then taken unless the part repeats.
  private mutating func takeKey(headed words: String) -> String? {
    if let key = keys[words] {
      if !repeating.contains(key) { keys = keys.filter { $0.value != key } }
      return key
    }
    // A part that repeats may be numbered: "Case example 2".
    let stem = words.reversed().drop { $0.isNumber || $0 == " " }.reversed()
    guard let key = keys[String(stem)], repeating.contains(key) else { return nil }
    return key
  }

  /// Ends the part that lines are added to; text before the first heading is one only if there is any.
  private mutating func closePart(isLast: Bool) {
    if open.title == nil && open.blocks.isEmpty && !(isLast && parts.isEmpty) { return }
    if open.blocks.isEmpty {
      let gap = isLast ? "" : linesInCRLF > linesInLF ? "\r\n" : "\n"
      open.blocks = [Block(id: makeID(), kind: .prose, text: "", source: "", gap: gap)]
    }
    parts.append(
      Part(
        id: PartID(parts.count + 1), key: open.key, title: open.title,
        headingSource: open.headingSource, blocks: open.blocks))
  }

  // MARK: Lines

  mutating func makeID() -> BlockID {
    blockCount += 1
    return BlockID(blockCount)
  }

  /// Goes to the next line, minding how lines end and whether a merge left its marks.
  mutating func advance() {
    if cursor.line.isEnded {
      if cursor.line.endsInCRLF { linesInCRLF += 1 } else { linesInLF += 1 }
    }
    cursor.advance()
    noteConflict()
  }

  /// Goes on to the line that starts at `offset`.
  mutating func advance(to offset: Int) {
    while cursor.line.start < offset { advance() }
  }

  /// Passes over blank lines and returns them as they stand.
  mutating func takeBlankLines() -> String {
    let start = cursor.line.start
    while !cursor.isAtEnd, cursor.content.blankPrefix(from: 0) == cursor.line.content.count { advance() }
    return bytes.text(start..<cursor.line.start)
  }

  private mutating func noteConflict() {
    guard conflictLine == nil, let first = cursor.content.first,
      first == UInt8(ascii: "<") || first == UInt8(ascii: ">"),
      cursor.content.run(of: first, from: 0, atMost: 8) == 7, cursor.content.isBlankOrEnd(at: 7)
    else { return }
    conflictLine = cursor.line.number
  }
}

extension LineShape {
  /// The words of a heading's line, without its marks and escape.
  ///
  /// A run of `#` that closes the line is left out, with the one space before it.
  static func headingWords(_ line: LineBytes) -> String {
    let marks = line.blankPrefix(from: 0)
    let level = line.run(of: UInt8(ascii: "#"), from: marks, atMost: 6)
    var words = line.slice(line.blankPrefix(from: marks + level)..<line.count)
    if let end = closingMarks(of: words) { words = words.slice(0..<end) }
    let escape = LineEscape.heading.isPresent(in: words) ? 1 : 0
    return words.text(escape..<words.count)
  }

  /// Where the words end before `#` marks that close a heading, or `nil` when none do.
  static func closingMarks(of words: LineBytes) -> Int? {
    var end = words.count
    while end > 0, words[end - 1] == 0x20 || words[end - 1] == 0x09 { end -= 1 }
    var start = end
    while start > 0, words[start - 1] == UInt8(ascii: "#") { start -= 1 }
    guard start < end else { return nil }
    if start == 0 { return 0 }
    return words[start - 1] == 0x20 || words[start - 1] == 0x09 ? start - 1 : nil
  }
}
