import BidModel

extension AnswerScanner {
  /// Reads the block that begins on the current line, which is neither blank nor a part's heading,
  /// with the blank lines after it.
  mutating func scanBlock() -> Block {
    let start = cursor.line
    let kind: Block.Kind
    let text: String
    switch shape(opening: nil) {
    case .heading(let level):
      kind = .heading(level: level)
      text = LineShape.headingWords(cursor.content)
      advance()
    case .bullet(let span):
      kind = .bullet(marker(span))
      text = scanItem(span)
    case .numbered(let span, _):
      kind = .numbered(marker(span))
      text = scanItem(span)
    case .row:
      kind = .table
      text = scanTable()
    case .rule, .comment, .fence:
      kind = .verbatim
      text = scanVerbatim()
    case .text, .blank:
      kind = .prose
      text = scanProse()
    }
    let source = bytes.text(start.start..<cursor.line.start)
    return Block(id: makeID(), kind: kind, text: text, source: source, gap: takeBlankLines())
  }

  /// The shape of the current line where it may begin a block; in a paragraph, ``LineShape/text`` when
  /// the line goes on with it.
  ///
  /// `paragraph`: The paragraph the line follows without a blank line.
  mutating func shape(opening paragraph: OpenParagraph?) -> LineShape {
    let shape = LineShape(of: cursor.content)
    switch shape {
    case .comment: return commentEnd() == nil ? .text : shape
    case .fence: return fenceEnd(shape) == nil ? .text : shape
    default:
      guard let paragraph, !paragraph.isInterrupted(by: shape) else { return shape }
      return .text
    }
  }

  private func marker(_ span: MarkerSpan) -> ListMarker {
    let line = cursor.content
    let symbol = span.indent..<span.indent + span.symbol
    return ListMarker(
      indent: line.text(0..<span.indent), symbol: line.text(symbol),
      space: span.isBare ? " " : line.text(symbol.upperBound..<span.width))
  }

  private mutating func scanProse() -> String {
    var words = Words(bytes)
    repeat {
      words.append(cursor.line.content, escape: .prose)
      advance()
    } while !cursor.isAtEnd && shape(opening: .prose) == .text
    return words.text
  }

  private mutating func scanItem(_ span: MarkerSpan) -> String {
    var words = Words(bytes)
    words.append(cursor.line.start + span.width..<cursor.line.end, escape: .item)
    advance()
    guard !span.isBare else { return "" }
    while !cursor.isAtEnd, shape(opening: .item(width: span.width)) == .text {
      let indent = min(span.width, cursor.content.blankPrefix(from: 0))
      words.append(cursor.line.start + indent..<cursor.line.end, escape: .prose)
      advance()
    }
    return words.text
  }

  private mutating func scanTable() -> String {
    var words = Words(bytes)
    repeat {
      words.append(cursor.line.content, escape: nil)
      advance()
    } while !cursor.isAtEnd && LineShape(of: cursor.content) == .row
    return words.text
  }

  private mutating func scanVerbatim() -> String {
    let shape = LineShape(of: cursor.content)
    let end = (shape == .comment ? commentEnd() : fenceEnd(shape)) ?? cursor.line.next
    var words = Words(bytes)
    while cursor.line.start < end {
      words.append(cursor.line.content, escape: nil)
      advance()
    }
    return words.text
  }

  /// Where the line after the comment that opens here starts; `nil` when it is never closed, or words
  /// follow it on its last line.
  private mutating func commentEnd() -> Int? {
    let from = cursor.line.start + cursor.content.blankPrefix(from: 0) + 4
    guard let found = commentMark(from: from) else { return nil }
    let closing = LineCursor(bytes, from: found + 3).line
    let rest = bytes.slice(closing.content)
    return rest.blankPrefix(from: 0) == rest.count ? closing.next : nil
  }

  /// The first `-->` at or after `from`, not searching twice over the same bytes.
  private mutating func commentMark(from: Int) -> Int? {
    if let search = commentSearch, search.from <= from {
      guard let found = search.found else { return nil }
      if from <= found { return found }
    }
    var place = from
    while let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) {
      if end >= from + 2, bytes[end - 1] == UInt8(ascii: "-"), bytes[end - 2] == UInt8(ascii: "-") {
        commentSearch = (from, end - 2)
        return end - 2
      }
      place = end + 1
    }
    commentSearch = (from, nil)
    return nil
  }

  /// Where the line after the fenced block that opens here starts; `nil` when it is never closed.
  private mutating func fenceEnd(_ shape: LineShape) -> Int? {
    guard case .fence(let mark, let length, _) = shape, length < unclosedFences[mark] ?? .max else {
      return nil
    }
    var ahead = cursor
    ahead.advance()
    while !ahead.isAtEnd {
      if case .fence(mark, let closing, true) = LineShape(of: ahead.content), closing >= length {
        return ahead.line.next
      }
      ahead.advance()
    }
    unclosedFences[mark] = length
    return nil
  }
}

/// A paragraph that the next line goes on with unless it begins something of its own.
enum OpenParagraph: Equatable {
  case prose
  /// A list item whose words begin `width` bytes into its line.
  case item(width: Int)

  /// Whether a line of this shape begins a block of its own.
  ///
  /// As in CommonMark, a number other than 1 or a marker without words is a line of the paragraph,
  /// unless the paragraph is an item and the marker stands left of its words.
  func isInterrupted(by shape: LineShape) -> Bool {
    switch shape {
    case .text: false
    case .bullet(let span): !span.isBare || isLeft(span)
    case .numbered(let span, let startsAtOne): startsAtOne && !span.isBare || isLeft(span)
    default: true
    }
  }

  private func isLeft(_ span: MarkerSpan) -> Bool {
    guard case .item(let width) = self else { return false }
    return span.indent < width
  }
}

/// The words of a block, put together from its lines.
private struct Words {
  private let bytes: LineBytes
  private var range: Range<Int>?
  private var rebuilt: [UInt8]?

  init(_ bytes: LineBytes) { self.bytes = bytes }

  /// Adds the bytes `line`, without the backslash that `escape` finds in front.
  ///
  /// While lines follow each other in the file with nothing but `\n` between them, only their range is
  /// kept.
  mutating func append(_ line: Range<Int>, escape: LineEscape?) {
    let isEscaped = escape?.isPresent(in: bytes.slice(line)) ?? false
    let line = isEscaped ? line.lowerBound + 1..<line.upperBound : line
    if var words = rebuilt {
      rebuilt = nil
      words.append(0x0A)
      words += bytes[line]
      rebuilt = words
    } else if let range, range.upperBound + 1 == line.lowerBound {
      self.range = range.lowerBound..<line.upperBound
    } else if let range {
      rebuilt = Array(bytes[range]) + [0x0A] + Array(bytes[line])
    } else {
      range = line
    }
  }

  var text: String {
    if let rebuilt { return String(decoding: rebuilt, as: UTF8.self) }
    return range.map(bytes.text) ?? ""
  }
}
