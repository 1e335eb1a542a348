import BidModel
import BidTestSupport
import Testing

@testable import BidStorage

@Suite("The KPI register's file")
struct RegisterFileTests {
  static let header = RegisterColumn.header

  static func scan(_ text: String) throws -> RegisterFile {
    try RegisterFile(scanning: Array(text.utf8), path: "kpis.csv")
  }

  static func text(_ file: RegisterFile) -> String { String(decoding: file.printed(), as: UTF8.self) }

  static let files = [
    "kpi,value\n", "kpi,value\r\nflow.los,2\r\n\r\n", "\u{FEFF}kpi;value;mine\nflow.los;2;\"x\"\n",
    "value\tkpi\n1\tflow.los",
    "kpi,value\n\"flow.los\",\"a\nb\"\nbad,1,2\n\"open,1\nsafety.falls,\"3\"\n",
    "kpi,value\n\"a\"b,1\nflow.los,1\n",
    "KPI , Value \nflow.los, 2 \n",
  ]

  @Test("an untouched register is written back byte for byte", arguments: files)
  func untouched(_ text: String) throws {
    #expect(Self.text(try Self.scan(text)) == text)
  }

  @Test("a changed row is written anew, and no other byte changes")
  func changed() throws {
    var file = try Self.scan(
      "\u{FEFF}mine;kpi;value;note\r\n\"x;y\";flow.los;2;\"as \"\"is\"\"\"\r\n\"1\";safety.falls;3;\r\n")
    var fact = try #require(file.register[KPIReference("flow.los")])
    #expect(fact.note == "as \"is\"")
    fact.value = "2;5"
    try file.set(fact)
    #expect(
      Self.text(file)
        == "\u{FEFF}mine;kpi;value;note\r\n\"x;y\";flow.los;\"2;5\";\"as \"\"is\"\"\"\r\n\"1\";safety.falls;3;\r\n"
    )
    #expect(file.register[KPIReference("flow.los")]?.value == "2;5")
  }

  @Test("a new fact goes last, on a line of its own")
  func added() throws {
    var file = try Self.scan("kpi,scope,change\nflow.los,,x3")
    var fact = KPIFact(KPIReference("safety.falls", scope: "north"))
    fact.change = "-24%"
    try file.set(fact)
    #expect(Self.text(file) == "kpi,scope,change\nflow.los,,x3\nsafety.falls,north,-24%")
    #expect(try Self.scan(Self.text(file)).register.facts == file.register.facts)
  }

  @Test("setting a fact to what it is changes no byte")
  func same() throws {
    var file = try Self.scan("kpi,value\n\"flow.los\",\"2\"\n")
    try file.set(try #require(file.register.facts.first))
    #expect(Self.text(file) == "kpi,value\n\"flow.los\",\"2\"\n")
  }

  @Test(
    "rows that are not understood are told with their line and kept",
    arguments: [
      ("flow.los,1,2\n", [2]), ("\"open\nflow.los,1\n", [2]), ("flow.los,1\nflow.los,2\n", [3]),
      (",1\n", [2]),
      ("flow.los,\"a\nb\"\nx\n", [4]),
    ])
  func problems(_ rows: String, _ lines: [Int]) throws {
    let scoped = try Self.scan("kpi,value\n" + rows).problems.compactMap(\.line).filter { $0 > 1 }
    #expect(scoped == lines)
  }

  @Test("a header without its column kpi is refused, one that lacks others is told")
  func headers() throws {
    #expect(throws: StorageError.self) { try Self.scan("name,value\n") }
    #expect(throws: StorageError.self) { try Self.scan("") }
    #expect(try Self.scan("kpi,value\n").problems.map(\.line) == [1])
    #expect(try Self.scan(Self.header + "\n").problems.isEmpty)
  }

  @Test("a value for a column the file lacks is refused, and nothing changes")
  func missingColumn() throws {
    var file = try Self.scan("kpi,value\n")
    var fact = KPIFact(KPIReference("flow.los"))
    fact.period = "2026"
    #expect(throws: StorageError.self) { try file.set(fact) }
    #expect(Self.text(file) == "kpi,value\n")
  }

  @Test("two people's rows, and two people's cells of one row, both survive")
  func merging() throws {
    let base = try Self.scan("kpi,value,note\nflow.los,1,\nsafety.falls,2,\n")
    let before = try #require(base.register[KPIReference("flow.los")])
    var mine = before
    mine.value = "9"
    let new = KPIFact(KPIReference("flow.new"))
    let theirs = "kpi,value,note\nflow.los,1,theirs\nsafety.falls,3,\nflow.other,4,\n"
    let merged = try RegisterFile.merging(
      [.init(before: before, after: mine), .init(before: nil, after: new)], onto: Array(theirs.utf8),
      path: "kpis.csv")
    #expect(
      Self.text(merged.file)
        == "kpi,value,note\nflow.los,9,theirs\nsafety.falls,3,\nflow.other,4,\nflow.new,,\n")
    #expect(merged.clashes.isEmpty)
  }

  @Test("a cell that both changed stays as it is on disk and is told")
  func clashes() throws {
    let before = try #require(try Self.scan("kpi,value\nflow.los,1\n").register.facts.first)
    var mine = before
    mine.value = "9"
    let merged = try RegisterFile.merging(
      [.init(before: before, after: mine)], onto: Array("kpi,value\nflow.los,5\n".utf8), path: "kpis.csv")
    #expect(Self.text(merged.file) == "kpi,value\nflow.los,5\n")
    #expect(merged.clashes == [.init(reference: before.reference, column: "value", mine: "9", theirs: "5")])
  }

  @Test("any words in any cells come back from the file", arguments: 0..<UInt64(300))
  func anyWords(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let marks = [",", ";", "\t"]
    var file = try Self.scan(
      RegisterColumn.allCases.map(\.rawValue).joined(separator: generator.pick(marks)) + "\r\n")
    for number in 0..<5 {
      var fact = KPIFact(KPIReference("flow.k\(number)", scope: generator.pick(["", "north"])))
      fact.note = generator.trickyText().trimmingSpaces()
      fact.value = generator.pick(["a,b", "a;b", "\"", "=1+1", "-2%", "+3", "@x", "a\tb", "\r\n"])
      try file.set(fact)
    }
    let again = try RegisterFile(scanning: file.printed(), path: "kpis.csv")
    #expect(again.register.facts == file.register.facts)
    #expect(again.problems.isEmpty)
    #expect(again.printed() == file.printed())
  }
}
