/// A row of a CSV file: its cells, and the bytes it was read from.
struct CSVRow: Hashable, Sendable {
  /// Without quotes; empty when the row is broken.
  var cells: [String]
  /// The row with what ends it; `nil` once it was changed.
  var source: [UInt8]?
  /// Line of the file where the row begins, from 1.
  var line: Int
  /// A quote that is not closed, or with something behind it: the line is kept and not understood.
  var isBroken = false

  /// Whether nothing is written in it.
  var isBlank: Bool { !isBroken && cells.allSatisfy(\.isEmpty) && cells.count <= 1 }
}

/// Reads rows by RFC 4180, with any one-byte delimiter, `\n` or `\r\n` ends, and quotes that may hold both.
///
/// A row whose quotes do not match ends with its line, so that one missing quote does not swallow the
/// rows after it. Limits: the text must be UTF-8.
struct CSVRecords {
  private let bytes: LineBytes
  private let delimiter: UInt8
  private var place: Int
  private var line = 1

  init(_ bytes: LineBytes, delimiter: UInt8, from start: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    place = start
  }

  /// The next row, or `nil` at the end.
  mutating func next() -> CSVRow? {
    guard place < bytes.count else { return nil }
    let start = place
    let first = line
    var cells: [String] = []
    while true {
      guard let cell = nextCell() else { return broken(from: start, line: first) }
      cells.append(cell)
      guard place < bytes.count, bytes[place] == delimiter else { break }
      place += 1
    }
    endLine()
    return CSVRow(cells: cells, source: Array(bytes[start..<place]), line: first)
  }

  private mutating func nextCell() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      let start = place
      while place < bytes.count, bytes[place] != delimiter, !isLineEnd(place) { place += 1 }
      return bytes.text(start..<place)
    }
    place += 1
    var cell: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == 0x0A { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        cell.append(byte)
        continue
      }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        cell.append(byte)
        place += 1
        continue
      }
      let isEnded = place == bytes.count || bytes[place] == delimiter || isLineEnd(place)
      return isEnded ? String(decoding: cell, as: UTF8.self) : nil
    }
    return nil
  }

  /// The one line from `start` as a row that is not understood; reading goes on behind it.
  private mutating func broken(from start: Int, line first: Int) -> CSVRow {
    let end = LineCursor(bytes, from: start).line.next
    place = end
    line = first + 1
    return CSVRow(cells: [], source: Array(bytes[start..<end]), line: first, isBroken: true)
  }

  private func isLineEnd(_ place: Int) -> Bool {
    bytes[place] == 0x0A
      || bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
  }

  private mutating func endLine() {
    guard place < bytes.count else { return }
    place += bytes[place] == 0x0D ? 2 : 1
    line += 1
  }

  /// A cell as it is written: in quotes when it holds the delimiter, a quote, a line end or outer spaces.
  static func write(_ cell: String, delimiter: UInt8) -> String {
    let needsQuotes =
      cell.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
