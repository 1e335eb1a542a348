import Checksum
import Glibc

/// Takes the locks of files: one edit at a time for each file, on this machine.
///
/// A lock is `flock` on a small file in `locks/` of the XDG **state** folder, named by the digest of
/// the edited file's real path. So a shared or synced folder gets no litter; two paths to one file
/// are one lock; and a lock never outlives its process. The state folder, not the runtime folder, as
/// a shell under `su`, `cron` or in a container has no `XDG_RUNTIME_DIR`, and two instances must look
/// in one place. A second take in one process is refused like any other: a file has one editor.
///
/// Limitations: two machines, and two users with their own state folders, do not see each other's
/// locks; two hard links to one file are two locks. For these the check of the digest before each
/// write (`AtomicWriter`) is what stands.
package struct LockFolder: Sendable {
  private let files: any FileSystem
  private let folder: String
  private let holder: @Sendable () -> LockHolder

  /// Locks under `stateFolder` (`Places.state`); `holder` is what others are told of this process.
  package init(
    files: any FileSystem, stateFolder: String, holder: @escaping @Sendable () -> LockHolder
  ) {
    self.files = files
    folder = FilePath.join(stateFolder, "locks")
    self.holder = holder
  }

  /// Takes the lock of the file at `path`, which need not exist yet.
  ///
  /// - Throws: `locked` with who has it; `featureOff` when there can be no locks at all.
  package func take(_ path: String) throws(StorageError) -> FileLock {
    let target = try Self.target(of: path, files: files)
    let lockFile = FilePath.join(folder, SHA256Digest(of: target.utf8).description)
    do {
      try files.makeFolders(folder, permissions: 0o700)
      // The holder may remove the file between our open and our lock: then the name is new, try again.
      for _ in 0..<100 {
        let descriptor = try files.uninterrupted { () throws(SystemError) in
          try files.open(lockFile, .readWrite, permissions: 0o600)
        }
        do {
          try files.uninterrupted { () throws(SystemError) in try files.lock(descriptor) }
          guard isCurrent(descriptor, lockFile) else {
            try? files.close(descriptor)
            continue
          }
          try files.truncate(descriptor, to: 0)
          try files.writeAll(holder().record, to: descriptor)
        } catch  where error.call == .lock && error.code == EWOULDBLOCK {
          let record = (try? files.readAll(descriptor, limit: 4096)) ?? []
          try? files.close(descriptor)
          throw StorageError.locked(path: path, holder: LockHolder(record: record))
        } catch {
          try? files.close(descriptor)
          throw error
        }
        return FileLock(target: target, files: files, lockFile: lockFile, descriptor: descriptor)
      }
      throw SystemError(.lock, code: EBUSY)
    } catch let error as StorageError {
      throw error
    } catch let error as SystemError {
      throw .featureOff(feature: "file lock", path: folder, reason: error.reason)
    } catch {
      throw .featureOff(feature: "file lock", path: folder, reason: "\(error)")
    }
  }

  /// Takes the locks of all `paths`, or none.
  ///
  /// - Throws: As `take`, for the first that cannot be had.
  /// - Complexity: O(*n* log *n*) in the paths.
  package func takeAll(_ paths: [String]) throws(StorageError) -> [FileLock] {
    var targets: Set<String> = []
    var taken: [FileLock] = []
    for path in paths.sorted() {
      guard targets.insert(try Self.target(of: path, files: files)).inserted else { continue }
      do { taken.append(try take(path)) } catch {
        for lock in taken { lock.release() }
        throw error
      }
    }
    return taken
  }

  /// Who has the file at `path`; nil when its lock is free, or locks are off.
  package func holder(of path: String) -> LockHolder? {
    do {
      let lock = try take(path)
      lock.release()
    } catch {
      if case .locked(_, let holder) = error { return holder }
    }
    return nil
  }

  /// Whether the file that was locked still has its name.
  private func isCurrent(_ descriptor: Descriptor, _ lockFile: String) -> Bool {
    guard let ours = try? files.status(of: descriptor),
      let named = try? files.status(at: lockFile)
    else { return false }
    return ours.identity == named.identity
  }

  /// The real path of a file, or for one that is not there yet of its folder, and its name.
  static func target(of path: String, files: any FileSystem) throws(StorageError) -> String {
    do { return try files.realPath(of: path) } catch  where error.code == ENOENT {
      do {
        return FilePath.join(
          try files.realPath(of: FilePath.folder(of: path)), FilePath.name(of: path))
      } catch {
        throw .system(error, task: "find", path: path)
      }
    } catch {
      throw .system(error, task: "find", path: path)
    }
  }
}
