import Synchronization

/// The right to edit one file, held until `release()` or the end of the process.
package final class FileLock: Sendable {
  /// The file, absolute and without links.
  package let target: String

  private let files: any FileSystem
  private let lockFile: String
  private let descriptor: Mutex<Descriptor?>

  init(target: String, files: any FileSystem, lockFile: String, descriptor: Descriptor) {
    self.target = target
    self.files = files
    self.lockFile = lockFile
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  /// Gives the lock up; a second call does nothing.
  ///
  /// The lock file goes while the lock is still held, and who waits checks that the file it locked
  /// still has the name: so no two can hold one name.
  package func release() {
    descriptor.withLock { held in
      guard let open = held else { return }
      held = nil
      try? files.unlink(lockFile)
      try? files.close(open)
    }
  }
}
