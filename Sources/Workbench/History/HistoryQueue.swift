import BidModel
import BidStorage
import Checksum
import Dispatch
import Synchronization

/// Gives histories to the store on a thread of its own, so that saving never waits for it.
///
/// What goes wrong is told once, and writing goes on.
package final class HistoryQueue: Sendable {
  private let store: HistoryStore
  private let queue = DispatchQueue(label: "history")
  private let hasFailed = Mutex(false)
  private let report: @Sendable (String) -> Void

  /// - Parameter report: Called, at most once and on the queue's thread, with a sentence for the person.
  package init(_ store: HistoryStore, report: @escaping @Sendable (String) -> Void) {
    self.store = store
    self.report = report
  }

  /// Keeps what was done in `answer`, whose file at `path` now has `digest`.
  func keep(_ answer: Answer, log: UndoLog, path: String, digest: SHA256Digest) {
    queue.async { [self] in
      attempt {
        guard let history = StoredHistory(answer, log: log) else { return try store.forget(path) }
        try store.keep(try history.payload(), of: path, digest: digest)
      }
    }
  }

  /// What was kept of the file at `path`, if it still has `digest`.
  ///
  /// - Complexity: O(*n*) in the history; waits for what is being kept.
  func history(of path: String, digest: SHA256Digest) -> StoredHistory? {
    queue.sync {
      var found: StoredHistory?
      attempt {
        guard let payload = try store.payload(of: path, digest: digest) else { return }
        // One that an older program wrote in another way is as good as none.
        found = try? StoredHistory(payload: payload)
      }
      return found
    }
  }

  /// Adds to the words written in a bid on a day.
  func addWritten(_ words: Int, in bid: String, on day: String) {
    queue.async { [self] in attempt { try store.addWritten(words, in: bid, on: day) } }
  }

  /// The words written in a bid on a day, as far as they were saved.
  func written(in bid: String, on day: String) -> Int {
    queue.sync {
      var words = 0
      attempt { words = try store.written(in: bid, on: day) }
      return words
    }
  }

  /// Waits until everything given so far is kept.
  package func flush() { queue.sync {} }

  private func attempt(_ work: () throws -> Void) {
    do { try work() } catch {
      let isFirst = hasFailed.withLock { hasFailed in
        defer { hasFailed = true }
        return !hasFailed
      }
      if isFirst { report("\(error)") }
    }
  }
}
