extension AtomicWriter {
  /// Writes `bytes` beside the file at `path`, under a name that is free: `2.1.recovered.md`,
  /// `2.1.recovered-2.md` …
  ///
  /// - Returns: The path written.
  /// - Throws: ``StorageError`` for what the disk refuses.
  package func writeBeside(_ path: String, _ bytes: [UInt8], label: String) throws(StorageError) -> String {
    let name = FilePath.name(of: path)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...99 {
      let suffix = number == 1 ? label : "\(label)-\(number)"
      let other = FilePath.join(FilePath.folder(of: path), "\(name[..<dot]).\(suffix)\(name[dot...])")
      do {
        _ = try write(bytes, to: other, expecting: .absent)
        return other
      } catch {
        guard case .alreadyThere = error else { throw error }
      }
    }
    throw .refused(problem: "ninety-nine copies stand beside \(path.visible)", remedy: "Remove some")
  }
}
