extension FileSystem {
  /// Makes the file at `path` and its folder when they are missing, readable by this person alone.
  ///
  /// For a database that SQLite opens next: it would let the umask decide, and its log files take over
  /// the mode.
  ///
  /// - Throws: The system call that failed.
  func makePrivateFile(_ path: String) throws(SystemError) {
    try makeFolders(FilePath.folder(of: path), permissions: 0o700)
    let descriptor = try open(path, .readWrite, permissions: 0o600)
    defer { try? close(descriptor) }
    try changeMode(descriptor, to: 0o600)
  }
}
