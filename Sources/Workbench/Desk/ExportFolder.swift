import BidStorage

/// A folder that exported files are written into, replacing those of an earlier export.
package struct ExportFolder: Sendable {
  package let path: String
  private let files: any FileSystem
  private let writer: AtomicWriter

  package init(files: any FileSystem, host: String, path: String) {
    self.path = path
    self.files = files
    writer = AtomicWriter(files: files, host: host)
  }

  /// Writes one file, making the folder when it is missing.
  ///
  /// - Returns: The file's path.
  /// - Throws: ``StorageError`` for what the disk refuses.
  @discardableResult
  package func write(_ bytes: [UInt8], name: String) throws(StorageError) -> String {
    try files.provideFolder(path)
    let file = FilePath.join(path, name)
    _ = try writer.write(bytes, to: file, expecting: .anything)
    return file
  }
}
