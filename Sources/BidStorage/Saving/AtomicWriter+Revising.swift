extension AtomicWriter {
  /// Writes a file anew from what it holds now; refused when somebody else writes it in between.
  ///
  /// - Parameter change: What the file is to hold, of what it holds (`nil` when there is none); `nil` leaves it.
  /// - Returns: The save; `nil` when there was nothing to write.
  /// - Throws: What `change` throws; why the file cannot be read; as ``write(_:to:expecting:)``.
  /// - Complexity: O(*n*) in the bytes.
  @discardableResult
  package func revise(
    _ path: String, _ change: (FileBytes?) throws(StorageError) -> [UInt8]?
  ) throws(StorageError) -> SavedFile? {
    let old = try reader.readIfThere(path)
    guard let bytes = try change(old) else { return nil }
    return try write(bytes, to: path, expecting: old.map { .digest($0.digest) } ?? .absent)
  }
}

extension FileReader {
  /// Reads the file at `path`; `nil` when there is none.
  ///
  /// - Throws: As ``read(_:limit:)``, but for `missing`.
  /// - Complexity: O(*n*) in the bytes.
  package func readIfThere(_ path: String) throws(StorageError) -> FileBytes? {
    do throws(StorageError) { return try read(path) } catch {
      guard case .missing = error else { throw error }
      return nil
    }
  }
}
