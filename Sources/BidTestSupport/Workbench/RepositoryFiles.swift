import BidStorage

/// The files that the repository ships, for tests that read them as the program does.
package enum RepositoryFiles {
  /// The top folder of the repository, found from this file.
  package static let root: String = {
    var folder = FilePath.folder(of: #filePath)
    for _ in 0..<3 { folder = FilePath.folder(of: folder) }
    return folder
  }()

  /// Every file under `Templates/`, by its path from there.
  package static let templates: [String: [UInt8]] = {
    var found: [String: [UInt8]] = [:]
    collect(FilePath.join(root, "Templates"), below: "", into: &found)
    return found
  }()

  /// The bytes of a file of the repository.
  ///
  /// - Throws: Why it cannot be read.
  package static func bytes(of path: String) throws(StorageError) -> [UInt8] {
    try FileReader(files: LocalFileSystem()).read(FilePath.join(root, path)).bytes
  }

  private static func collect(_ folder: String, below prefix: String, into found: inout [String: [UInt8]]) {
    let files = LocalFileSystem()
    for name in (try? files.list(folder)) ?? [] {
      let path = FilePath.join(folder, name)
      let inner = FilePath.join(prefix, name)
      if (try? files.status(at: path))?.kind == .folder {
        collect(path, below: inner, into: &found)
      } else if let read = try? FileReader(files: files).read(path) {
        found[inner] = read.bytes
      }
    }
  }
}
