import BidModel
import BidStorage
import Checksum

extension BidDesk {
  /// Writes several answers as one command: none is touched when one of them cannot be written.
  ///
  /// - Returns: What the disk would not confirm of the files that are written.
  /// - Throws: `refused` for an answer that cannot be edited, or of which no file is
  ///   known; as ``MultiFileWriter`` for a file that is open
  ///   elsewhere, is no longer the one that was read, or cannot be written.
  /// - Complexity: O(*n*) in the bytes of all answers.
  package func writeAll(_ answers: [OpenAnswer]) throws(StorageError) -> [StorageError] {
    if let reason = answers.lazy.compactMap(\.readOnlyReason).first {
      throw .refused(
        problem: "Nothing was written: \(reason.dropLast())", remedy: "Then run the command again")
    }
    var changes: [FileChange] = []
    for open in answers {
      guard let file = known[open.id] else {
        throw .refused(
          problem: "Nothing was written: \(open.id.path) was not opened from a file of this bid",
          remedy: "Check that its file is still there, then run the command again")
      }
      changes.append(
        FileChange(
          path: file.path, bytes: AnswerFile.print(open.answer),
          expecting: file.digest.map { .digest($0) } ?? .absent))
    }
    let several = MultiFileWriter(writer: writer, locks: locks)
    return try several.write(changes, holding: Array(held.values)).compactMap(\.warning)
  }
}
