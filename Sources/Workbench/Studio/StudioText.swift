/// A text file being edited line by line: the lines, the cursor and what can be taken back.
///
/// Lines are parted at LF alone, so that a CR stays where it is and an untouched line is written back byte for
/// byte. Each step of undo holds the lines as they were, which share their storage.
package struct StudioText: Hashable, Sendable {
  package internal(set) var lines: [String] { didSet { revision += 1 } }
  /// Grows with every change of the lines.
  package private(set) var revision = 0
  package internal(set) var row = 0
  /// In graphemes.
  package internal(set) var column = 0
  /// Where the selection begins; `nil` for none.
  package internal(set) var anchor: Place?
  /// The first line in view.
  package var top = 0
  private var undone: [Step] = []
  private var done: [Step] = []
  /// Whether the last change typed a letter, which the next may join.
  var isTyping = false

  private struct Step: Hashable, Sendable {
    var lines: [String]
    var row: Int
    var column: Int
  }

  /// A place between two graphemes: line and column, from 0.
  package struct Place: Hashable, Sendable, Comparable {
    package var row: Int
    package var column: Int

    package static func < (left: Place, right: Place) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  /// How many steps can be taken back.
  private static let limit = 300

  package init(_ bytes: [UInt8]) { lines = Self.lines(of: bytes) }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts another text in the place of all of it, as one step.
  package mutating func replaceAll(with bytes: [UInt8]) {
    note()
    anchor = nil
    lines = Self.lines(of: bytes)
    row = min(row, lines.count - 1)
    column = min(column, lines[row].count)
  }

  /// The bytes of the file.
  ///
  /// - Complexity: O(*n*) in the text.
  package var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  /// Types `text`, which may hold line breaks.
  package mutating func type(_ text: String) {
    let joins = isTyping && text.count == 1 && text != " "
    if !joins || selection != nil { note() }
    dropSelected()
    isTyping = text.count == 1
    let pieces = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (head, tail) = split()
    if pieces.count < 2 {
      lines[row] = head + text + tail
      column += text.count
      return
    }
    var fresh = pieces
    fresh[0] = head + fresh[0]
    column = fresh[fresh.count - 1].count
    fresh[fresh.count - 1] += tail
    lines.replaceSubrange(row...row, with: fresh)
    row += fresh.count - 1
  }

  /// Breaks the line; the new one is indented as the words of the old, and two more behind a colon.
  package mutating func breakLine() {
    let (head, _) = split()
    let indent = head.prefix { $0 == " " }
    let isItem = head.dropFirst(indent.count).hasPrefix("- ")
    // The keys of an item stand under its first one; below a text of a list stands the next text.
    let isKey = isItem && head.contains(": ") || head.hasSuffix(":")
    type("\n" + indent + (isKey ? "  " : ""))
    isTyping = false
  }

  /// Deletes the grapheme before the cursor, or the line break.
  package mutating func deleteBackwards() {
    if deleteSelection() { return }
    guard row > 0 || column > 0 else { return }
    note()
    let (head, tail) = split()
    if column > 0 {
      lines[row] = head.dropLast() + tail
      column -= 1
    } else {
      column = lines[row - 1].count
      lines[row - 1] += tail
      lines.remove(at: row)
      row -= 1
    }
  }

  /// Deletes the grapheme behind the cursor, or the line break.
  package mutating func deleteForwards() {
    if deleteSelection() { return }
    let (head, tail) = split()
    guard !tail.isEmpty || row + 1 < lines.count else { return }
    note()
    if tail.isEmpty {
      lines[row] += lines.remove(at: row + 1)
    } else {
      lines[row] = head + tail.dropFirst()
    }
  }

  /// Moves to a line and a column, both from 1.
  package mutating func go(toLine line: Int, column wanted: Int) {
    (isTyping, anchor) = (false, nil)
    row = max(0, min(lines.count - 1, line - 1))
    column = max(0, min(lines[row].count, wanted - 1))
  }

  /// Takes the last change back.
  ///
  /// - Returns: Whether there was one.
  package mutating func undo() -> Bool {
    guard let step = done.popLast() else { return false }
    undone.append(Step(lines: lines, row: row, column: column))
    take(step)
    return true
  }

  /// Does again what was taken back last.
  ///
  /// - Returns: Whether there was anything.
  package mutating func redo() -> Bool {
    guard let step = undone.popLast() else { return false }
    done.append(Step(lines: lines, row: row, column: column))
    take(step)
    return true
  }

  private mutating func take(_ step: Step) {
    (lines, row, column) = (step.lines, step.row, step.column)
    (isTyping, anchor) = (false, nil)
  }

  /// Notes the text as it is, before it is changed.
  mutating func note() {
    undone = []
    done.append(Step(lines: lines, row: row, column: column))
    if done.count > Self.limit { done.removeFirst() }
    isTyping = false
  }

  private func split() -> (head: String, tail: String) {
    (String(lines[row].prefix(column)), String(lines[row].dropFirst(column)))
  }
}
