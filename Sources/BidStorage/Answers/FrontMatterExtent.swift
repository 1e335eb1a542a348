/// Where a file's front matter lies, told from its `---` lines.
///
/// A first line `---` opens it and the next `---` or `...` at the start of a line closes it. A first
/// line `---` that nothing closes is a rule when a blank line or the end follows, else a fault.
enum FrontMatterExtent: Equatable {
  case none
  case unclosed
  /// Where the line that closes it starts.
  case closed(at: Int)

  init(in bytes: LineBytes, from start: Int) {
    var cursor = LineCursor(bytes, from: start)
    guard !cursor.isAtEnd, Self.isMark(cursor.content, "---") else {
      self = .none
      return
    }
    cursor.advance()
    let isRule = cursor.content.blankPrefix(from: 0) == cursor.content.count
    while !cursor.isAtEnd {
      if Self.isMark(cursor.content, "---") || Self.isMark(cursor.content, "...") {
        self = .closed(at: cursor.line.start)
        return
      }
      cursor.advance()
    }
    self = isRule ? .none : .unclosed
  }

  private static func isMark(_ line: LineBytes, _ mark: StaticString) -> Bool {
    line.has(mark, at: 0) && line.blankPrefix(from: 3) == line.count
  }
}
