import Checksum

/// One edit transaction in the journal.
package struct JournalEntry: Hashable, Sendable {
  /// Its place in the order of all entries of the journal; it only grows.
  package var sequence: Int64
  /// The transaction as JSON, which the journal does not read.
  package var payload: String
  /// When it was written, in seconds since 1970.
  package var time: Double

  /// Puts the fields together.
  package init(sequence: Int64, payload: String, time: Double) {
    self.sequence = sequence
    self.payload = payload
    self.time = time
  }
}

/// The journal of one opened file, from `begin` to `end`.
package struct JournalSession: Hashable, Sendable {
  /// Its number in the journal.
  package let id: Int64
  /// The file, as it was given to `begin`.
  package let path: String
}

/// Work that a process left unsaved when it died.
package struct Recovery: Hashable, Sendable {
  /// The session that ended without `end`.
  package var session: JournalSession
  /// The file.
  package var path: String
  /// The bytes that `entries` apply to.
  package var base: [UInt8]
  /// The SHA-256 of `base`.
  package var baseDigest: SHA256Digest
  /// The edits that no save covers, oldest first; never empty.
  package var entries: [JournalEntry]
  /// Whether the file on disk is `base`: then nobody else has changed it since.
  package var isBaseOnDisk: Bool
  /// When the session began, in seconds since 1970.
  package var started: Double
  /// When its last entry was written, in seconds since 1970.
  package var last: Double
  /// The process that died.
  package var pid: Int32
}
