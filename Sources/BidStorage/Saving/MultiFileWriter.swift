/// One file of a command that writes several.
package struct FileChange: Sendable {
  /// The file.
  package var path: String
  /// Its new content.
  package var bytes: [UInt8]
  /// What must be there now.
  package var expecting: ExpectedFile

  /// Puts the fields together.
  package init(path: String, bytes: [UInt8], expecting: ExpectedFile) {
    self.path = path
    self.bytes = bytes
    self.expecting = expecting
  }
}

/// Writes several files as one command: all can be written, or none is touched.
///
/// All locks are taken, all files compared, and all new bytes written and synced beside their files,
/// before the first is renamed into place: a full disk or a lost right shows while nothing has
/// changed. Limitations: a file system has no rename of several files, so a failure or power cut among
/// the renames leaves some done; each file is still whole, and the error names both groups.
package struct MultiFileWriter: Sendable {
  private let writer: AtomicWriter
  private let locks: LockFolder?

  /// Writes by `writer`; without `locks` (the state folder is unusable) the comparison alone guards.
  package init(writer: AtomicWriter, locks: LockFolder?) {
    self.writer = writer
    self.locks = locks
  }

  /// Writes all `changes`, in their order.
  ///
  /// `holding` are the locks that the caller has already, as of files that are open for editing.
  ///
  /// - Throws: As `LockFolder.take` and `AtomicWriter.write`, with nothing changed; `refused` when two
  ///   changes are of one file; `partlyWritten` when a rename failed after others were done.
  /// - Complexity: O(*n*) in the bytes of all changes.
  package func write(
    _ changes: [FileChange], holding: [FileLock] = []
  ) throws(StorageError) -> [SavedFile] {
    let taken = try lock(changes, holding: holding)
    defer { for lock in taken { lock.release() } }
    var staged: [StagedFile] = []
    do {
      for change in changes {
        staged.append(
          try writer.stage(change.bytes, to: change.path, expecting: change.expecting))
      }
    } catch {
      for file in staged { writer.discard(file) }
      throw error
    }
    return try commit(staged)
  }

  private func lock(
    _ changes: [FileChange], holding: [FileLock]
  ) throws(StorageError) -> [FileLock] {
    let held = Set(holding.map(\.target))
    var targets: Set<String> = []
    var free: [String] = []
    for change in changes {
      let target = try LockFolder.target(of: change.path, files: writer.files)
      guard targets.insert(target).inserted else {
        throw .refused(
          problem: "\(change.path) is written twice by one command, so nothing was written",
          remedy: "Give each file once")
      }
      if !held.contains(target) { free.append(change.path) }
    }
    return try locks?.takeAll(free) ?? []
  }

  private func commit(_ staged: [StagedFile]) throws(StorageError) -> [SavedFile] {
    var saved: [SavedFile] = []
    for (index, file) in staged.enumerated() {
      do { saved.append(try writer.commit(file)) } catch {
        for rest in staged[(index + 1)...] { writer.discard(rest) }
        guard index > 0 else { throw error }
        throw .partlyWritten(
          done: staged[..<index].map(\.path), left: staged[index...].map(\.path),
          reason: error.description)
      }
    }
    return saved
  }
}
