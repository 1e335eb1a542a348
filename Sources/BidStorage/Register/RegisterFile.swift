import BidModel

/// The KPI register as a file: every row as it was written, and the facts they hold.
///
/// Rows nobody changed are written back byte for byte, with their quotes and line ends; a changed row is
/// written anew, its unknown columns kept. Columns may stand in any order; the delimiter (comma,
/// semicolon or tab, as spreadsheets differ) is told from the header.
///
/// A cell that begins with `=`, `+`, `-` or `@` is data and is written as it is: a change is `-24%`, and
/// nothing here runs a formula. A spreadsheet that opens the file shows such a cell by its own rules.
package struct RegisterFile: Sendable {
  /// The facts, in file order; of two rows for one KPI and scope the first counts.
  package private(set) var register: KPIRegister
  /// Rows that are kept but not understood, in file order.
  package private(set) var problems: [FileProblem]
  /// The file, for messages.
  package let path: String

  private var hasByteOrderMark = false
  private var delimiter = UInt8(ascii: ",")
  private var lineEnding = "\n"
  private var endsWithNewline = true
  private var rows: [CSVRow] = []
  /// Where each column stands in a row.
  private var columns: [RegisterColumn: Int] = [:]
  private var width = 0
  /// The row that holds each fact, as an index into the rows.
  private var places: [KPIReference: Int] = [:]

  /// Reads a register.
  ///
  /// - Throws: `notUTF8`; `malformed` when the header has no column `kpi`.
  /// - Complexity: O(*n*) in the bytes.
  package init(scanning bytes: [UInt8], path: String) throws(StorageError) {
    if let fault = UTF8Fault(in: bytes) {
      throw .notUTF8(path: path, line: fault.line, byte: fault.byte)
    }
    self.path = path
    register = KPIRegister()
    problems = []
    bytes.withUnsafeBufferPointer { readRows($0) }
    try readHeader()
    readFacts()
  }

  /// An empty register with the header of this program.
  package static func empty(path: String) -> RegisterFile {
    var file = RegisterFile(path: path)
    file.rows = [
      CSVRow(
        cells: RegisterColumn.allCases.map(\.rawValue), source: Array((RegisterColumn.header + "\n").utf8),
        line: 1)
    ]
    file.width = RegisterColumn.allCases.count
    file.columns = Dictionary(uniqueKeysWithValues: RegisterColumn.allCases.enumerated().map { ($1, $0) })
    return file
  }

  private init(path: String) {
    self.path = path
    register = KPIRegister()
    problems = []
  }

  /// Facts with a quantity that cannot be read as a number, as errors with their line.
  ///
  /// - Complexity: O(*n*) in the rows.
  package func quantityProblems(by set: KPISet) -> [KPIReference: FileProblem] {
    var found: [KPIReference: FileProblem] = [:]
    for fact in register.facts {
      guard let fault = fact.quantityFault(by: set[fact.reference.kpi]) else { continue }
      found[fact.reference] = FileProblem(
        path: path, line: places[fact.reference].map { rows[$0].line },
        message: "‘\(fact.reference)’: \(fault)", fix: "Write the number, or leave the cell empty.",
        check: "kpi-not-a-number")
    }
    return found
  }

  // MARK: Reading

  private mutating func readRows(_ bytes: LineBytes) {
    hasByteOrderMark = bytes.has("\u{FEFF}", at: 0)
    let start = hasByteOrderMark ? 3 : 0
    let header = LineCursor(bytes, from: start).line
    delimiter = Self.delimiter(of: bytes.slice(header.content))
    lineEnding = header.endsInCRLF ? "\r\n" : "\n"
    endsWithNewline = bytes.count == start || bytes.last == 0x0A
    var records = CSVRecords(bytes, delimiter: delimiter, from: start)
    while let row = records.next() { rows.append(row) }
  }

  /// The delimiter that stands most often in the header; a comma when none does.
  private static func delimiter(of header: LineBytes) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = candidates.map { mark in header.count { $0 == mark } }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return candidates[0] }
    return candidates[place]
  }

  private mutating func readHeader() throws(StorageError) {
    let names = rows.first?.cells.map { $0.trimmingSpaces().lowercased() } ?? []
    width = names.count
    for (place, name) in names.enumerated() {
      guard let column = RegisterColumn(rawValue: name), columns[column] == nil else { continue }
      columns[column] = place
    }
    guard columns[.kpi] != nil else {
      throw .malformed(
        path: path, line: 1, problem: "the header has no column ‘kpi’",
        remedy: "Begin the file with the line “\(RegisterColumn.header)”")
    }
    let missing = RegisterColumn.allCases.filter { columns[$0] == nil }.map(\.rawValue)
    guard !missing.isEmpty else { return }
    report(
      1, "the header lacks \(missing.map { "‘\($0)’" }.joined(separator: ", ")), which is read as empty.",
      fix: "Add the column to the header and a cell to every row.")
  }

  private mutating func readFacts() {
    for (place, row) in rows.enumerated().dropFirst() where !row.isBlank {
      if row.isBroken {
        report(
          row.line, "a quote is not closed, or something follows it.",
          fix: "Close it, or double a quote within.")
      } else if row.cells.count != width {
        report(
          row.line, "the row has \(row.cells.count) cells where the header has \(width).",
          fix: "Add or remove delimiters, or put text that holds one in quotes.")
      } else {
        readFact(row, at: place)
      }
    }
  }

  private mutating func readFact(_ row: CSVRow, at place: Int) {
    var fact = KPIFact(KPIReference(""))
    for (column, cell) in columns { fact[keyPath: column.path] = row.cells[cell].trimmingSpaces() }
    guard !fact.reference.kpi.isEmpty else {
      return report(row.line, "the row names no KPI.", fix: "Write its key in the column ‘kpi’.")
    }
    guard places[fact.reference] == nil else {
      return report(
        row.line, "‘\(fact.reference)’ has a row already; the first one counts.",
        fix: "Remove one of the two.")
    }
    places[fact.reference] = place
    register[fact.reference] = fact
  }

  private mutating func report(_ line: Int, _ message: String, fix: String) {
    problems.append(FileProblem(path: path, line: line, message: message, fix: fix))
  }

  // MARK: Changing

  /// Puts `fact` in the place of the one with its reference, or last when there is none.
  ///
  /// - Throws: `refused` when the file has no column for a cell that is not empty; nothing is changed.
  package mutating func set(_ fact: KPIFact) throws(StorageError) {
    guard register[fact.reference] != fact else { return }
    let homeless = RegisterColumn.allCases.filter { columns[$0] == nil && !fact[keyPath: $0.path].isEmpty }
    if let column = homeless.first {
      throw .refused(
        problem: "\(path) has no column ‘\(column.rawValue)’ to write to",
        remedy: "Add it to the header, and a cell to every row")
    }
    if let place = places[fact.reference] {
      let old = register[fact.reference]
      for (column, cell) in columns where old?[keyPath: column.path] != fact[keyPath: column.path] {
        rows[place].cells[cell] = fact[keyPath: column.path]
      }
      rows[place].source = nil
    } else {
      var cells = Array(repeating: "", count: width)
      for (column, cell) in columns { cells[cell] = fact[keyPath: column.path] }
      places[fact.reference] = rows.count
      rows.append(CSVRow(cells: cells, source: nil, line: 0))
    }
    register[fact.reference] = fact
  }

  /// The bytes of the file.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package func printed() -> [UInt8] {
    var bytes: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    let mark = String(decoding: [delimiter], as: UTF8.self)
    for row in rows {
      if bytes.count > (hasByteOrderMark ? 3 : 0), bytes.last != 0x0A { bytes += lineEnding.utf8 }
      if let source = row.source {
        bytes += source
      } else {
        let cells = row.cells.map { CSVRecords.write($0, delimiter: delimiter) }
        bytes += cells.joined(separator: mark).utf8
        bytes += lineEnding.utf8
      }
    }
    guard !endsWithNewline, rows.last?.source == nil, bytes.last == 0x0A else { return bytes }
    return bytes.dropLast(lineEnding.utf8.count)
  }
}
