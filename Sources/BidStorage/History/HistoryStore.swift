import Checksum
import FoundationEssentials
import GRDB

/// What undo can go back to after a file was closed, and how many words were written on which day.
///
/// One SQLite database, `history.sqlite` beside the journal: local and mode 0600. For each path it keeps
/// one history, together with the digest of the file that the history ends in. A file with another
/// digest was changed by somebody else: its history no longer fits and is dropped. Nothing here is
/// needed to open or save a file, so a damaged database is thrown away and begun anew.
///
/// Threading: any thread may call; calls queue up. Intended for one background thread.
package final class HistoryStore: Sendable {
  /// The database file.
  package let path: String
  private let queue: DatabaseQueue

  /// How many files' histories are kept, the latest.
  package static let fileLimit = 400

  /// Opens the database under `stateFolder`, making folder and file when missing.
  ///
  /// - Throws: `featureOff` when it cannot be used.
  package init(stateFolder: String, files: any FileSystem = LocalFileSystem()) throws(StorageError) {
    path = FilePath.join(stateFolder, "history.sqlite")
    do throws(SystemError) { try files.makePrivateFile(path) } catch {
      throw .featureOff(feature: "kept undo history", path: stateFolder, reason: error.reason)
    }
    do {
      do { queue = try Self.connect(path) } catch let error as DatabaseError
        where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      {
        for ending in ["", "-wal", "-shm"] { try? files.unlink(path + ending) }
        queue = try Self.connect(path)
      }
    } catch {
      throw .featureOff(feature: "kept undo history", path: path, reason: Journal.reason(of: error))
    }
  }

  private static func connect(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(2)
    configuration.label = "history"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS history (
            path TEXT PRIMARY KEY, digest TEXT NOT NULL, payload BLOB NOT NULL,
            used INTEGER NOT NULL DEFAULT 0);
          CREATE TABLE IF NOT EXISTS written (
            bid TEXT NOT NULL, day TEXT NOT NULL, words INTEGER NOT NULL, PRIMARY KEY (bid, day));
          """)
    }
    return queue
  }

  /// Keeps `payload` as the history of the file at `path` whose content has `digest`, in place of any before.
  ///
  /// - Throws: `refused` when the database refuses.
  /// - Complexity: O(*n*) in the payload.
  package func keep(_ payload: [UInt8], of file: String, digest: SHA256Digest) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO history (path, digest, payload, used)
          VALUES (?, ?, ?, 1 + (SELECT COALESCE(MAX(used), 0) FROM history))
          """, arguments: [file, digest.description, Data(payload).databaseValue])
      try db.execute(
        sql: """
          DELETE FROM history WHERE path IN
            (SELECT path FROM history ORDER BY used DESC LIMIT -1 OFFSET ?)
          """, arguments: [Self.fileLimit])
    }
  }

  /// The history of the file at `path`, if it ends in the content with `digest`; else it is dropped.
  ///
  /// - Throws: `refused` when the database refuses.
  /// - Complexity: O(*n*) in the payload.
  package func payload(of file: String, digest: SHA256Digest) throws(StorageError) -> [UInt8]? {
    try write { db in
      try db.execute(
        sql: "DELETE FROM history WHERE path = ? AND digest <> ?", arguments: [file, digest.description])
      return try Data.fetchOne(db, sql: "SELECT payload FROM history WHERE path = ?", arguments: [file])
        .map { Array($0) }
    }
  }

  /// Drops the history of the file at `path`.
  ///
  /// - Throws: `refused` when the database refuses.
  package func forget(_ file: String) throws(StorageError) {
    try write { db in try db.execute(sql: "DELETE FROM history WHERE path = ?", arguments: [file]) }
  }

  /// Adds to the words written in a bid on a day; cutting takes away.
  ///
  /// - Parameter day: `2026-11-21`.
  /// - Throws: `refused` when the database refuses.
  package func addWritten(_ words: Int, in bid: String, on day: String) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO written (bid, day, words) VALUES (?, ?, ?)
          ON CONFLICT (bid, day) DO UPDATE SET words = words + excluded.words
          """, arguments: [bid, day, words])
      try db.execute(
        sql: "DELETE FROM written WHERE bid = ? AND day < date(?, '-400 days')", arguments: [bid, day])
    }
  }

  /// The words written in a bid on a day, as far as they were saved.
  ///
  /// - Throws: `refused` when the database refuses.
  package func written(in bid: String, on day: String) throws(StorageError) -> Int {
    try write { db in
      try Int.fetchOne(
        db, sql: "SELECT words FROM written WHERE bid = ? AND day = ?", arguments: [bid, day]) ?? 0
    }
  }

  private func write<Result>(_ work: (Database) throws -> Result) throws(StorageError) -> Result {
    do { return try queue.write(work) } catch {
      throw .refused(
        problem: "the undo history \(path) could not be used: \(Journal.reason(of: error))",
        remedy: "Writing and saving go on without it")
    }
  }
}
