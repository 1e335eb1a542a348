import BidModel
import BidStorage
import BidTestSupport
import Testing

/// Each person's own files: what is written is read back, and nobody writes another's.
@Suite struct ReviewStoreTests {
  private let files = MemoryFileSystem()
  private var store: ReviewStore { ReviewStore(bid: "/bid", files: files, host: "desk") }

  /// A sheet with an entry of every kind, in words that would be taken for YAML.
  static func sheet(_ random: inout SeededGenerator, person: String = "ann") -> ReviewSheet {
    var sheet = ReviewSheet(round: "red", person: person, question: "2.1")
    sheet.started = "2026-11-21T12:00:00Z"
    sheet.seconds = 312
    sheet.scores = [QuestionScore(score: 3.5, reason: "no: " + random.trickyText() + ".", lift: "#")]
    let anchor = TextAnchor(
      part: "our-role", block: "00ff", ordinal: 2, offset: 7, quote: random.trickyText(), before: " ",
      after: "yes", above: "- x", below: "~")
    var span = anchor
    span.following = [anchor, TextAnchor(part: "", block: "1", ordinal: 3, quote: random.trickyText())]
    sheet.found = [
      SubAskFound(ask: 1, anchor: anchor), SubAskFound(ask: 2, anchor: nil),
      SubAskFound(ask: 3, anchor: span),
    ]
    sheet.comments = [
      ReviewComment(
        id: "\(person)-1", kind: .fix, severity: .critical, text: "x" + random.trickyText(),
        suggestion: "a: b", anchor: anchor, at: "2026-11-21T12:01:00Z"),
      ReviewComment(id: "\(person)-2", kind: .note, text: "over several", anchor: span, at: ""),
    ]
    sheet.comments[1].withdrawn = "2026-11-22T08:00:00Z"
    sheet.replies = [ReviewReply(comment: "joe-1", text: "true", at: "")]
    sheet.resolutions = [ReviewResolution(comment: "joe-1", state: .declined, reason: "null", at: "")]
    sheet.verifications = [ReviewVerification(comment: "joe-1", isFixed: true, note: "12:30", at: "")]
    sheet.moderations = [Moderation(criterion: "Quality", score: 4, rationale: "[a]", at: "")]
    sheet.signOff = SignOff(
      fingerprint: "0123", version: "20261121-120431--ann--sign.md", at: "",
      figures: [
        SignedFigure(name: "flow.referral_to_start@northside", value: "18 h"),
        SignedFigure(name: "b.c", value: "x" + random.trickyText()),
      ])
    return sheet
  }

  @Test("what was said is read back as it was said, whatever was typed")
  func roundTrip() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let sheet = Self.sheet(&random)
      let bytes = ReviewFile.print(sheet)
      let place = ReviewPath(round: "red", person: "ann", question: "2.1")
      #expect(try ReviewFile.read(bytes, path: "f", place: place) == sheet, "seed \(seed)")
      #expect(ReviewFile.print(sheet, replacing: bytes) == bytes)
    }
  }

  @Test(
    "a file that says something else than its folders is refused and left alone",
    arguments: [
      ("joe/2.1.yaml", "the file says it is red/ann/2.1.yaml"),
      ("ann/2.2.yaml", "the file says it is red/ann/2.1.yaml"),
    ])
  func wrongPlace(_ path: String, _ message: String) throws {
    var random = SeededGenerator(seed: 1)
    files.put(ReviewFile.print(Self.sheet(&random)), at: "/bid/reviews/red/\(path)")
    var problems: [FileProblem] = []
    #expect(store.sheets(problems: &problems).isEmpty)
    #expect(problems.first?.message.contains(message) == true, "\(problems)")
  }

  @Test(
    "a fault is told with its line",
    arguments: [
      ("round: red\nperson: ann\nquestion: \"2.1\"\nwhim: 1\n", 4),
      (
        "round: red\nperson: ann\nquestion: \"2.1\"\nresolutions:\n  - comment: joe-1\n    state: declined\n",
        6
      ),
      ("round: red\nperson: ann\nquestion: \"2.1\"\nscores:\n  - score: 3\n", 5),
    ])
  func faults(_ text: String, _ line: Int) {
    files.put(Array(text.utf8), at: "/bid/reviews/red/ann/2.1.yaml")
    var problems: [FileProblem] = []
    #expect(store.sheets(problems: &problems).isEmpty)
    #expect(problems.map(\.line) == [line], "\(problems)")
  }

  @Test(
    "no name leads out of the folder",
    arguments: ["../../joe", "/etc/passwd", "con", "ann\u{0}", "..", "a/../../b", "Ann O'Neil", ""])
  func names(_ person: String) throws {
    var sheet = ReviewSheet(round: "../red", person: person, question: "../../2.1")
    sheet.started = "now"
    try store.write(
      sheet, replacing: ReviewSheet(round: "../red", person: person, question: "../../2.1"))
    let written = files.contents.keys.filter { $0.hasSuffix(".yaml") }
    #expect(written.count == 1)
    #expect(
      written.allSatisfy { $0.hasPrefix("/bid/reviews/red/") && !$0.split(separator: "/").contains("..") },
      "\(written)")
  }

  @Test("two people whose names come to one folder do not write over each other")
  func sharedFolder() throws {
    var first = ReviewSheet(round: "red", person: "Ann Lee", question: "2.1")
    first.started = "now"
    try store.write(first, replacing: ReviewSheet(round: "red", person: "Ann Lee", question: "2.1"))
    var second = ReviewSheet(round: "red", person: "ann-lee", question: "2.1")
    second.started = "later"
    #expect(throws: StorageError.self) {
      try store.write(second, replacing: ReviewSheet(round: "red", person: "ann-lee", question: "2.1"))
    }
    var problems: [FileProblem] = []
    #expect(store.sheets(problems: &problems) == [first])
  }

  @Test("a file that another program changed is not written over")
  func changed() throws {
    var random = SeededGenerator(seed: 3)
    let base = Self.sheet(&random)
    files.put(ReviewFile.print(base), at: "/bid/reviews/red/ann/2.1.yaml")
    var mine = base
    mine.seconds = 1
    try store.write(mine, replacing: base)
    #expect(throws: StorageError.self) { try store.write(base, replacing: base) }
  }

  @Test("whatever two reviewers and a writer do, no two of them write one file")
  func disjoint() throws {
    var writers: [String: String] = [:]
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let person = random.pick(["ann", "joe", "priya"])
      var sheet = Self.sheet(&random, person: person)
      sheet.question = random.pick(["1.1", "2.1", "3.2"])
      sheet.round = random.pick(["pink", "red", "gold"])
      var problems: [FileProblem] = []
      let old = store.sheets(problems: &problems).first {
        $0.round == sheet.round && $0.person == person && $0.question == sheet.question
      }
      let before = files.contents
      try store.write(
        sheet,
        replacing: old ?? ReviewSheet(round: sheet.round, person: person, question: sheet.question))
      for (path, bytes) in files.contents where before[path] != bytes {
        #expect(writers[path, default: person] == person, "\(path)")
        writers[path] = person
      }
    }
    #expect(writers.count > 12)
  }
}

/// Two reviewers' work through git, as teams share it.
@Suite struct ReviewMergingTests {
  @Test("whatever two reviewers write on branches of their own merges without conflict, and nothing is lost")
  func merging() throws {
    let sandbox = try Sandbox()
    let bid = sandbox.work + "/bid"
    let git = { (line: String) in
      let result = try sandbox.shell(
        "git -c user.name=t -c user.email=t@t -c init.defaultBranch=main \(line)")
      try #require(result.code == 0, "\(line): \(result.output)\(result.errors)")
    }
    try sandbox.write("start\n", to: "README")
    try git("init -q")
    try git("add -A")
    try git("commit -qm start")
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      for person in ["ann", "joe"] {
        try git("checkout -q -B \(person) main")
        for _ in 0..<6 { try Self.work(of: person, in: bid, &random) }
        try git("add -A")
        try git("commit -qm \(person)-\(seed)")
      }
      try git("checkout -q main")
      try git("merge -q --no-edit ann")
      let before = Self.sheets(in: bid)
      try git("merge -q --no-edit joe")
      let after = Self.sheets(in: bid)
      #expect(before.filter { $0.person == "ann" } == after.filter { $0.person == "ann" })
      #expect(after.contains { $0.person == "joe" })
    }
    #expect(Self.sheets(in: bid).count > 8)
  }

  private static func sheets(in bid: String) -> [ReviewSheet] {
    var problems: [FileProblem] = []
    let sheets = ReviewStore(bid: bid, files: LocalFileSystem(), host: "desk").sheets(problems: &problems)
    #expect(problems.isEmpty, "\(problems)")
    return sheets
  }

  /// Writes a sheet, keeps a version and notes it in the audit, as the program does.
  private static func work(of person: String, in bid: String, _ random: inout SeededGenerator) throws {
    let files = LocalFileSystem()
    let store = ReviewStore(bid: bid, files: files, host: "desk")
    var new = ReviewStoreTests.sheet(&random, person: person)
    new.round = random.pick(["pink", "red", "gold"])
    new.question = random.pick(["1.1", "2.1", "3.2"])
    let at =
      "2026-11-21T1\(Int.random(in: 0...9, using: &random)):0\(Int.random(in: 0...9, using: &random)):00Z"
    new.submitted = at
    var problems: [FileProblem] = []
    let old = store.sheets(problems: &problems).first {
      $0.round == new.round && $0.person == person && $0.question == new.question
    }
    try store.write(
      new, replacing: old ?? ReviewSheet(round: new.round, person: person, question: new.question))
    try VersionFolder(bid: bid, files: files, host: "desk").keep(
      Array("## A\n\n\(random.next())\n".utf8), of: "2.1.md", cause: random.pick([.save, .review, .sign]),
      by: person, at: at)
    try AuditLog(bid: bid, files: files, host: "desk").append(
      AuditEntry(at: at, who: person, what: .score, question: new.question))
  }
}

extension MemoryFileSystem {
  /// Every file by its path.
  var contents: [String: [UInt8]] { contents(of: "/") }

  private func contents(of folder: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in names(in: folder) {
      let path = FilePath.join(folder, name)
      if let bytes = bytes(at: path) { found[path] = bytes } else { found.merge(contents(of: path)) { $1 } }
    }
    return found
  }
}
