import Checksum

/// A save whose bytes are on the disk in a temporary file, and not yet under their name.
struct StagedFile: Sendable {
  /// The temporary file, held open with its lock.
  struct Temporary: Sendable {
    /// Its path, in the folder of the file it is to become.
    var path: String
    /// Its descriptor, whose lock says that a live process is writing it.
    var descriptor: Descriptor
  }

  /// The path that was asked for.
  var path: String
  /// The file to replace or make.
  var target: String
  /// The digest of the new bytes.
  var digest: SHA256Digest
  /// What must still be there when it is put in place.
  var expecting: ExpectedFile
  /// Nil when the file on disk holds the new bytes already.
  var temporary: Temporary?
}
