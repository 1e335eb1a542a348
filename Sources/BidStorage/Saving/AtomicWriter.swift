import Checksum
import Glibc

/// What a save expects to find at the path.
package enum ExpectedFile: Hashable, Sendable {
  /// The file with this digest: the one that was read.
  case digest(SHA256Digest)
  /// Nothing: the file is new.
  case absent
  /// Anything, to be replaced: for files that are made anew each time, when the user has asked for it.
  case anything
}

/// A save that is done.
package struct SavedFile: Sendable {
  /// The file, absolute and without links.
  package var target: String
  /// The digest of what it now holds.
  package var digest: SHA256Digest
  /// Set when the file is whole but the disk would not confirm that its name is safe from a power cut.
  package var warning: StorageError?
}

/// Replaces whole files: what is at the path is the old or the new version, never a mix.
///
/// The steps: compare the file on disk with the one expected; write a temporary file beside it, with
/// its mode and owner; sync it; compare again; rename it over the old one; sync the folder. Any
/// failure up to the rename removes the temporary file and leaves the old one whole. A save goes
/// through a symbolic link to the file behind it, and a file that holds the new bytes already is
/// not written.
///
/// Limitations: another program may still write between the second comparison and the rename (two
/// system calls apart); access lists, extended attributes and other hard links are not carried over.
package struct AtomicWriter: Sendable {
  let files: any FileSystem
  let reader: FileReader
  let tag: String

  /// Writes to `files`; `host` names this machine, so that no other's temporary files are taken away.
  package init(files: any FileSystem, host: String) {
    self.files = files
    reader = FileReader(files: files)
    tag = String(SHA256Digest(of: host.utf8).description.prefix(6))
  }

  /// Makes `bytes` the content of the file at `path`.
  ///
  /// - Throws: `changedOnDisk`, `goneFromDisk`, `alreadyThere` or `readOnly` with nothing written; the
  ///   call that failed, with the old file whole.
  /// - Complexity: O(*n*) in the bytes.
  package func write(
    _ bytes: [UInt8], to path: String, expecting: ExpectedFile
  ) throws(StorageError) -> SavedFile {
    try commit(try stage(bytes, to: path, expecting: expecting))
  }

  /// Writes and syncs the temporary file of a save, to be committed or discarded.
  ///
  /// - Throws: As `write`.
  /// - Complexity: O(*n*) in the bytes.
  func stage(
    _ bytes: [UInt8], to path: String, expecting: ExpectedFile
  ) throws(StorageError) -> StagedFile {
    let digest = SHA256Digest(of: bytes)
    let old = try check(path, expecting: expecting, ours: digest)
    let target: String
    if let old { target = old.target } else { target = try newTarget(path) }
    var staged = StagedFile(
      path: path, target: target, digest: digest, expecting: expecting, temporary: nil)
    if let old {
      if old.digest == digest { return staged }
      if old.isReadOnly { throw .readOnly(path: path) }
    }
    removeStaleTemporaries(besides: target)
    do throws(SystemError) {
      let (name, descriptor) = try openTemporary(beside: target, replacing: old)
      let temporary = StagedFile.Temporary(path: name, descriptor: descriptor)
      do {
        try files.writeAll(bytes, to: descriptor)
        if let old { try keepOwnerAndMode(of: old.status, on: descriptor) }
        try files.uninterrupted { () throws(SystemError) in try files.sync(descriptor) }
      } catch {
        discard(temporary)
        throw error
      }
      staged.temporary = temporary
      return staged
    } catch {
      throw .system(error, task: "save", path: path)
    }
  }

  /// Puts a staged file in its place.
  ///
  /// - Throws: As `write`; the temporary file is gone and the old one whole.
  /// - Complexity: O(*n*) in the bytes of the file on disk, which is compared once more.
  func commit(_ staged: StagedFile) throws(StorageError) -> SavedFile {
    var saved = SavedFile(target: staged.target, digest: staged.digest, warning: nil)
    guard let temporary = staged.temporary else { return saved }
    do {
      _ = try check(staged.path, expecting: staged.expecting, ours: nil)
      try place(temporary, staged)
    } catch {
      discard(temporary)
      throw error
    }
    try? files.close(temporary.descriptor)
    do { try syncFolder(of: staged.target) } catch {
      saved.warning = .system(error, task: "make sure of the save", path: staged.path)
    }
    return saved
  }

  /// Removes a staged file that is not wanted after all.
  func discard(_ staged: StagedFile) {
    if let temporary = staged.temporary { discard(temporary) }
  }

  /// Compares the file on disk with what is expected; nil when there is none, as it should be.
  func check(
    _ path: String, expecting: ExpectedFile, ours: SHA256Digest?
  ) throws(StorageError) -> FileBytes? {
    let found: FileBytes
    do { found = try reader.read(path) } catch {
      guard case .missing = error else { throw error }
      if case .digest = expecting { throw .goneFromDisk(path: path) }
      return nil
    }
    switch expecting {
    case .digest(let digest) where digest != found.digest && found.digest != ours:
      throw .changedOnDisk(path: path, theirs: found)
    case .absent where found.digest != ours:
      throw .alreadyThere(path: path, theirs: found)
    default:
      return found
    }
  }

  private func newTarget(_ path: String) throws(StorageError) -> String {
    try LockFolder.target(of: path, files: files)
  }
}
