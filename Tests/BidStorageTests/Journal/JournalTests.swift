import BidStorage
import Checksum
import Glibc
import Testing

/// A state folder with a file, and processes that come and go.
struct JournalScene {
  let folder: TemporaryFolder
  let path: String
  static let base = bytes("base text\n")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.md")
    try folder.put(Self.base, at: "a.md")
  }

  /// A process that is dead by the time anybody asks: no process has started at tick -1.
  static let dead = ProcessIdentity(pid: getpid(), started: -1, boot: ProcessIdentity.current().boot)

  func open(_ process: ProcessIdentity = .current(), locks: LockFolder? = nil) throws -> Journal {
    try Journal.open(stateFolder: folder.file("state"), locks: locks, process: process)
  }

  /// Writes the file as a save would.
  func save(_ content: [UInt8]) throws {
    _ = try AtomicWriter(files: LocalFileSystem(), host: "h").write(
      content, to: path, expecting: .anything)
  }

  func begin(_ journal: Journal) throws -> JournalSession {
    try journal.begin(path: path, base: Self.base, digest: SHA256Digest(of: Self.base))
  }
}

@Suite("Edit journal") struct JournalTests {
  @Test("what a dead process had not saved is offered with its base, in order")
  func recovery() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    let first = try dead.append(["{\"n\":1}", "{\"n\":2}"], to: session)
    #expect(try dead.append(["{\"n\":3}"], to: session) > first)
    // The dead process's connection stays open: kill -9 closes nothing in order either.
    let found = try scene.open().recoveries(for: scene.path)
    let recovery = try #require(found.first)
    #expect(found.count == 1)
    #expect(recovery.base == JournalScene.base)
    #expect(recovery.isBaseOnDisk)
    #expect(recovery.entries.map(\.payload) == ["{\"n\":1}", "{\"n\":2}", "{\"n\":3}"])
    #expect(recovery.entries.map(\.sequence) == recovery.entries.map(\.sequence).sorted())
    #expect(recovery.pid == getpid())
    #expect(recovery.last >= recovery.started)
  }

  @Test("a live process's session, and one that ended, is no recovery")
  func live() throws {
    let scene = try JournalScene()
    let journal = try scene.open()
    try journal.append(["x"], to: try scene.begin(journal))
    #expect(try scene.open().allRecoveries().isEmpty)
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    try dead.append(["x"], to: session)
    try dead.end(session)
    #expect(try scene.open().allRecoveries().isEmpty)
  }

  @Test("a session without edits leaves nothing to recover")
  func empty() throws {
    let scene = try JournalScene()
    _ = try scene.begin(try scene.open(JournalScene.dead))
    #expect(try scene.open().allRecoveries().isEmpty)
  }

  @Test("death between rename and didSave does not offer what was saved")
  func savedButNotRecorded() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    let upTo = try dead.append(["1", "2"], to: session)
    let content = bytes("saved text\n")
    try dead.willSave(session, upTo: upTo, digest: SHA256Digest(of: content))
    try scene.save(content)
    try dead.append(["3"], to: session)
    let recovery = try #require(try scene.open().recoveries(for: scene.path).first)
    #expect(recovery.entries.map(\.payload) == ["3"])
    #expect(recovery.base == content)
    #expect(recovery.isBaseOnDisk)
  }

  @Test("death between rename and didSave with no later edit is nothing to recover")
  func allSaved() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    let content = bytes("saved text\n")
    try dead.willSave(
      session, upTo: try dead.append(["1"], to: session), digest: SHA256Digest(of: content))
    try scene.save(content)
    #expect(try scene.open().allRecoveries().isEmpty)
    #expect(try scene.open().allRecoveries().isEmpty, "and it is not asked again")
  }

  @Test("death between willSave and the rename offers everything")
  func notRenamed() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    try dead.willSave(
      session, upTo: try dead.append(["1"], to: session), digest: SHA256Digest(of: bytes("new")))
    let recovery = try #require(try scene.open().recoveries(for: scene.path).first)
    #expect(recovery.entries.map(\.payload) == ["1"])
    #expect(recovery.base == JournalScene.base)
  }

  @Test("after didSave only later edits are offered, on the saved bytes")
  func saved() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    let session = try scene.begin(dead)
    let upTo = try dead.append(["1", "2"], to: session)
    let content = bytes("saved text\n")
    let digest = SHA256Digest(of: content)
    try dead.willSave(session, upTo: upTo, digest: digest)
    try scene.save(content)
    try dead.didSave(session, upTo: upTo, digest: digest, base: content)
    try dead.append(["3"], to: session)
    let recovery = try #require(try scene.open().recoveries(for: scene.path).first)
    #expect(recovery.entries.map(\.payload) == ["3"])
    #expect(recovery.base == content)
  }

  @Test("a file that somebody changed or removed since is said not to be the base")
  func changedSince() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    try dead.append(["1"], to: try scene.begin(dead))
    try scene.save(bytes("theirs"))
    let recovery = try #require(try scene.open().recoveries(for: scene.path).first)
    #expect(!recovery.isBaseOnDisk)
    #expect(recovery.base == JournalScene.base)
    try LocalFileSystem().unlink(scene.path)
    #expect(try scene.open().allRecoveries().first?.base == JournalScene.base)
  }

  @Test("a discarded recovery is gone")
  func discard() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    try dead.append(["1"], to: try scene.begin(dead))
    let journal = try scene.open()
    try journal.discard(try #require(try journal.allRecoveries().first))
    #expect(try journal.allRecoveries().isEmpty)
  }

  @Test("a file locked by another process is being edited, whatever its process number says")
  func locked() throws {
    let scene = try JournalScene()
    let dead = try scene.open(JournalScene.dead)
    try dead.append(["1"], to: try scene.begin(dead))
    func locks(_ pid: Int32) -> LockFolder {
      LockFolder(files: LocalFileSystem(), stateFolder: scene.folder.file("state")) {
        LockHolder(pid: pid, user: "ann", host: "desk", since: "12:04")
      }
    }
    let other = try locks(getpid() + 1).take(scene.path)
    #expect(try scene.open(locks: locks(getpid())).allRecoveries().isEmpty)
    other.release()
    let own = try locks(getpid()).take(scene.path)
    #expect(try scene.open(locks: locks(getpid())).allRecoveries().count == 1)
    own.release()
  }

  @Test("saved edits stay as history that joins up, the last 2,000 of a path")
  func history() throws {
    let scene = try JournalScene()
    let journal = try scene.open()
    var content = JournalScene.base
    for round in 1...3 {
      let session = try journal.begin(
        path: scene.path, base: content, digest: SHA256Digest(of: content))
      let upTo = try journal.append((1...900).map { "\(round).\($0)" }, to: session)
      content = bytes("round \(round)")
      try journal.didSave(session, upTo: upTo, digest: SHA256Digest(of: content), base: content)
      try journal.append(["given up"], to: session)
      try journal.end(session)
    }
    let history = try journal.history(of: scene.path, endingIn: SHA256Digest(of: content))
    #expect(history.count == 2_000)
    #expect(history.first?.payload == "1.701")
    #expect(history.last?.payload == "3.900")
    #expect(
      try journal.history(of: scene.path, endingIn: SHA256Digest(of: bytes("else"))).isEmpty)
  }

  @Test("two processes may write at once")
  func twoWriters() async throws {
    let scene = try JournalScene()
    let one = try scene.open(JournalScene.dead)
    let two = try scene.open(JournalScene.dead)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for journal in [one, two] {
        group.addTask {
          let session = try scene.begin(journal)
          for entry in 1...200 { try journal.append(["\(entry)"], to: session) }
          try journal.sync()
        }
      }
      try await group.waitForAll()
    }
    let found = try scene.open().recoveries(for: scene.path)
    #expect(found.map(\.entries.count) == [200, 200])
    #expect(found.allSatisfy { $0.entries.map(\.payload) == (1...200).map(String.init) })
  }

  @Test("folder and database are closed to others, and the file's folder gets nothing")
  func modes() throws {
    let scene = try JournalScene()
    let journal = try scene.open()
    try journal.append(["secret"], to: try scene.begin(journal))
    let files = LocalFileSystem()
    #expect(try files.status(at: scene.folder.file("state")).permissions == 0o700)
    for name in try files.list(scene.folder.file("state")) {
      #expect(try files.status(at: scene.folder.file("state/\(name)")).permissions == 0o600, "\(name)")
    }
    #expect(try files.list(scene.folder.path) == ["a.md", "state"])
  }

  @Test("a damaged database is moved aside with a sentence, and a new one works", arguments: [12, 100_000])
  func damaged(size: Int) throws {
    let scene = try JournalScene()
    try LocalFileSystem().makeFolder(scene.folder.file("state"), permissions: 0o700)
    try scene.folder.put([UInt8](repeating: 0x5A, count: size), at: "state/journal.sqlite")
    let journal = try scene.open(JournalScene.dead)
    #expect(journal.notice?.contains("journal.sqlite.damaged-") == true)
    try journal.append(["1"], to: try scene.begin(journal))
    #expect(try scene.open().allRecoveries().count == 1)
    #expect(try scene.open().notice == nil)
  }

  @Test("a state folder that cannot be made turns the journal off with a sentence")
  func unusable() throws {
    let scene = try JournalScene()
    let message = sentence {
      _ = try Journal.open(stateFolder: FilePath.join(scene.path, "fivefold"))
    }
    #expect(message?.hasPrefix("The edit journal is off:") == true)
    #expect(message?.contains("XDG_STATE_HOME") == true)
  }

  @Test("one base of 2 MB is kept once for many sessions and dropped with the last")
  func bases() throws {
    let scene = try JournalScene()
    let journal = try scene.open()
    let large = [UInt8](repeating: 65, count: 2_000_000)
    let digest = SHA256Digest(of: large)
    let sessions = try (0..<5).map { _ in
      try journal.begin(path: scene.path, base: large, digest: digest)
    }
    let log = scene.folder.file("state/journal.sqlite-wal")
    #expect(try LocalFileSystem().status(at: log).size < 2 * 2_000_000)
    for session in sessions { try journal.end(session) }
    let dead = try scene.open(JournalScene.dead)
    try dead.append(["1"], to: try dead.begin(path: scene.path, base: large, digest: digest))
    #expect(try journal.allRecoveries().first?.base == large)
  }

  @Test("the running process is alive, and neither another start nor another boot of it is")
  func identity() {
    let now = ProcessIdentity.current()
    #expect(now.isAlive)
    #expect(now.started > 0 && !now.boot.isEmpty)
    #expect(!ProcessIdentity(pid: now.pid, started: now.started + 1, boot: now.boot).isAlive)
    #expect(!ProcessIdentity(pid: now.pid, started: now.started, boot: "another").isAlive)
  }
}
