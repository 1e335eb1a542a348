import BidLanguage
import BidModel

extension OpenedBid {
  /// Every misspelt word of the answers, a line each: `path:line:column: word → suggestions`.
  ///
  /// Only the answer that was named is read, when one was. Lines and columns count from 1, columns in
  /// code points. What a word may mean is asked once, however often it stands there.
  ///
  /// - Parameter suggestions: How many to give; none skips asking, which takes most of the time.
  /// - Returns: The text, and whether nothing is misspelt.
  /// - Complexity: O(*n*) in the text, and tens of milliseconds for each word that is misspelt.
  package func spellingReport(_ checker: SpellChecker, suggestions: Int) -> (text: String, isClean: Bool) {
    var lines: [String] = []
    var known: [String: [String]] = [:]
    for open in session.answers where shown == nil || open.id == shown {
      for (block, line) in open.answer.blocksWithLines where block.kind != .verbatim {
        for word in SpelledWord.words(in: block.text) {
          for fault in checker.faults(in: word.text) {
            let start = word.range.lowerBound + fault.lowerBound
            let wrong = word.text.slice(utf8: fault)
            let found =
              known[wrong] ?? (suggestions > 0 ? checker.suggestions(for: wrong, limit: suggestions) : [])
            known[wrong] = found
            let place = block.filePlace(of: start..<start + fault.count, firstLine: line)
            let arrow = found.isEmpty ? "" : " → \(found.joined(separator: ", "))"
            lines.append("\(open.id.path):\(place.line):\(place.column): \(wrong)\(arrow)")
          }
        }
      }
    }
    return (lines.joined(separator: "\n"), lines.isEmpty)
  }
}

extension Answer {
  /// The blocks of an answer as it was read, each with the line of the file it begins on, from 1.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  fileprivate var blocksWithLines: [(block: Block, line: Int)] {
    let lineFeeds = { (text: String?) in text?.utf8.count { $0 == 0x0A } ?? 0 }
    var line = 1
    if let frontMatter {
      line += lineFeeds(frontMatter.opening) + lineFeeds(frontMatter.closing)
      for entry in frontMatter.entries { line += lineFeeds(entry.source) }
    }
    var found: [(Block, Int)] = []
    for part in parts {
      line += lineFeeds(part.headingSource)
      for block in part.blocks {
        found.append((block, line))
        line += lineFeeds(block.source) + lineFeeds(block.gap)
      }
    }
    return found
  }
}

extension Block {
  /// Where a word of the text stands in the file that the block was read from.
  ///
  /// The line of the file has a marker and escapes that the text lacks, but no more letters: of two
  /// same words the first is the first in both.
  fileprivate func filePlace(of range: Range<Int>, firstLine: Int) -> (line: Int, column: Int) {
    let word = text.slice(utf8: range)
    let before = text.prefix(utf8: range.lowerBound)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let nth = (lines.last ?? "").ranges(of: word).count
    let rawLines = (source ?? text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.count - 1
    guard rawLines.indices.contains(row) else { return (firstLine + row, 1) }
    let raw = String(String.UnicodeScalarView(rawLines[row]))
    let places = raw.ranges(of: word)
    guard places.indices.contains(nth) else { return (firstLine + row, 1) }
    let scalars = raw.unicodeScalars
    return (firstLine + row, scalars.distance(from: scalars.startIndex, to: places[nth].lowerBound) + 1)
  }
}
