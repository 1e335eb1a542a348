import BidModel

/// Writes an answer as the bytes of its file.
///
/// What was read and not edited is written from the lines it was read from. An edited block is written
/// from its words, one escape a line (``LineEscape``), with the answer's line ending. Blank lines come
/// from the blocks' gaps; one is added only where two blocks would be read as one without it.
struct AnswerPrinter {
  private let answer: Answer
  private let ending: [UInt8]
  private let escapesUnclosedMarks: Bool
  private var bytes: [UInt8] = []
  private var start = 0
  private var previous: Block.Kind?
  private var previousParagraph: OpenParagraph?
  private var isSeparated = true
  /// Whether words read from the file begin a line with a mark that opens a comment or a fence, which
  /// something printed later may close.
  private(set) var metUnclosedMark = false

  init(_ answer: Answer, escapesUnclosedMarks: Bool = false) {
    self.answer = answer
    self.escapesUnclosedMarks = escapesUnclosedMarks
    ending = Array(answer.lineEnding.utf8)
  }

  mutating func print() -> [UInt8] {
    if answer.hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    start = bytes.count
    if let frontMatter = answer.frontMatter {
      bytes += FrontMatterPrinter(frontMatter, lineEnding: answer.lineEnding).text.utf8
    }
    for part in answer.parts { print(part) }
    keepStart()
    keepEnd()
    return bytes
  }

  // MARK: Parts and blocks

  private mutating func print(_ part: Part) {
    if let title = part.title {
      endLine()
      if let source = part.headingSource {
        bytes += source.utf8
        isSeparated = source.endsWithBlankLine
      } else {
        if !isSeparated { bytes += ending }
        bytes += "##".utf8
        print(headingWords: title)
        bytes += ending
        isSeparated = true
      }
      previous = nil
      previousParagraph = nil
    }
    for block in part.blocks { print(block) }
  }

  private mutating func print(_ block: Block) {
    if let source = block.source, !mustEscape(block, source) {
      guard !source.isEmpty else { return }
      separate(from: block, kind: block.kind)
      bytes += source.utf8
      remember(block, kind: block.kind)
    } else if !block.isEmpty {
      let kind = block.fileKind
      separate(from: block, kind: kind)
      printWords(of: block, kind: kind)
      remember(block, kind: kind)
    } else {
      return
    }
    if !block.gap.isEmpty { endLine() }
    bytes += block.gap.utf8
    isSeparated = !block.gap.isEmpty
  }

  /// Whether the block's own lines hold a mark that something after it may close.
  private mutating func mustEscape(_ block: Block, _ source: String) -> Bool {
    guard block.kind == .prose || block.kind.isItem, source.hasUnclosedMark else { return false }
    metUnclosedMark = true
    return escapesUnclosedMarks
  }

  private mutating func remember(_ block: Block, kind: Block.Kind) {
    previous = kind
    previousParagraph =
      switch kind {
      case .prose: block.isEmpty && block.source?.utf8.contains(UInt8(ascii: "\\")) != true ? nil : .prose
      case .bullet(let marker), .numbered(let marker):
        block.text.isEmpty && block.source?.utf8.contains(UInt8(ascii: "\\")) != true
          ? nil : .item(width: marker.width)
      default: nil
      }
  }

  /// Ends the line before `block`, and adds a blank one where the two would be read as one.
  private mutating func separate(from block: Block, kind: Block.Kind) {
    endLine()
    guard !isSeparated, wouldJoin(block, kind: kind) else { return }
    bytes += ending
  }

  private func wouldJoin(_ block: Block, kind: Block.Kind) -> Bool {
    switch (previousParagraph, kind) {
    case (nil, .table): return previous == .table
    case (_?, .prose): return true
    case (let paragraph?, .bullet(let marker)), (let paragraph?, .numbered(let marker)):
      var line = block.source ?? marker.text + "x"
      return line.withUTF8 { bytes in
        !paragraph.isInterrupted(by: LineShape(of: LineCursor(bytes, from: 0).content))
      }
    default: return false
    }
  }

  private mutating func printWords(of block: Block, kind: Block.Kind) {
    switch kind {
    case .prose: print(lines: block.text, first: .prose, indent: 0)
    case .bullet(let marker), .numbered(let marker):
      bytes += marker.text.utf8
      print(lines: block.text, first: .item, indent: marker.width)
    case .heading(let level):
      bytes += String(repeating: "#", count: level).utf8
      print(headingWords: block.text)
    case .table, .verbatim: print(lines: block.text, first: nil, indent: 0)
    }
  }

  // MARK: Lines

  private mutating func print(lines text: String, first: LineEscape?, indent: Int) {
    var text = text
    text.withUTF8 { words in
      for (index, line) in words.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { bytes += repeatElement(0x20, count: indent) }
        let escape: LineEscape? = index == 0 ? first : first.map { _ in .prose }
        let line = LineBytes(rebasing: line)
        if escape?.isNeeded(for: line) ?? false { bytes.append(UInt8(ascii: "\\")) }
        bytes += line
        // A carriage return the writer typed at a line's end is theirs only before a second one.
        if line.last == 0x0D { bytes += [0x0D, 0x0A] } else { bytes += ending }
      }
    }
  }

  /// Writes the words of a heading: one line, closed by `#` when they would end in such a mark.
  private mutating func print(headingWords words: String) {
    var line = words.onOneLine
    line.withUTF8 { line in
      guard !line.isEmpty else { return bytes += ending }
      bytes.append(0x20)
      if LineEscape.heading.isNeeded(for: line) { bytes.append(UInt8(ascii: "\\")) }
      bytes += line
      if LineShape.closingMarks(of: line) != nil { bytes += " #".utf8 }
      if line.last == 0x0D { bytes += [0x0D, 0x0A] } else { bytes += ending }
    }
  }

  /// Ends the last line if its file did not.
  private mutating func endLine() {
    guard bytes.count > start, bytes.last != 0x0A else { return }
    bytes += ending
  }

  // MARK: The file's ends

  /// Keeps a rule or a stray mark at the start from being read as front matter or a byte order mark.
  private mutating func keepStart() {
    guard answer.frontMatter == nil else { return }
    let isMisread = bytes.withUnsafeBufferPointer { buffer in
      FrontMatterExtent(in: buffer, from: start) != .none
        || start == 0 && buffer.has("\u{FEFF}", at: 0)
    }
    if isMisread { bytes.insert(contentsOf: ending, at: start) }
  }

  /// Ends the last line, or leaves it without an end, as the file was.
  private mutating func keepEnd() {
    guard !answer.endsWithNewline else { return endLine() }
    while bytes.count > start, bytes.last == 0x0A {
      bytes.removeLast()
      if bytes.count > start, bytes.last == 0x0D { bytes.removeLast() }
    }
  }
}

extension String {
  /// Whether the last line is blank.
  fileprivate var endsWithBlankLine: Bool {
    var feeds = 0
    for byte in utf8.reversed() {
      if byte == 0x0A { feeds += 1 }
      if feeds == 2 { return true }
      guard byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 else { return false }
    }
    return false
  }
}

extension ListMarker {
  /// The marker as it is written, with a space after it.
  var text: String { indent + symbol + (space.isEmpty ? " " : space) }

  /// Bytes before the words.
  var width: Int { text.utf8.count }
}
