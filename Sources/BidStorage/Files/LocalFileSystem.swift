import Glibc

/// The real disk: each method is the system call that its name says.
package struct LocalFileSystem: FileSystem {
  /// The disk of this machine.
  package init() {}

  package func open(
    _ path: String, _ how: OpenMode, permissions: UInt32
  ) throws(SystemError) -> Descriptor {
    let flags: Int32 =
      switch how {
      case .read: O_RDONLY | O_NONBLOCK | O_NOCTTY
      case .createNew: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .readWrite: O_RDWR | O_CREAT | O_NONBLOCK | O_NOFOLLOW
      case .folder: O_RDONLY | O_DIRECTORY
      }
    return Descriptor(
      number: try checked(.open, Glibc.open(path, flags | O_CLOEXEC, mode_t(permissions))))
  }

  package func read(_ descriptor: Descriptor, upTo count: Int) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      let got = Glibc.read(descriptor.number, buffer.baseAddress, count)
      if got < 0 { code = errno }
      used = max(got, 0)
    }
    guard code == 0 else { throw SystemError(.read, code: code) }
    return bytes
  }

  package func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Descriptor
  ) throws(SystemError) -> Int {
    let (taken, code) = bytes.withUnsafeBytes { buffer in
      let taken = Glibc.write(descriptor.number, buffer.baseAddress, buffer.count)
      return (taken, taken < 0 ? errno : 0)
    }
    guard taken >= 0 else { throw SystemError(.write, code: code) }
    return taken
  }

  package func truncate(_ descriptor: Descriptor, to length: Int) throws(SystemError) {
    try checked(.truncate, ftruncate(descriptor.number, length))
  }

  package func sync(_ descriptor: Descriptor) throws(SystemError) {
    try checked(.sync, fsync(descriptor.number))
  }

  package func close(_ descriptor: Descriptor) throws(SystemError) {
    try checked(.close, Glibc.close(descriptor.number))
  }

  package func checkWritable(_ path: String) throws(SystemError) {
    // The effective user counts, as it does for the write that follows.
    try checked(.checkWritable, faccessat(AT_FDCWD, path, W_OK, AT_EACCESS))
  }

  package func changeMode(_ descriptor: Descriptor, to permissions: UInt32) throws(SystemError) {
    try checked(.changeMode, fchmod(descriptor.number, mode_t(permissions)))
  }

  package func changeOwner(
    _ descriptor: Descriptor, user: UInt32?, group: UInt32?
  ) throws(SystemError) {
    try checked(.changeOwner, fchown(descriptor.number, user ?? .max, group ?? .max))
  }

  package func lock(_ descriptor: Descriptor) throws(SystemError) {
    try checked(.lock, flock(descriptor.number, LOCK_EX | LOCK_NB))
  }

  package func rename(_ path: String, to newPath: String) throws(SystemError) {
    try checked(.rename, Glibc.rename(path, newPath))
  }

  package func link(_ path: String, to newPath: String) throws(SystemError) {
    try checked(.link, Glibc.link(path, newPath))
  }

  package func unlink(_ path: String) throws(SystemError) {
    try checked(.unlink, Glibc.unlink(path))
  }

  package func makeFolder(_ path: String, permissions: UInt32) throws(SystemError) {
    try checked(.makeFolder, mkdir(path, mode_t(permissions)))
  }

  /// Turns the -1 of a failed call into an error with its `errno`.
  @discardableResult
  private func checked(_ call: SystemCall, _ result: Int32) throws(SystemError) -> Int32 {
    guard result >= 0 else { throw SystemError(call, code: errno) }
    return result
  }
}

// MARK: - Asking

extension LocalFileSystem {
  package func status(of descriptor: Descriptor) throws(SystemError) -> FileStatus {
    var record = stat()
    try checked(.status, fstat(descriptor.number, &record))
    return FileStatus(record)
  }

  package func status(at path: String) throws(SystemError) -> FileStatus {
    var record = stat()
    try checked(.status, stat(path, &record))
    return FileStatus(record)
  }

  package func linkStatus(at path: String) throws(SystemError) -> FileStatus {
    var record = stat()
    try checked(.linkStatus, lstat(path, &record))
    return FileStatus(record)
  }

  package func realPath(of path: String) throws(SystemError) -> String {
    guard let found = Glibc.realpath(path, nil) else { throw SystemError(.realPath, code: errno) }
    defer { free(found) }
    return String(cString: found)
  }

  package func list(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError(.list, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(.list, code: errno) }
    return names.sorted()
  }
}

extension FileStatus {
  /// Reads the system's record.
  fileprivate init(_ record: stat) {
    let kind: Kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    self.init(
      kind: kind, size: Int(record.st_size), permissions: UInt32(record.st_mode & 0o7777),
      user: record.st_uid, group: record.st_gid,
      identity: FileIdentity(device: UInt64(record.st_dev), inode: UInt64(record.st_ino)),
      modified: Double(record.st_mtim.tv_sec) + Double(record.st_mtim.tv_nsec) / 1e9)
  }
}
