import Checksum

/// A file as it was read: its bytes, what tells whether it has changed since, and what a save keeps.
package struct FileBytes: Sendable {
  /// The path that was asked for.
  package var path: String
  /// The file itself: absolute, links followed. A save goes there.
  package var target: String
  /// Everything in it.
  package var bytes: [UInt8]
  /// The SHA-256 of `bytes`.
  package var digest: SHA256Digest
  /// Mode, owner, size and times.
  package var status: FileStatus
  /// Whether its mode, or this user's rights, forbid writing it.
  package var isReadOnly: Bool

  /// Whether the path is a symbolic link to the file.
  package var isLink: Bool
}

/// Reads whole files, refusing what is no ordinary text file.
package struct FileReader: Sendable {
  /// 64 MiB: more than any answer, register or strategy, and little enough to hold twice.
  package static let defaultLimit = 64 * 1024 * 1024

  /// The disk.
  package let files: any FileSystem

  /// Reads from `files`.
  package init(files: any FileSystem) { self.files = files }

  /// Reads the file at `path`, links followed, of at most `limit` bytes.
  ///
  /// A pipe or device is refused before it is opened, and the open never waits, so that this cannot
  /// hang; what was opened is asked again, as the name may have changed hands in between.
  ///
  /// - Throws: `missing`, `brokenLink`, `notAFile`, `tooLarge`, or the call that failed.
  /// - Complexity: O(*n*) in the bytes.
  package func read(_ path: String, limit: Int = defaultLimit) throws(StorageError) -> FileBytes {
    let (target, isLink) = try resolve(path)
    do {
      try accept(try files.status(at: target), path: path, limit: limit)
      let descriptor = try files.uninterrupted { () throws(SystemError) in
        try files.open(target, .read, permissions: 0)
      }
      let status: FileStatus
      let bytes: [UInt8]
      do {
        status = try files.status(of: descriptor)
        try accept(status, path: path, limit: limit)
        bytes = try files.readAll(descriptor, limit: limit)
      } catch {
        try? files.close(descriptor)
        throw error
      }
      try? files.close(descriptor)
      guard bytes.count <= limit else {
        throw StorageError.tooLarge(path: path, size: bytes.count, limit: limit)
      }
      return FileBytes(
        path: path, target: target, bytes: bytes, digest: SHA256Digest(of: bytes), status: status,
        isReadOnly: isReadOnly(target, status), isLink: isLink)
    } catch let error as SystemError {
      throw .system(error, task: "read", path: path)
    } catch let error as StorageError {
      throw error
    } catch {
      throw .refused(problem: "\(path) could not be read", remedy: "Try again")
    }
  }

  /// The file behind `path`, and whether a link led there.
  ///
  /// - Throws: `missing`, `brokenLink`, or the call that failed.
  package func resolve(_ path: String) throws(StorageError) -> (target: String, isLink: Bool) {
    var isLink = false
    do {
      isLink = try files.linkStatus(at: path).kind == .link
      return (try files.realPath(of: path), isLink)
    } catch  where error.reason == "no such file or folder" {
      throw isLink ? .brokenLink(path: path) : .missing(path: path)
    } catch {
      throw .system(error, task: "read", path: path)
    }
  }

  private func accept(_ status: FileStatus, path: String, limit: Int) throws(StorageError) {
    guard status.kind == .file else { throw .notAFile(path: path, kind: status.kind) }
    guard status.size <= limit else {
      throw .tooLarge(path: path, size: status.size, limit: limit)
    }
  }

  /// A file without any write bit is read-only even to an administrator, who could write it: the
  /// missing bits say what its owner meant.
  private func isReadOnly(_ target: String, _ status: FileStatus) -> Bool {
    if status.permissions & 0o222 == 0 { return true }
    do { try files.checkWritable(target) } catch { return true }
    return false
  }
}
