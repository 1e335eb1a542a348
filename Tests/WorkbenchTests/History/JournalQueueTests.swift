import BidStorage
import Glibc
import Synchronization
import Testing

@testable import Workbench

/// What is said of a journal that cannot be written.
@Suite struct JournalQueueTests {
  /// What was reported.
  private final class Told: Sendable {
    let sentences = Mutex<[String]>([])
  }

  @Test("a fault is told once, and again only after the same work has succeeded in between")
  func once() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let told = Told()
    let queue = JournalQueue(try Journal.open(stateFolder: folder.path)) { sentence in
      told.sentences.withLock { $0.append(sentence) }
    }
    // A link that leads to itself: the log cannot be opened to be synced.
    let log = FilePath.join(folder.path, "journal.sqlite-wal")
    unlink(log)
    symlink(log, log)
    for _ in 0..<5 { queue.sync() }
    queue.flush()
    #expect(told.sentences.withLock { $0.count } == 1)
    unlink(log)
    queue.sync()
    queue.flush()
    symlink(log, log)
    for _ in 0..<5 { queue.sync() }
    queue.flush()
    #expect(told.sentences.withLock { $0.count } == 2)
    unlink(log)
  }
}
