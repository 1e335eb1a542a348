import BidModel
import BidStorage
import Checksum
import Dispatch
import Foundation
import Synchronization

/// Gives edits to the journal on a thread of its own, so that typing never waits for a disk.
///
/// The first edit of a file begins its session. What goes wrong is told once, through `report`, and again
/// only after the same work has succeeded in between; writing goes on: the journal is a net, and its loss is
/// not a reason to lose the text in hand.
package final class JournalQueue: Sendable {
  private let journal: Journal
  private let queue = DispatchQueue(label: "journal")
  private let sessions = Mutex<[String: Session]>([:])
  /// What was told of each kind of work that fails at present.
  private let told = Mutex<[Work: String]>([:])
  private let report: @Sendable (String) -> Void

  /// What is asked of the journal; each kind fails and recovers by itself, since a full disk may still sync.
  private enum Work { case append, save, drop, sync }

  private struct Session: Sendable {
    var journal: JournalSession
    var sequence: Int64
  }

  /// - Parameter report: Called on the journal's thread with a sentence for the person.
  package init(_ journal: Journal, report: @escaping @Sendable (String) -> Void) {
    self.journal = journal
    self.report = report
  }

  /// Records `edits` of the file at `path`, whose bytes before the first of them are `base`.
  package func append(_ edits: [Edit], to path: String, base: [UInt8], digest: SHA256Digest) {
    record(edits, to: path, base: base, digest: digest)
  }

  /// Records a change of a file that is edited as text.
  package func append(_ patch: LinePatch, to path: String, base: [UInt8], digest: SHA256Digest) {
    record(patch, to: path, base: base, digest: digest)
  }

  private func record<Change: Encodable & Sendable>(
    _ change: Change, to path: String, base: [UInt8], digest: SHA256Digest
  ) {
    queue.async { [self] in
      attempt(.append) {
        let payload = String(decoding: try JSONEncoder().encode(change), as: UTF8.self)
        let session = try self.session(path) ?? begin(path, base: base, digest: digest)
        let sequence = try journal.append([payload], to: session.journal)
        sessions.withLock { $0[path] = Session(journal: session.journal, sequence: sequence) }
      }
    }
  }

  /// Notes, before a save, the digest the file is about to have; waits until that is written.
  package func willSave(_ path: String, digest: SHA256Digest) {
    queue.sync {
      attempt(.save) {
        guard let session = self.session(path) else { return }
        try journal.willSave(session.journal, upTo: session.sequence, digest: digest)
      }
    }
  }

  /// Notes that the file now holds `base`.
  package func didSave(_ path: String, digest: SHA256Digest, base: [UInt8]) {
    queue.async { [self] in
      attempt(.save) {
        guard let session = self.session(path) else { return }
        try journal.didSave(session.journal, upTo: session.sequence, digest: digest, base: base)
      }
    }
  }

  /// Drops what was recorded of a file whose edits were given up on purpose.
  package func abandon(_ path: String) {
    queue.async { [self] in
      attempt(.drop) {
        guard let session = self.session(path) else { return }
        sessions.withLock { $0[path] = nil }
        try journal.end(session.journal)
      }
    }
  }

  /// Drops work that a person has looked at and given up, or has taken over.
  package func discard(_ recovery: Recovery) {
    queue.async { [self] in attempt(.drop) { try journal.discard(recovery) } }
  }

  /// Makes what was recorded safe from a power cut.
  package func sync() {
    queue.async { [self] in attempt(.sync) { try journal.sync() } }
  }

  /// Waits until everything given so far is written.
  package func flush() { queue.sync {} }

  /// Ends the sessions of files that are saved.
  package func end(saved paths: [String]) {
    queue.sync {
      for path in paths {
        attempt(.drop) {
          guard let session = self.session(path) else { return }
          sessions.withLock { $0[path] = nil }
          try journal.end(session.journal)
        }
      }
    }
  }

  private func begin(_ path: String, base: [UInt8], digest: SHA256Digest) throws -> Session {
    Session(journal: try journal.begin(path: path, base: base, digest: digest), sequence: 0)
  }

  private func session(_ path: String) -> Session? { sessions.withLock { $0[path] } }

  private func attempt(_ work: Work, _ body: () throws -> Void) {
    do {
      try body()
      told.withLock { $0[work] = nil }
    } catch {
      let sentence = "\(error)"
      let isNew = told.withLock { told in
        defer { told[work] = sentence }
        return !told.values.contains(sentence)
      }
      if isNew { report(sentence) }
    }
  }
}
