import Glibc

/// How often an interrupted call is made again before it counts as failed.
private let patience = 64

/// How much one call reads, in bytes.
private let chunk = 256 * 1024

extension FileSystem {
  /// Makes a call again while it is interrupted by a signal (`EINTR`).
  ///
  /// - Throws: The call's error; the interruption itself after 64 in a row.
  package func uninterrupted<Result>(
    _ call: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    for _ in 1..<patience {
      do { return try call() } catch { guard error.code == EINTR else { throw error } }
    }
    return try call()
  }

  /// Reads an open file to its end, or until more than `limit` bytes have come.
  ///
  /// - Throws: The first failure of a read.
  /// - Complexity: O(*n*) in the bytes.
  package func readAll(_ descriptor: Descriptor, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let more = try uninterrupted { () throws(SystemError) in
        try read(descriptor, upTo: chunk)
      }
      if more.isEmpty { break }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    return bytes
  }

  /// Writes all of `bytes`, however few each call takes.
  ///
  /// - Throws: The first failure of a write; `EIO` when a call takes nothing.
  /// - Complexity: O(*n*) in the bytes.
  package func writeAll(_ bytes: [UInt8], to descriptor: Descriptor) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let taken = try uninterrupted { () throws(SystemError) in try write(rest, to: descriptor) }
      guard taken > 0 else { throw SystemError(.write, code: EIO) }
      rest = rest.dropFirst(taken)
    }
  }

  /// Makes a folder and those above it, leaving what is there.
  ///
  /// - Throws: The failure of the folder that could not be made.
  /// - Complexity: O(*n*) in the folders of the path.
  package func makeFolders(_ path: String, permissions: UInt32) throws(SystemError) {
    do {
      try makeFolder(path, permissions: permissions)
    } catch  where error.code == EEXIST {
      return
    } catch  where error.code == ENOENT {
      let parent = FilePath.folder(of: path)
      guard parent != path else { throw error }
      try makeFolders(parent, permissions: permissions)
      do {
        try makeFolder(path, permissions: permissions)
      } catch  where error.code == EEXIST {
        return
      }
    }
  }

  /// Makes a folder and those above it before something is written there.
  ///
  /// - Parameter isPrivate: Whether it is for this person alone; what is there already keeps its mode.
  /// - Throws: `system`, with the folder, when one cannot be made.
  /// - Complexity: O(*n*) in the folders of the path.
  package func provideFolder(_ path: String, isPrivate: Bool = false) throws(StorageError) {
    do throws(SystemError) { try makeFolders(path, permissions: isPrivate ? 0o700 : 0o777) } catch {
      throw .system(error, task: "make", path: path)
    }
  }
}
