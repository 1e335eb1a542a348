import BidStorage
import BidTestSupport
import Checksum
import Glibc
import Testing

@Suite("Every system call of a save faulted in turn") struct SavingFaultTests {
  static let old = AtomicWriterTests.old
  static let new = AtomicWriterTests.new
  static let codes = [ENOSPC, EDQUOT, EIO, EACCES, EPERM, EROFS, ENOENT, ENOTSUP, ESTALE]

  /// The two saves there are: over a file, and of a new one.
  static let cases: [ExpectedFile] = [.digest(SHA256Digest(of: old)), .absent]

  /// A disk before the save.
  static func disk(_ expected: ExpectedFile) -> MemoryFileSystem {
    let files = MemoryFileSystem()
    files.put(.folder, at: "/w")
    if expected != .absent { files.put(old, at: "/w/a.md", permissions: 0o640) }
    return files
  }

  /// Saves, and gives the error's sentence.
  static func save(_ files: MemoryFileSystem, _ expected: ExpectedFile) -> String? {
    sentence {
      _ = try AtomicWriter(files: files, host: "h").write(new, to: "/w/a.md", expecting: expected)
    }
  }

  /// How many calls a save makes when nothing goes wrong.
  static func callCount(_ expected: ExpectedFile) -> Int {
    let files = disk(expected)
    files.faults = FaultPlan()
    #expect(save(files, expected) == nil)
    return files.log.count
  }

  /// What is there before a save.
  static func before(_ expected: ExpectedFile) -> [UInt8]? { expected == .absent ? nil : old }

  @Test("a call that fails leaves old and an error, or new and none", arguments: cases)
  func failures(expected: ExpectedFile) {
    let count = Self.callCount(expected)
    #expect(count >= 12)
    for call in 1...count {
      for code in Self.codes {
        let files = Self.disk(expected)
        files.faults = FaultPlan((.call(call), .fail(code)))
        let message = Self.save(files, expected)
        let failed = files.log[call - 1]
        let now = files.bytes(at: "/w/a.md")
        #expect(
          now == (message == nil ? Self.new : Self.before(expected)),
          "call \(call) (\(failed)) errno \(code): \(message ?? "no error")")
        if let message { #expect(isSentence(message, about: "/w/a.md"), "\(message)") }
        #expect(files.openCount == 0, "call \(call) (\(failed))")
        if failed != .unlink {
          #expect(files.names(in: "/w").allSatisfy { $0 == "a.md" }, "call \(call) (\(failed))")
        }
        files.faults = FaultPlan()
        if message != nil { #expect(Self.save(files, expected) == nil, "the next save works") }
      }
    }
  }

  @Test("an interrupted call, and a short write, is no failure", arguments: cases)
  func interruptions(expected: ExpectedFile) {
    for call in 1...Self.callCount(expected) {
      for effect in [FaultPlan.Effect.fail(EINTR), .short(1)] {
        let files = Self.disk(expected)
        files.faults = FaultPlan((.call(call), effect))
        let message = Self.save(files, expected)
        let retried: Set<SystemCall> = [.open, .read, .write, .sync, .rename, .lock, .close]
        if case .fail = effect, !retried.contains(files.log[call - 1]) { continue }
        #expect(message == nil)
        #expect(files.bytes(at: "/w/a.md") == Self.new)
      }
    }
  }

  @Test("a disk that takes one byte at a time still gets the whole file")
  func trickle() {
    let files = Self.disk(Self.cases[0])
    files.faults = FaultPlan((.every(.write), .short(1)), (.every(.read), .short(1)))
    #expect(Self.save(files, Self.cases[0]) == nil)
    #expect(files.bytes(at: "/w/a.md") == Self.new)
  }

  @Test("a process that dies after any call leaves old or new, and the next save cleans up", arguments: cases)
  func crashes(expected: ExpectedFile) {
    for call in 1...Self.callCount(expected) {
      let files = Self.disk(expected)
      files.faults = FaultPlan((.call(call), .crash))
      _ = Self.save(files, expected)
      let after = files.anotherProcess()
      let now = after.bytes(at: "/w/a.md")
      #expect(now == Self.new || now == Self.before(expected), "after call \(call)")
      let next: ExpectedFile = now.map { .digest(SHA256Digest(of: $0)) } ?? .absent
      #expect(
        sentence {
          _ = try AtomicWriter(files: after, host: "h").write(
            bytes("third"), to: "/w/a.md", expecting: next)
        } == nil)
      #expect(after.names(in: "/w") == ["a.md"], "after call \(call)")
    }
  }

  @Test("a power cut after any call leaves old or new, whatever the disk had not yet done", arguments: cases)
  func powerCuts(expected: ExpectedFile) {
    for call in 1...Self.callCount(expected) {
      for keepingBytes in [false, true] {
        for keepingNames in 0...4 {
          let files = Self.disk(expected)
          files.faults = FaultPlan((.call(call), .crash))
          _ = Self.save(files, expected)
          let after = files.anotherProcess()
          after.powerCut(keepingNames: keepingNames, keepingBytes: keepingBytes)
          let now = after.bytes(at: "/w/a.md")
          #expect(
            now == Self.new || now == Self.before(expected),
            "call \(call), names \(keepingNames), bytes \(keepingBytes)")
        }
      }
    }
  }

  @Test("a save that returned without a warning survives any power cut", arguments: cases)
  func durable(expected: ExpectedFile) {
    let files = Self.disk(expected)
    #expect(Self.save(files, expected) == nil)
    files.powerCut()
    #expect(files.bytes(at: "/w/a.md") == Self.new)
  }

  @Test("a folder that cannot be synced is a warning, as the new file is in place")
  func warning() throws {
    let files = Self.disk(Self.cases[0])
    files.faults = FaultPlan((.kind(.sync, 2), .fail(EIO)))
    let saved = try AtomicWriter(files: files, host: "h").write(
      Self.new, to: "/w/a.md", expecting: Self.cases[0])
    #expect(saved.warning?.description.contains("/w/a.md") == true)
    #expect(files.bytes(at: "/w/a.md") == Self.new)
  }
}

@Suite("Saving several files") struct MultiFileWriterTests {
  static let paths = ["/w/a.md", "/w/b.md", "/w/kpis.csv"]

  static func disk() -> MemoryFileSystem {
    let files = MemoryFileSystem()
    for path in paths { files.put(bytes("old \(path)"), at: path) }
    return files
  }

  static func changes() -> [FileChange] {
    paths.map {
      FileChange(
        path: $0, bytes: bytes("new \($0)"), expecting: .digest(SHA256Digest(of: bytes("old \($0)"))))
    }
  }

  static func locks(_ files: MemoryFileSystem) -> LockFolder {
    LockFolder(files: files, stateFolder: "/state") {
      LockHolder(pid: 7, user: "ann", host: "desk", since: "12:04")
    }
  }

  static func write(_ files: MemoryFileSystem, holding: [FileLock] = []) throws {
    let writer = MultiFileWriter(writer: AtomicWriter(files: files, host: "h"), locks: locks(files))
    #expect(try writer.write(changes(), holding: holding).count == 3)
  }

  @Test("all files are written, and their locks given back")
  func all() throws {
    let files = Self.disk()
    try Self.write(files)
    for path in Self.paths { #expect(files.bytes(at: path) == bytes("new \(path)")) }
    #expect(files.openCount == 0)
    #expect(files.names(in: "/state/locks").isEmpty)
  }

  @Test("one changed or locked file stops the command before anything is written")
  func refused() throws {
    let changed = Self.disk()
    changed.put(bytes("theirs"), at: "/w/kpis.csv")
    #expect(sentence { try Self.write(changed) }?.contains("/w/kpis.csv changed on disk") == true)
    #expect(changed.bytes(at: "/w/a.md") == bytes("old /w/a.md"))
    #expect(changed.names(in: "/w").count == 3)

    let locked = Self.disk()
    let other = try Self.locks(locked.anotherProcess()).take("/w/b.md")
    #expect(sentence { try Self.write(locked) }?.contains("pid 7, ann on desk, since 12:04") == true)
    #expect(locked.bytes(at: "/w/a.md") == bytes("old /w/a.md"))
    other.release()
    try Self.write(locked)
  }

  @Test("files that the caller holds are not locked again")
  func holding() throws {
    let files = Self.disk()
    let lock = try Self.locks(files).take("/w/b.md")
    try Self.write(files, holding: [lock])
    #expect(sentence { _ = try Self.locks(files).take("/w/b.md") } != nil, "the caller still holds it")
    lock.release()
  }

  @Test("each call faulted in turn leaves every file whole, and tells when only some are new")
  func faults() throws {
    let clean = Self.disk()
    try Self.write(clean)
    for call in 1...clean.log.count {
      let files = Self.disk()
      files.faults = FaultPlan((.call(call), .fail(ENOSPC)))
      let message = sentence { try Self.write(files) }
      let isNew = Self.paths.map { files.bytes(at: $0) == bytes("new \($0)") }
      for (path, isNew) in zip(Self.paths, isNew) where !isNew {
        #expect(files.bytes(at: path) == bytes("old \(path)"))
      }
      switch isNew.count(where: { $0 }) {
      case 3: #expect(message == nil, "call \(call)")
      case 0: #expect(message != nil, "call \(call)")
      default: #expect(message?.contains("Only some files were written") == true, "call \(call)")
      }
      #expect(files.openCount == 0, "call \(call)")
    }
  }

  @Test("a file named twice is refused")
  func twice() {
    let files = Self.disk()
    files.putLink(at: "/w/same.md", to: "a.md")
    let writer = MultiFileWriter(writer: AtomicWriter(files: files, host: "h"), locks: nil)
    let change = FileChange(path: "/w/same.md", bytes: [], expecting: .anything)
    let message = sentence { _ = try writer.write(Self.changes() + [change]) }
    #expect(message?.contains("written twice") == true)
  }
}
