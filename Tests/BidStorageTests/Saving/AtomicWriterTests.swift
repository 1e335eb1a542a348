import BidStorage
import BidTestSupport
import Checksum
import Glibc
import Testing

@Suite("Saving") struct AtomicWriterTests {
  static let old = bytes("old text\n")
  static let new = bytes("new text, and longer\r\n")
  static let digest = SHA256Digest(of: old)

  @Test("a save replaces the bytes, keeps the mode and leaves no other file")
  func plain() throws {
    let folder = try TemporaryFolder()
    try folder.put(Self.old, at: "a.md", permissions: 0o664)
    let files = LocalFileSystem()
    let saved = try AtomicWriter(files: files, host: "h").write(
      Self.new, to: folder.file("a.md"), expecting: .digest(Self.digest))
    #expect(saved.digest == SHA256Digest(of: Self.new))
    #expect(saved.warning == nil)
    let read = try FileReader(files: files).read(folder.file("a.md"))
    #expect(read.bytes == Self.new)
    #expect(read.status.permissions == 0o664)
    #expect(try files.list(folder.path) == ["a.md"])
  }

  @Test("a save keeps another owner and group")
  func owner() throws {
    try withKnownIssue("only an administrator can give files away", isIntermittent: true) {
      let folder = try TemporaryFolder()
      try folder.put(Self.old, at: "a.md", permissions: 0o640)
      try #require(chown(folder.file("a.md"), 12_345, 54_321) == 0)
      _ = try AtomicWriter(files: LocalFileSystem(), host: "h").write(
        Self.new, to: folder.file("a.md"), expecting: .digest(Self.digest))
      let status = try LocalFileSystem().status(at: folder.file("a.md"))
      #expect(status.user == 12_345 && status.group == 54_321)
      #expect(status.permissions == 0o640)
    } when: {
      geteuid() != 0
    }
  }

  @Test("who cannot keep the group gives the new group no more than everybody")
  func group() throws {
    let root = MemoryFileSystem()
    root.put(.folder, at: "/w", permissions: 0o777)
    root.put(Self.old, at: "/w/a.md", permissions: 0o664)
    let descriptor = try root.open("/w/a.md", .readWrite, permissions: 0)
    try root.changeOwner(descriptor, user: 1000, group: 50)
    try root.close(descriptor)
    let files = root.anotherProcess()
    files.user = 1000
    files.faults = FaultPlan((.every(.changeOwner), .fail(EPERM)))
    _ = try AtomicWriter(files: files, host: "h").write(
      Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    let status = try root.status(at: "/w/a.md")
    #expect(status.group == 0 && status.user == 1000)
    #expect(status.permissions == 0o644)
  }

  @Test("a save through a link writes the file behind it and keeps the link")
  func link() throws {
    let files = MemoryFileSystem()
    files.put(Self.old, at: "/real/a.md")
    files.putLink(at: "/w/a.md", to: "/real/a.md")
    let saved = try AtomicWriter(files: files, host: "h").write(
      Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    #expect(saved.target == "/real/a.md")
    #expect(files.bytes(at: "/real/a.md") == Self.new)
    #expect(try files.linkStatus(at: "/w/a.md").kind == .link)
    #expect(files.names(in: "/real") == ["a.md"])
  }

  @Test("saving what is on disk already writes nothing")
  func unchanged() throws {
    let files = MemoryFileSystem()
    files.put(Self.old, at: "/w/a.md", permissions: 0o444)
    _ = try AtomicWriter(files: files, host: "h").write(
      Self.old, to: "/w/a.md", expecting: .digest(Self.digest))
    #expect(!files.log.contains(.write) && !files.log.contains(.rename))
  }

  @Test("a file that changed, went or appeared is refused, both versions kept")
  func conflicts() {
    let files = MemoryFileSystem()
    files.put(bytes("theirs"), at: "/w/a.md")
    let writer = AtomicWriter(files: files, host: "h")
    #expect {
      _ = try writer.write(Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    } throws: { error in
      guard case .changedOnDisk(_, let theirs) = error as? StorageError else { return false }
      return theirs.bytes == bytes("theirs")
    }
    #expect {
      _ = try writer.write(Self.new, to: "/w/b.md", expecting: .digest(Self.digest))
    } throws: { error in
      guard case .goneFromDisk = error as? StorageError else { return false }
      return true
    }
    #expect {
      _ = try writer.write(Self.new, to: "/w/a.md", expecting: .absent)
    } throws: { error in
      guard case .alreadyThere = error as? StorageError else { return false }
      return true
    }
    #expect(files.bytes(at: "/w/a.md") == bytes("theirs"))
    #expect(files.names(in: "/w") == ["a.md"])
  }

  @Test("a file that another program replaces during the save is not overwritten")
  func race() {
    let files = MemoryFileSystem()
    files.put(Self.old, at: "/w/a.md")
    files.faults = FaultPlan((.kind(.sync, 1), .meanwhile(path: "/w/a.md", bytes: bytes("theirs"))))
    let message = sentence {
      _ = try AtomicWriter(files: files, host: "h").write(
        Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    }
    #expect(message?.contains("changed on disk") == true)
    #expect(files.bytes(at: "/w/a.md") == bytes("theirs"))
    #expect(files.names(in: "/w") == ["a.md"])
  }

  @Test("a new file never replaces one that appears at the last moment")
  func lateArrival() {
    let files = MemoryFileSystem()
    files.put(.folder, at: "/w")
    files.faults = FaultPlan((.kind(.link, 1), .meanwhile(path: "/w/a.md", bytes: bytes("theirs"))))
    let message = sentence {
      _ = try AtomicWriter(files: files, host: "h").write(Self.new, to: "/w/a.md", expecting: .absent)
    }
    #expect(message?.contains("already there") == true)
    #expect(files.bytes(at: "/w/a.md") == bytes("theirs"))
    #expect(files.names(in: "/w") == ["a.md"])
  }

  @Test("a new file is made on a disk without links too")
  func withoutLinks() throws {
    let files = MemoryFileSystem()
    files.put(.folder, at: "/w")
    files.faults = FaultPlan((.every(.link), .fail(EPERM)), (.every(.lock), .fail(ENOTSUP)))
    _ = try AtomicWriter(files: files, host: "h").write(Self.new, to: "/w/a.md", expecting: .absent)
    #expect(files.bytes(at: "/w/a.md") == Self.new)
    #expect(files.names(in: "/w") == ["a.md"])
  }

  @Test("a read-only file is refused")
  func readOnly() {
    let files = MemoryFileSystem()
    files.put(Self.old, at: "/w/a.md", permissions: 0o444)
    let message = sentence {
      _ = try AtomicWriter(files: files, host: "h").write(
        Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    }
    #expect(message?.contains("may not be written by you") == true)
    #expect(files.bytes(at: "/w/a.md") == Self.old)
  }

  @Test("temporary files of dead processes go, those of live ones and other machines stay")
  func stale() throws {
    let dead = MemoryFileSystem()
    dead.put(Self.old, at: "/w/a.md")
    dead.faults = FaultPlan((.kind(.sync, 1), .crash))
    #expect(
      sentence {
        _ = try AtomicWriter(files: dead, host: "h").write(
          Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
      } != nil)
    let left = dead.names(in: "/w").filter { $0 != "a.md" }
    #expect(left.count == 1)
    let live = dead.anotherProcess()
    let tag = SHA256Digest(of: bytes("h")).description.prefix(6)
    let held = "/w/.b.md.fivefold-\(tag)0123ab"
    live.put(bytes("half"), at: held)
    try live.lock(try live.open(held, .read, permissions: 0))
    live.put(bytes("half"), at: "/w/.c.md.fivefold-00000a0123ab")
    _ = try AtomicWriter(files: dead.anotherProcess(), host: "h").write(
      Self.new, to: "/w/a.md", expecting: .digest(Self.digest))
    #expect(
      live.names(in: "/w") == [FilePath.name(of: held), ".c.md.fivefold-00000a0123ab", "a.md"].sorted())
  }

  @Test("the longest names can be saved")
  func longName() throws {
    let files = MemoryFileSystem()
    let path = "/w/" + String(repeating: "é", count: 126) + ".md"
    files.put(Self.old, at: path)
    _ = try AtomicWriter(files: files, host: "h").write(
      Self.new, to: path, expecting: .digest(Self.digest))
    #expect(files.bytes(at: path) == Self.new)
  }

  @Test("a folder that may not be written keeps the old file (real disk, not as administrator)")
  func closedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.put(Self.old, at: "a.md")
    chmod(folder.path, 0o500)
    let message = sentence {
      _ = try AtomicWriter(files: LocalFileSystem(), host: "h").write(
        Self.new, to: folder.file("a.md"), expecting: .digest(Self.digest))
    }
    let now = try FileReader(files: LocalFileSystem()).read(folder.file("a.md")).bytes
    if geteuid() == 0 {
      #expect(message == nil && now == Self.new)
    } else {
      #expect(message?.contains("permission was refused") == true && now == Self.old)
    }
  }
}
