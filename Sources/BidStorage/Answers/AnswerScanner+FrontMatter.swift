import BidModel

extension AnswerScanner {
  /// Reads the front matter, if the file begins with it, with the blank lines after it.
  mutating func scanFrontMatter(
    path: String, problems: inout [FileProblem]
  ) throws(ScanError) -> FrontMatter? {
    let close: Int
    switch FrontMatterExtent(in: bytes, from: cursor.line.start) {
    case .none: return nil
    case .unclosed: throw .unclosedFrontMatter(line: cursor.line.number)
    case .closed(let offset): close = offset
    }
    let opening = bytes.text(cursor.line.whole)
    advance()
    var lines: [Line] = []
    while cursor.line.start < close {
      lines.append(cursor.line)
      advance()
    }
    let closingStart = cursor.line.start
    advance()
    _ = takeBlankLines()
    var scanner = FrontMatterScanner(bytes: bytes, lines: lines, path: path)
    let entries = scanner.scan()
    problems += scanner.problems
    return FrontMatter(
      opening: opening, entries: entries, closing: bytes.text(closingStart..<cursor.line.start))
  }
}
