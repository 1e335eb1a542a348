import Checksum
import GRDB
import Glibc

/// The edits that are not yet in a saved file, so that the death of the process loses none of them.
///
/// One SQLite database, `journal.sqlite` in the XDG state folder: local, mode 0600 in a folder of mode
/// 0700, and never among shared files. A *session* is one opened file: it keeps the bytes that the edits
/// apply to (its base) and one entry for each transaction.
///
/// Order of a save: `willSave` records the digest of the new bytes, the file is renamed into place,
/// `didSave` makes those bytes the base. A process that dies between the last two leaves a file on
/// disk whose digest is the recorded one: then the entries up to it are known to be saved and are not
/// offered again.
///
/// What it covers: once `append` returns, the death of the process (the bytes are with the kernel);
/// once `sync` returns, the machine's. Saved entries stay as history, the last 2,000 of each path, so
/// that undo can reach back behind a closed file (`history`).
///
/// Threading: any thread may call; calls queue up and block while another runs (about 0.1 ms for an
/// append). Intended for one background thread. Two processes may use it at once: a call waits up to
/// two seconds for the other's transaction.
///
/// Limitations: WAL needs a local disk, so a state folder on a network share is unsafe; a process in
/// another container is seen through its file lock alone.
package final class Journal: Sendable {
  /// The database file.
  package let path: String
  /// What happened at the opening that the user should read: a damaged journal was moved aside.
  package let notice: String?

  let queue: DatabaseQueue
  let files: any FileSystem
  let locks: LockFolder?
  let process: ProcessIdentity
  let clock: @Sendable () -> Double

  /// The saved entries of one path that are kept for undo.
  package static let historyLimit = 2_000

  init(
    path: String, notice: String?, queue: DatabaseQueue, files: any FileSystem, locks: LockFolder?,
    process: ProcessIdentity, clock: @escaping @Sendable () -> Double
  ) {
    self.path = path
    self.notice = notice
    self.queue = queue
    self.files = files
    self.locks = locks
    self.process = process
    self.clock = clock
  }

  /// Starts the session of a file whose bytes are `base`.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the base, which is stored once for each digest.
  package func begin(
    path: String, base: [UInt8], digest: SHA256Digest
  ) throws(StorageError) -> JournalSession {
    let now = clock()
    return try write { db in
      try Self.store(base, digest, in: db)
      try db.execute(
        sql: """
          INSERT INTO session (path, base, first, pid, started, boot, began, last)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          path, digest.description, digest.description, self.process.pid, self.process.started,
          self.process.boot, now, now,
        ])
      return JournalSession(id: db.lastInsertedRowID, path: path)
    }
  }

  /// Records edits, all or none, and gives the sequence of the last.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the payloads' bytes.
  @discardableResult
  package func append(
    _ payloads: [String], to session: JournalSession
  ) throws(StorageError) -> Int64 {
    let now = clock()
    return try write { db in
      let insert = try db.cachedStatement(
        sql: "INSERT INTO entry (session, time, payload) VALUES (?, ?, ?)")
      for payload in payloads { try insert.execute(arguments: [session.id, now, payload]) }
      try db.execute(
        sql: "UPDATE session SET last = ?, ended = 0 WHERE id = ?", arguments: [now, session.id])
      return db.lastInsertedRowID
    }
  }

  /// Records, before the rename of a save, the digest that the file will then have.
  ///
  /// The new bytes hold the entries up to `sequence`.
  ///
  /// - Throws: `journal` when the database refuses.
  package func willSave(
    _ session: JournalSession, upTo sequence: Int64, digest: SHA256Digest
  ) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO save (session, sequence, digest) VALUES (?, ?, ?)",
        arguments: [session.id, sequence, digest.description])
    }
  }

  /// Makes the saved bytes the base of the session; the entries they hold become history.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the base and the entries that turn into history.
  package func didSave(
    _ session: JournalSession, upTo sequence: Int64, digest: SHA256Digest, base: [UInt8]
  ) throws(StorageError) {
    try write { db in
      try Self.store(base, digest, in: db)
      try Self.markSaved(session, upTo: sequence, digest: digest, in: db)
      try Self.trimHistory(of: session.path, in: db)
      try Self.dropUnusedBases(in: db)
    }
  }

  /// Ends a session whose work is saved or given up on purpose: nothing is left to recover.
  ///
  /// - Throws: `journal` when the database refuses.
  package func end(_ session: JournalSession) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM entry WHERE session = ? AND saved = 0", arguments: [session.id])
      try db.execute(sql: "DELETE FROM save WHERE session = ?", arguments: [session.id])
      try db.execute(
        sql: """
          DELETE FROM session WHERE id = ? AND NOT EXISTS (SELECT 1 FROM entry WHERE session = ?)
          """, arguments: [session.id, session.id])
      try db.execute(sql: "UPDATE session SET ended = 1 WHERE id = ?", arguments: [session.id])
      try Self.dropUnusedBases(in: db)
    }
  }

  /// Makes everything that was appended safe from a power cut; about one disk sync.
  ///
  /// The write-ahead log alone is synced: SQLite replays it after a crash, and syncs it by itself
  /// before it copies pages out of it. Call at most every two seconds.
  ///
  /// - Throws: `journal` when the disk refuses.
  package func sync() throws(StorageError) {
    do throws(SystemError) {
      let log = try files.open(path + "-wal", .read, permissions: 0)
      defer { try? files.close(log) }
      try files.uninterrupted { () throws(SystemError) in try files.sync(log) }
    } catch  where error.code == ENOENT {
      return
    } catch {
      throw .journal(path: path, reason: error.reason)
    }
  }

  /// Runs one transaction, turning a database error into a sentence.
  func write<Result>(
    _ work: (Database) throws -> Result
  ) throws(StorageError) -> Result {
    do { return try queue.write(work) } catch {
      throw .journal(path: path, reason: Self.reason(of: error))
    }
  }

  /// Why the database refused, in plain words.
  static func reason(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return switch error.resultCode {
    case .SQLITE_FULL: "the disk is full"
    case .SQLITE_READONLY, .SQLITE_PERM: "it may not be written"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "another Fivefold is using it"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: "it is damaged"
    case .SQLITE_IOERR: "the disk reported an input/output error"
    case .SQLITE_CANTOPEN: "it cannot be opened"
    default: error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }
}
