import BidStorage
import BidTestSupport
import Checksum
import Testing

/// What is kept of closed files.
@Suite struct HistoryStoreTests {
  private func digest(_ text: String) -> SHA256Digest { SHA256Digest(of: Array(text.utf8)) }

  @Test("a history is given back for the file it ends in, and dropped for any other")
  func fits() throws {
    let folder = try TemporaryFolder()
    let store = try HistoryStore(stateFolder: folder.path)
    try store.keep([1, 2], of: "/a.md", digest: digest("one"))
    try store.keep([3], of: "/b.md", digest: digest("two"))
    #expect(try store.payload(of: "/a.md", digest: digest("one")) == [1, 2])
    try store.keep([9], of: "/a.md", digest: digest("one more"))
    #expect(try store.payload(of: "/a.md", digest: digest("one")) == nil)
    #expect(try store.payload(of: "/a.md", digest: digest("one more")) == nil)
    #expect(try store.payload(of: "/b.md", digest: digest("two")) == [3])
    try store.forget("/b.md")
    #expect(try store.payload(of: "/b.md", digest: digest("two")) == nil)
  }

  @Test("the histories of the files used last are kept, up to the limit")
  func bounded() throws {
    let folder = try TemporaryFolder()
    let store = try HistoryStore(stateFolder: folder.path)
    let count = HistoryStore.fileLimit + 5
    for number in 0..<count { try store.keep([7], of: "/\(number).md", digest: digest("x")) }
    #expect(try store.payload(of: "/4.md", digest: digest("x")) == nil)
    #expect(try store.payload(of: "/5.md", digest: digest("x")) == [7])
    #expect(try store.payload(of: "/\(count - 1).md", digest: digest("x")) == [7])
  }

  @Test("words are added up by bid and day, and cutting takes away")
  func written() throws {
    let folder = try TemporaryFolder()
    let store = try HistoryStore(stateFolder: folder.path)
    try store.addWritten(30, in: "/bid", on: "2026-11-21")
    try store.addWritten(-10, in: "/bid", on: "2026-11-21")
    try store.addWritten(5, in: "/bid", on: "2026-11-22")
    try store.addWritten(7, in: "/other", on: "2026-11-21")
    #expect(try store.written(in: "/bid", on: "2026-11-21") == 20)
    #expect(try store.written(in: "/bid", on: "2026-11-22") == 5)
    #expect(try store.written(in: "/bid", on: "2026-11-23") == 0)
  }

  @Test("a damaged database is begun anew, and a folder that cannot be used is told")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let files = LocalFileSystem()
    try files.makeFolders(folder.path, permissions: 0o700)
    let junk = Array(String(repeating: "not a database ", count: 100).utf8)
    _ = try AtomicWriter(files: files, host: "desk").write(
      junk, to: FilePath.join(folder.path, "history.sqlite"), expecting: .absent)
    let store = try HistoryStore(stateFolder: folder.path)
    try store.keep([1], of: "/a.md", digest: digest("one"))
    #expect(try store.payload(of: "/a.md", digest: digest("one")) == [1])
    #expect(throws: StorageError.self) { try HistoryStore(stateFolder: "/dev/null/state") }
  }
}
