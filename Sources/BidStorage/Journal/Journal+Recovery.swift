import Checksum
import FoundationEssentials
import GRDB

extension Journal {
  /// What dead processes left unsaved of one file, newest first.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the bytes of the file, its bases and entries.
  package func recoveries(for path: String) throws(StorageError) -> [Recovery] {
    try recover(
      try read { db in
        try Row.fetchAll(
          db, sql: "SELECT * FROM session WHERE ended = 0 AND path = ? ORDER BY id DESC",
          arguments: [path])
      })
  }

  /// What dead processes left unsaved of any file, newest first.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the bytes of those files, their bases and entries.
  package func allRecoveries() throws(StorageError) -> [Recovery] {
    try recover(
      try read { db in
        try Row.fetchAll(db, sql: "SELECT * FROM session WHERE ended = 0 ORDER BY id DESC")
      })
  }

  /// What dead processes left unsaved of the files below `folder`, newest first.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the bytes of those files, their bases and entries.
  package func recoveries(below folder: String) throws(StorageError) -> [Recovery] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return try recover(
      try read { db in
        try Row.fetchAll(
          db,
          sql: "SELECT * FROM session WHERE ended = 0 AND substr(path, 1, ?) = ? ORDER BY id DESC",
          arguments: [start.unicodeScalars.count, start])
      })
  }

  /// Throws a recovery away.
  ///
  /// - Throws: `journal` when the database refuses.
  package func discard(_ recovery: Recovery) throws(StorageError) {
    try end(recovery.session)
  }

  /// The saved edits that led to the content `digest` of a file, oldest first, for undo after closing.
  ///
  /// Goes back from session to session while each begins with what the one before it had saved, so
  /// that the edits join up; a change by another program ends the chain.
  ///
  /// - Throws: `journal` when the database refuses.
  /// - Complexity: O(*n*) in the entries given.
  package func history(
    of path: String, endingIn digest: SHA256Digest
  ) throws(StorageError) -> [JournalEntry] {
    try read { db in
      let sessions = try Row.fetchAll(
        db, sql: "SELECT id, base, first FROM session WHERE path = ? AND ended = 1 ORDER BY id DESC",
        arguments: [path])
      var end = digest.description
      var chain: [[JournalEntry]] = []
      for session in sessions {
        guard session["base"] == end else { break }
        chain.append(try Self.entries(of: session["id"], saved: true, in: db))
        end = session["first"]
      }
      return chain.reversed().flatMap { $0 }
    }
  }

  // MARK: Steps

  /// Makes recoveries of the sessions whose process is dead; one with nothing unsaved is ended.
  private func recover(_ rows: [Row]) throws(StorageError) -> [Recovery] {
    var found: [Recovery] = []
    for row in rows where !isLive(row) {
      let session = JournalSession(id: row["id"], path: row["path"])
      if let recovery = try recovery(of: session, row) {
        found.append(recovery)
      } else {
        try end(session)
      }
    }
    return found
  }

  /// Whether the session's process still works on it.
  private func isLive(_ row: Row) -> Bool {
    let owner = ProcessIdentity(pid: row["pid"], started: row["started"], boot: row["boot"])
    if owner == process || owner.isAlive { return true }
    // A lock that this process took before it asked is no sign of the other's life.
    guard let holder = locks?.holder(of: row["path"]) else { return false }
    return holder.pid != process.pid
  }

  /// What one dead session holds that the file on disk does not.
  private func recovery(
    of session: JournalSession, _ row: Row
  ) throws(StorageError) -> Recovery? {
    let onDisk = try? FileReader(files: files).read(session.path)
    return try read { db in
      var digest = SHA256Digest(hexadecimal: row["base"])
      var covered: Int64 = 0
      if let onDisk {
        let saved = try Int64.fetchOne(
          db, sql: "SELECT MAX(sequence) FROM save WHERE session = ? AND digest = ?",
          arguments: [session.id, onDisk.digest.description])
        if let saved {
          covered = saved
          digest = onDisk.digest
        }
      }
      let entries = try Self.entries(of: session.id, saved: false, in: db)
        .filter { $0.sequence > covered }
      guard !entries.isEmpty else { return nil }
      let isOnDisk = onDisk?.digest == digest
      var base = isOnDisk ? onDisk?.bytes : nil
      if base == nil {
        base = try Data.fetchOne(
          db, sql: "SELECT bytes FROM base WHERE digest = ?", arguments: [digest.description]
        ).map { Array($0) }
      }
      guard let base else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      return Recovery(
        session: session, path: session.path, base: base, baseDigest: digest,
        entries: entries, isBaseOnDisk: isOnDisk, started: row["began"], last: row["last"],
        pid: row["pid"])
    }
  }

  private static func entries(
    of session: Int64, saved: Bool, in db: Database
  ) throws -> [JournalEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT sequence, payload, time FROM entry WHERE session = ? AND saved = ? ORDER BY sequence
        """, arguments: [session, saved]
    ).map { JournalEntry(sequence: $0["sequence"], payload: $0["payload"], time: $0["time"]) }
  }

  private func read<Result>(
    _ work: (Database) throws -> Result
  ) throws(StorageError) -> Result {
    do { return try queue.read(work) } catch {
      throw .journal(path: path, reason: Self.reason(of: error))
    }
  }
}
