import GRDB
import Glibc

extension Journal {
  /// Opens the journal under `stateFolder` (`Places.state`), making folder and database when missing.
  ///
  /// A damaged database is moved aside and a new one begun; `notice` says so. `locks` tell whose file
  /// is open elsewhere (without them only process numbers do); `process` is another than the running one
  /// only in tests; `clock` gives seconds since 1970.
  ///
  /// - Throws: `featureOff` when the folder or the database cannot be used.
  package static func open(
    stateFolder: String, files: any FileSystem = LocalFileSystem(), locks: LockFolder? = nil,
    process: ProcessIdentity = .current(), clock: @escaping @Sendable () -> Double = wallClock
  ) throws(StorageError) -> Journal {
    let path = FilePath.join(stateFolder, "journal.sqlite")
    do throws(SystemError) { try files.makePrivateFile(path) } catch {
      throw .featureOff(feature: "edit journal", path: stateFolder, reason: error.reason)
    }
    var notice: String?
    do {
      let queue: DatabaseQueue
      do { queue = try connect(path) } catch let error as DatabaseError
        where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      {
        let aside = try moveAside(path, files: files, time: Int(clock()))
        notice =
          "The edit journal was damaged and a new one was begun. The old one is kept as"
          + " \(aside.visible); unsaved work in it, if any, could not be read."
        queue = try connect(path)
      }
      return Journal(
        path: path, notice: notice, queue: queue, files: files, locks: locks, process: process,
        clock: clock)
    } catch let error as SystemError {
      throw .featureOff(feature: "edit journal", path: path, reason: error.reason)
    } catch {
      throw .featureOff(feature: "edit journal", path: path, reason: reason(of: error))
    }
  }

  /// The wall clock in seconds since 1970.
  package static let wallClock: @Sendable () -> Double = {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Opens the database in WAL mode and makes its tables, reading enough to notice damage.
  private static func connect(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(2)
    configuration.label = "journal"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 {
        try db.inTransaction(.immediate) {
          // Another process may have made them while this one waited for the lock.
          if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 { try db.execute(sql: schema) }
          return .commit
        }
      }
      for table in ["base", "session", "entry", "save"] {
        _ = try Int.fetchOne(db, sql: "SELECT 1 FROM \(table) LIMIT 1")
      }
    }
    return queue
  }

  /// Renames a damaged database and its log out of the way, and gives the new path.
  private static func moveAside(
    _ path: String, files: any FileSystem, time: Int
  ) throws(SystemError) -> String {
    let aside = "\(path).damaged-\(time)"
    try files.rename(path, to: aside)
    for ending in ["-wal", "-shm"] {
      do throws(SystemError) { try files.rename(path + ending, to: aside + ending) } catch
        where error.code == ENOENT
      {
        continue
      }
    }
    let descriptor = try files.open(path, .readWrite, permissions: 0o600)
    try files.close(descriptor)
    return aside
  }
}
