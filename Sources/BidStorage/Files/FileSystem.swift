/// The one seam between the program and the disk: one method a system call, and nothing clever.
///
/// Everything that is stored goes through it, so that a test can keep the disk in memory and fail any
/// call it likes (`MemoryFileSystem` in BidTestSupport). Paths are file system paths as UTF-8 text; a
/// name on disk that is not UTF-8 is listed with replacement characters and cannot be opened.
///
/// No method retries an interrupted call: that is the business of `FileSystem+Whole.swift`.
package protocol FileSystem: Sendable {
  /// Opens `path` and gives its descriptor, which is closed on exec.
  ///
  /// A file that `how` makes gets the mode `permissions`, less the umask.
  ///
  /// - Throws: What the call says.
  func open(_ path: String, _ how: OpenMode, permissions: UInt32) throws(SystemError) -> Descriptor

  /// Reads at most `count` bytes; none at the end of the file.
  ///
  /// - Throws: What the call says.
  /// - Complexity: O(*n*) in the bytes read.
  func read(_ descriptor: Descriptor, upTo count: Int) throws(SystemError) -> [UInt8]

  /// Writes some of `bytes`, and gives how many were taken.
  ///
  /// - Throws: What the call says.
  /// - Complexity: O(*n*) in the bytes written.
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: Descriptor) throws(SystemError) -> Int

  /// Cuts or extends an open file to `length` bytes.
  ///
  /// - Throws: What the call says.
  func truncate(_ descriptor: Descriptor, to length: Int) throws(SystemError)

  /// Waits until an open file, or the names in an open folder, are on the disk itself.
  ///
  /// - Throws: What the call says.
  func sync(_ descriptor: Descriptor) throws(SystemError)

  /// Closes a descriptor, and gives up the locks taken through it.
  ///
  /// - Throws: What the call says. The descriptor is gone even then.
  func close(_ descriptor: Descriptor) throws(SystemError)

  /// What an open descriptor leads to.
  ///
  /// - Throws: What the call says.
  func status(of descriptor: Descriptor) throws(SystemError) -> FileStatus

  /// What `path` leads to, links followed.
  ///
  /// - Throws: What the call says.
  func status(at path: String) throws(SystemError) -> FileStatus

  /// What stands at `path` itself, a link not followed.
  ///
  /// - Throws: What the call says.
  func linkStatus(at path: String) throws(SystemError) -> FileStatus

  /// The absolute path without links, `.` or `..`.
  ///
  /// - Throws: What the call says.
  func realPath(of path: String) throws(SystemError) -> String

  /// Checks that this user may write the file or folder at `path`.
  ///
  /// - Throws: What the call says.
  func checkWritable(_ path: String) throws(SystemError)

  /// Gives an open file the permission bits `permissions`.
  ///
  /// - Throws: What the call says.
  func changeMode(_ descriptor: Descriptor, to permissions: UInt32) throws(SystemError)

  /// Gives an open file to `user` and `group`; nil leaves one as it is.
  ///
  /// - Throws: What the call says.
  func changeOwner(_ descriptor: Descriptor, user: UInt32?, group: UInt32?) throws(SystemError)

  /// Takes the exclusive advisory lock of an open file (`flock`) without waiting.
  ///
  /// - Throws: What the call says; `EWOULDBLOCK` when another has it.
  func lock(_ descriptor: Descriptor) throws(SystemError)

  /// Gives the file at `path` the name `newPath`, replacing what has it.
  ///
  /// - Throws: What the call says.
  func rename(_ path: String, to newPath: String) throws(SystemError)

  /// Gives the file at `path` a second name, refusing one that is taken.
  ///
  /// - Throws: What the call says.
  func link(_ path: String, to newPath: String) throws(SystemError)

  /// Removes the name of a file.
  ///
  /// - Throws: What the call says.
  func unlink(_ path: String) throws(SystemError)

  /// Makes one folder.
  ///
  /// - Throws: What the call says.
  func makeFolder(_ path: String, permissions: UInt32) throws(SystemError)

  /// The names in a folder, without `.` and `..`, sorted.
  ///
  /// - Throws: What the call says.
  /// - Complexity: O(*n* log *n*) in the names.
  func list(_ path: String) throws(SystemError) -> [String]
}

/// An open file, by its number in this process.
package struct Descriptor: Hashable, Sendable {
  /// The number the system gave.
  package let number: Int32

  /// Names the open file `number`.
  package init(number: Int32) { self.number = number }
}

/// The ways in which the program opens files.
package enum OpenMode: Hashable, Sendable {
  /// For reading, never waiting for the other end of a pipe or a device.
  case read
  /// For writing a file that must not be there yet.
  case createNew
  /// For reading and writing, made when missing.
  case readWrite
  /// A folder, to sync its names.
  case folder
}
