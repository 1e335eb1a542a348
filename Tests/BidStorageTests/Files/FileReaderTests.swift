import BidStorage
import BidTestSupport
import Checksum
import Glibc
import Testing

@Suite("Reading files") struct FileReaderTests {
  @Test("a file is read whole with its digest and mode")
  func whole() throws {
    let folder = try TemporaryFolder()
    let content = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.put(content, at: "a.md", permissions: 0o640)
    let read = try FileReader(files: LocalFileSystem()).read(folder.file("a.md"))
    #expect(read.bytes == content)
    #expect(read.digest == SHA256Digest(of: content))
    #expect(read.status.permissions == 0o640)
    #expect(!read.isReadOnly && !read.isLink)
    #expect(read.status.modified > 1_500_000_000)
  }

  @Test("a link is read through, and its target is where a save goes")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.put(bytes("x"), at: "real.md")
    #expect(symlink("real.md", folder.file("link.md")) == 0)
    let read = try FileReader(files: LocalFileSystem()).read(folder.file("link.md"))
    #expect(read.isLink)
    #expect(read.target == folder.file("real.md"))
  }

  @Test("a named pipe on the real disk is refused without waiting for a writer")
  func pipe() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.file("p"), 0o600) == 0)
    let message = sentence { _ = try FileReader(files: LocalFileSystem()).read(folder.file("p")) }
    #expect(message?.contains("is a named pipe, not a file") == true)
  }

  @Test(
    "what is no file is refused by its kind",
    arguments: [
      (FileStatus.Kind.folder, "a folder"), (.pipe, "a named pipe"), (.socket, "a socket"),
      (.device, "a device"),
    ])
  func kinds(kind: FileStatus.Kind, name: String) {
    let files = MemoryFileSystem()
    files.put(kind, at: "/w/x")
    let message = sentence { _ = try FileReader(files: files).read("/w/x") }
    #expect(message == "/w/x is \(name), not a file. Give the path of a text file.")
    #expect(!files.log.contains(.open))
  }

  @Test("a file over the limit is refused with its size and never opened")
  func large() {
    let files = MemoryFileSystem()
    files.put([UInt8](repeating: 65, count: 3 * 1024 * 1024 / 2), at: "/w/big.md")
    let message = sentence { _ = try FileReader(files: files).read("/w/big.md", limit: 1 << 20) }
    #expect(message?.hasPrefix("/w/big.md holds 1.5 MiB, more than the 1 MiB") == true)
    #expect(!files.log.contains(.open))
  }

  @Test("a missing file, a broken link and a refused right each say so")
  func absent() {
    let files = MemoryFileSystem()
    files.put(bytes("secret"), at: "/w/private.md", permissions: 0o600)
    files.putLink(at: "/w/broken.md", to: "nowhere.md")
    files.putLink(at: "/w/loop.md", to: "loop.md")
    files.user = 1000
    let reader = FileReader(files: files)
    #expect(sentence { _ = try reader.read("/w/none.md") }?.contains("no such file") == true)
    #expect(sentence { _ = try reader.read("/w/broken.md") }?.contains("not there") == true)
    #expect(sentence { _ = try reader.read("/w/loop.md") }?.contains("circle") == true)
    #expect(sentence { _ = try reader.read("/w/private.md") }?.contains("permission") == true)
  }

  @Test("a file without write bits is read-only, even to an administrator")
  func readOnly() throws {
    let files = MemoryFileSystem()
    files.put(bytes("x"), at: "/w/a.md", permissions: 0o444)
    #expect(try FileReader(files: files).read("/w/a.md").isReadOnly)
  }

  @Test("short and interrupted reads give the whole file")
  func short() throws {
    let files = MemoryFileSystem()
    files.put(bytes("Twelve bytes"), at: "/w/a.md")
    files.faults = FaultPlan((.kind(.read, 2), .fail(EINTR)), (.every(.read), .short(1)))
    #expect(try FileReader(files: files).read("/w/a.md").bytes == bytes("Twelve bytes"))
  }

  @Test("a failed read at any call is a sentence and leaves nothing open", arguments: 1...8)
  func faults(call: Int) {
    let files = MemoryFileSystem()
    files.put(bytes("text"), at: "/w/a.md")
    files.faults = FaultPlan((.call(call), .fail(EIO)))
    let message = sentence { _ = try FileReader(files: files).read("/w/a.md") }
    #expect(message.map { isSentence($0, about: "/w/a.md") } ?? true)
    #expect(files.openCount == 0)
  }

  @Test("control and direction characters of a name are shown, not sent")
  func visible() {
    #expect("a\u{1B}[2J\n\u{7F}".visible == "a␛[2J␊␡")
    #expect("x\u{202E}y\u{9B}\u{FEFF}".visible == "x<U+202E>y<U+009B><U+FEFF>")
    #expect("café 👩‍👧".visible == "café 👩‍👧")
    let message = StorageError.missing(path: "a\u{1B}]0;t\u{7}.md").description
    #expect(!message.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test(
    "a failed call says what to do about it",
    arguments: [
      (ENOSPC, "Make room"), (EDQUOT, "Make room"), (EACCES, "Ask the owner"), (EPERM, "Ask the owner"),
      (EROFS, "Use another folder"), (ENOENT, "Check that the folder"), (EWOULDBLOCK, "Close it there"),
      (EIO, "Try again, or use another disk"),
    ])
  func advice(code: Int32, words: String) {
    let error = StorageError.system(SystemError(.write, code: code), task: "save", path: "a.md")
    #expect(error.description.contains(words), "\(error)")
  }

  @Test("paths come apart and go together")
  func paths() {
    #expect(FilePath.folder(of: "a/b.md") == "a")
    #expect(FilePath.folder(of: "b.md") == ".")
    #expect(FilePath.folder(of: "/b.md") == "/")
    #expect(FilePath.folder(of: "/a/b/") == "/a")
    #expect(FilePath.name(of: "/a/b/") == "b")
    #expect(FilePath.join("a/", "b") == "a/b")
    #expect(FilePath.join("a", "/b") == "/b")
  }
}

@Suite("Places") struct PlacesTests {
  @Test("the XDG variables win, and relative or empty ones are ignored")
  func variables() {
    let places = Places(environment: [
      "HOME": "/home/ann", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "",
      "XDG_RUNTIME_DIR": "/run/user/7",
    ])
    #expect(places.state == "/s/fivefold")
    #expect(places.data == "/home/ann/.local/share/fivefold")
    #expect(places.config == "/home/ann/.config/fivefold")
    #expect(places.runtime == "/run/user/7/fivefold")
  }

  @Test("without a home the feature is off and says how to turn it on")
  func homeless() {
    let message = sentence { _ = try Places(environment: [:]).stateFolder(for: "edit journal") }
    #expect(message?.contains("The edit journal is off") == true)
    #expect(message?.contains("XDG_STATE_HOME") == true)
  }
}
