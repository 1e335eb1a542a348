import Checksum
import FoundationEssentials
import GRDB

extension Journal {
  /// The tables, version 1.
  ///
  /// `base` holds each distinct content once; `session.first` is the base at its beginning, which
  /// chains the histories of one path; `save` holds the saves begun and, with `done`, finished.
  static let schema = """
    CREATE TABLE base (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE session (
      id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, base TEXT NOT NULL,
      first TEXT NOT NULL, pid INTEGER NOT NULL, started INTEGER NOT NULL, boot TEXT NOT NULL,
      began REAL NOT NULL, last REAL NOT NULL, ended INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX session_path ON session (path);
    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL, time REAL NOT NULL,
      payload TEXT NOT NULL, saved INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX entry_session ON entry (session, saved, sequence);
    CREATE TABLE save (
      session INTEGER NOT NULL, sequence INTEGER NOT NULL, digest TEXT NOT NULL);
    CREATE INDEX save_session ON save (session);
    PRAGMA user_version = 1;
    """

  /// Keeps a content, once for each digest.
  static func store(_ bytes: [UInt8], _ digest: SHA256Digest, in db: Database) throws {
    let known = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM base WHERE digest = ?", arguments: [digest.description])
    if known != nil { return }
    let blob = Data(bytes).databaseValue
    try db.execute(
      sql: "INSERT INTO base (digest, bytes) VALUES (?, ?)", arguments: [digest.description, blob])
  }

  /// Makes the content `digest` the base of a session, and what it holds history.
  static func markSaved(
    _ session: JournalSession, upTo sequence: Int64, digest: SHA256Digest, in db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE entry SET saved = 1 WHERE session = ? AND saved = 0 AND sequence <= ?",
      arguments: [session.id, sequence])
    try db.execute(
      sql: "DELETE FROM save WHERE session = ? AND sequence <= ?", arguments: [session.id, sequence])
    try db.execute(
      sql: "UPDATE session SET base = ? WHERE id = ?", arguments: [digest.description, session.id])
  }

  /// Drops the oldest saved entries of a path over the limit, and ended sessions left without any.
  static func trimHistory(of path: String, in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM entry WHERE sequence IN (
          SELECT entry.sequence FROM entry JOIN session ON session.id = entry.session
          WHERE session.path = ? AND entry.saved = 1
          ORDER BY entry.sequence DESC LIMIT -1 OFFSET ?)
        """, arguments: [path, historyLimit])
    try db.execute(
      sql: """
        DELETE FROM session WHERE path = ? AND ended = 1
          AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.session = session.id)
        """, arguments: [path])
  }

  /// Drops the contents that no open session builds on; an ended one needs only the digest.
  static func dropUnusedBases(in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM base WHERE digest NOT IN (SELECT base FROM session WHERE ended = 0)")
  }
}
