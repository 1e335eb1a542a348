import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Writes into `ignores.yaml` that a finding may stand.
  func keepIgnore(_ entry: IgnoreEntry) {
    guard let path = state.session.ignoresPath else { return }
    var entry = entry
    entry.by = desk.user
    switch desk.appendIgnore(entry, to: path) {
    case .success(let entries):
      state.session.ignores = entries
      state.say("The finding may stand: \(entry.reason)", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
    needsPanes = true
  }
}

extension BidDesk {
  /// Adds an entry to `ignores.yaml` as it is now on disk.
  ///
  /// - Returns: All entries of the file.
  func appendIgnore(_ entry: IgnoreEntry, to path: String) -> Result<[IgnoreEntry], StorageError> {
    do throws(StorageError) {
      var bytes: [UInt8] = []
      try writer.revise(path) { old throws(StorageError) in
        bytes = try IgnoreFile.appending(entry, to: old?.bytes ?? [], path: path)
        return bytes
      }
      return .success(try IgnoreFile.read(bytes, path: path))
    } catch {
      return .failure(error)
    }
  }
}
