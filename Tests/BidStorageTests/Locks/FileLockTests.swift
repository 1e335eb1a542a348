import BidStorage
import BidTestSupport
import Glibc
import Testing

@Suite("Locks") struct FileLockTests {
  static func folder(
    _ files: any FileSystem, state: String = "/state", pid: Int32 = 123
  ) -> LockFolder {
    LockFolder(files: files, stateFolder: state) {
      LockHolder(pid: pid, user: "ann", host: "desk", since: "12:04")
    }
  }

  static func disk() -> MemoryFileSystem {
    let files = MemoryFileSystem()
    files.put(bytes("x"), at: "/w/bids/a.md")
    files.putLink(at: "/w/link.md", to: "bids/a.md")
    return files
  }

  @Test(
    "every path to one file is one lock",
    arguments: ["/w/bids/a.md", "/w/link.md", "/w/../w/./bids/a.md", "/w/bids//a.md"])
  func paths(path: String) throws {
    let files = Self.disk()
    let lock = try Self.folder(files).take("/w/bids/a.md")
    let message = sentence { _ = try Self.folder(files.anotherProcess()).take(path) }
    #expect(
      message == "\(path) is open in another Fivefold: pid 123, ann on desk, since 12:04."
        + " Close it there first; here it is read-only.")
    lock.release()
    #expect(try Self.folder(files.anotherProcess()).take(path).target == "/w/bids/a.md")
  }

  @Test("a second take in the same process is refused too")
  func twice() throws {
    let files = Self.disk()
    let lock = try Self.folder(files).take("/w/bids/a.md")
    #expect(sentence { _ = try Self.folder(files).take("/w/link.md") } != nil)
    #expect(Self.folder(files).holder(of: "/w/link.md")?.pid == 123)
    lock.release()
    #expect(Self.folder(files).holder(of: "/w/link.md") == nil)
  }

  @Test("the death of the process frees its locks")
  func death() throws {
    let files = Self.disk()
    let lock = try Self.folder(files).take("/w/bids/a.md")
    files.kill()
    let next = try Self.folder(files.anotherProcess(), pid: 9).take("/w/bids/a.md")
    #expect(next.target == lock.target)
    // The dead process's handle must not take the living one's lock away.
    lock.release()
    #expect(Self.folder(files.anotherProcess()).holder(of: "/w/bids/a.md")?.pid == 9)
  }

  @Test("a file that is not there yet can be locked; nothing is written beside it")
  func absent() throws {
    let files = Self.disk()
    let lock = try Self.folder(files).take("/w/bids/new.md")
    #expect(lock.target == "/w/bids/new.md")
    #expect(files.names(in: "/w/bids") == ["a.md"])
  }

  @Test("of several files all are locked or none")
  func several() throws {
    let files = Self.disk()
    let other = try Self.folder(files.anotherProcess()).take("/w/z.md")
    #expect(
      sentence { _ = try Self.folder(files).takeAll(["/w/bids/a.md", "/w/z.md"]) } != nil)
    #expect(Self.folder(files.anotherProcess()).holder(of: "/w/bids/a.md") == nil)
    other.release()
    #expect(
      try Self.folder(files).takeAll(["/w/bids/a.md", "/w/z.md", "/w/link.md"]).count == 2)
  }

  @Test("a state folder that cannot be made turns locks off with a sentence")
  func off() {
    let files = Self.disk()
    files.put(bytes("in the way"), at: "/state")
    let message = sentence { _ = try Self.folder(files).take("/w/bids/a.md") }
    #expect(message?.hasPrefix("The file lock is off: /state/locks cannot be used") == true)
  }

  @Test("a failed call leaves nothing open", arguments: 1...10)
  func faults(call: Int) {
    let files = Self.disk()
    files.faults = FaultPlan((.call(call), .fail(EIO)))
    let lock = try? Self.folder(files).take("/w/bids/a.md")
    #expect(files.openCount == (lock == nil ? 0 : 1))
    lock?.release()
  }

  @Test("a damaged record still says that the file is held")
  func damaged() throws {
    let files = Self.disk()
    let lock = LockFolder(files: files, stateFolder: "/state") {
      LockHolder(pid: 0, user: "\u{1B}[2J", host: "", since: "")
    }
    let held = try lock.take("/w/bids/a.md")
    let holder = try #require(Self.folder(files.anotherProcess()).holder(of: held.target))
    #expect(holder.description == "open in another Fivefold")
  }

  @Test("the real disk refuses a second lock and frees it on release")
  func local() throws {
    let temporary = try TemporaryFolder()
    try temporary.put(bytes("x"), at: "a.md")
    let locks = Self.folder(LocalFileSystem(), state: temporary.file("state/deep"))
    let lock = try locks.take(temporary.file("a.md"))
    #expect(locks.holder(of: temporary.file("a.md"))?.user == "ann")
    lock.release()
    #expect(locks.holder(of: temporary.file("a.md")) == nil)
    #expect(try LocalFileSystem().list(temporary.file("state/deep/locks")).isEmpty)
    #expect(try LocalFileSystem().status(at: temporary.file("state/deep")).permissions == 0o700)
  }
}
