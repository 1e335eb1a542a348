import BidModel
import BidStorage
import BidTestSupport
import Testing

/// Versions, audit entries and waivers are added to, and say what they were given.
@Suite struct HistoryAndAuditTests {
  private let files = MemoryFileSystem()
  private var history: VersionFolder { VersionFolder(bid: "/bid", files: files, host: "desk") }
  private var log: AuditLog { AuditLog(bid: "/bid", files: files, host: "desk") }

  @Test("a version gives back the bytes that were kept, with who, when, why and its name")
  func version() throws {
    let bytes = Array("## Context\r\n\r\nWords…\r\n".utf8)
    let file = try history.keep(
      bytes, of: "2.1-x.md", cause: .named, name: "Pink draft", by: "Priya Q", at: "2026-11-21T12:04:31Z")
    #expect(try history.bytes(of: file, answer: "2.1-x.md") == bytes)
    let version = try #require(history.versions(of: "2.1-x.md").first)
    #expect(version.at == "2026-11-21T12:04:31Z")
    #expect(version.person == "priya-q")
    #expect(version.cause == .named)
    #expect(version.name == "pink-draft")
  }

  @Test("saves within a quarter of an hour keep one version; other causes and other people keep theirs")
  func thinning() throws {
    let keep = { (text: String, cause: StoredVersion.Cause, person: String, minute: String) in
      try history.keep(
        Array(text.utf8), of: "a.md", cause: cause, by: person, at: "2026-11-21T12:\(minute):00Z")
    }
    _ = try keep("1", .save, "priya", "00")
    _ = try keep("2", .save, "priya", "10")
    #expect(history.versions(of: "a.md").count == 1)
    _ = try keep("3", .review, "ann", "11")
    _ = try keep("4", .save, "priya", "12")
    _ = try keep("5", .save, "tom", "13")
    _ = try keep("5", .save, "tom", "14")
    #expect(history.versions(of: "a.md").map(\.person) == ["priya", "ann", "priya", "tom"])
    _ = try keep("6", .save, "tom", "40")
    #expect(history.versions(of: "a.md").count == 5)
  }

  @Test("what is signed, read, frozen or named has a file that stays, though a save held the same text")
  func staying() throws {
    for (hour, cause) in StoredVersion.Cause.allCases.filter({ $0 != .save }).enumerated() {
      let keep = { (text: String, cause: StoredVersion.Cause, person: String, minute: String) in
        try history.keep(
          Array(text.utf8), of: "a.md", cause: cause, name: cause == .named ? "Pink" : "", by: person,
          at: "2026-11-21T1\(hour):\(minute):00Z")
      }
      let save = try keep("signed \(hour)", .save, "priya", "00")
      let signed = try keep("signed \(hour)", cause, "ann", "01")
      #expect(signed != save)
      let again = try keep("signed \(hour)", .save, "priya", "02")
      #expect(again == signed, "a save needs no file of its own then")
      _ = try keep("edited \(hour)", .save, "priya", "03")
      _ = try keep("again \(hour)", .save, "priya", "04")
      let kept = try history.bytes(of: signed, answer: "a.md")
      #expect(kept == Array("signed \(hour)".utf8))
    }
  }

  @Test(
    "a save that a review or the audit names is never thinned out",
    arguments: ["/bid/reviews/red/ann/2.1.yaml", "/bid/reviews/gold/joe/torn.yaml", "/bid/audit/ann.jsonl"])
  func named(_ path: String) throws {
    let keep = { (text: String, time: String) in
      try history.keep(
        Array(text.utf8), of: "a.md", cause: .save, by: "priya", at: "2026-11-21T12:\(time)Z")
    }
    let read = try keep("read", "00:00")
    files.put(Array("version: \"\(read)\"\n<<<<<<<\n".utf8), at: path)
    let next = try keep("edited", "00:00")
    #expect(next != read, "two saves of one second have two files")
    let last = try keep("edited again", "05:00")
    #expect(history.versions(of: "a.md").map(\.file) == [read, last])
    #expect(history.versions(of: "a.md").map(\.name) == ["", ""])
    let kept = try history.bytes(of: read, answer: "a.md")
    #expect(kept == Array("read".utf8))
  }

  @Test("a name that is no version is never read")
  func foreign() {
    files.put([1], at: "/bid/secret.md")
    #expect(throws: StorageError.self) { try history.bytes(of: "../../secret.md", answer: "a.md") }
  }

  @Test("audit entries are added, never changed, and read back in order of time")
  func audit() throws {
    let first = AuditEntry(
      at: "2026-11-21T12:00:00Z", who: "joe", what: .score, question: "2.1", why: "a\nb")
    let second = AuditEntry(at: "2026-11-21T11:00:00Z", who: "ann", what: .sign, ai: "none")
    let third = AuditEntry(at: "2026-11-21T13:00:00Z", who: "joe", what: .freeze, version: "0.1.0")
    for entry in [first, second] { try log.append(entry) }
    let before = try #require(files.bytes(at: "/bid/audit/joe.jsonl"))
    try log.append(third)
    #expect(files.bytes(at: "/bid/audit/joe.jsonl")?.starts(with: before) == true)
    var problems: [FileProblem] = []
    #expect(log.entries(problems: &problems) == [second, first, third])
    files.put(before + Array("{broken\n".utf8), at: "/bid/audit/joe.jsonl")
    #expect(log.entries(problems: &problems).count == 2)
    #expect(problems.map(\.line) == [2])
  }

  @Test("a waiver is added at the end, and what was written by hand stays")
  func waivers() throws {
    let hand = "# ours\nwaivers:\n  - item: \"a\" # why\n    reason: because\n"
    let bytes = try WaiverFile.appending(
      Waiver(item: "deliverable: Price", reason: "sent: by post", by: "morag", on: "2026-11-21"),
      to: Array(hand.utf8), path: "w")
    #expect(bytes.starts(with: hand.utf8))
    #expect(try WaiverFile.read(bytes, path: "w").map(\.reason) == ["because", "sent: by post"])
    let fresh = try WaiverFile.appending(Waiver(item: "a", reason: "b", by: "c", on: "d"), to: [], path: "w")
    #expect(try WaiverFile.read(fresh, path: "w").count == 1)
  }

  @Test(
    "who it is: the one asked for, then who git commits as if known, then the system's user",
    arguments: [
      ("Ann Marker", "Joe Inkwell", "root", "ann", true), (nil, "joe inkwell", "root", "joe", true),
      (nil, "Somebody Else", "ann", "ann", true), (nil, nil, "root", "root", false),
      ("guest", "Joe Inkwell", "ann", "guest", false), (" ", nil, "joe", "joe", true),
    ] as [(String?, String?, String, String, Bool)])
  func identity(_ asked: String?, _ git: String?, _ user: String, _ person: String, _ isKnown: Bool) {
    let people = [
      Workspace.Person(id: "ann", name: "Ann Marker", post: ""),
      Workspace.Person(id: "joe", name: "Joe Inkwell", post: ""),
    ]
    let identity = Identity(asked: asked, git: git, user: user, people: people)
    #expect(identity.person == person)
    #expect(identity.isKnown == isKnown)
  }

  @Test("git's name is read from the repository above the workspace, then from the person's own files")
  func gitName() {
    files.put(Array("[core]\n\tname = no\n[user]\n\tname = Ann Marker\n".utf8), at: "/team/.git/config")
    files.put(Array("[user]\nname = \"Own Name\"\n".utf8), at: "/home/.gitconfig")
    let find = { Identity.gitName(workspace: $0, environment: ["HOME": "/home"], files: files) }
    #expect(find("/team/bids") == "Ann Marker")
    #expect(find("/else") == "Own Name")
  }
}
