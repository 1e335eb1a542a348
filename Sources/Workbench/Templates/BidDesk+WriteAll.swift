import BidModel
import BidStorage

extension BidDesk {
  /// Writes several answers: all their locks are taken first, and none is written when one is refused.
  ///
  /// - Throws: `refused` for an answer that cannot be edited or whose file is no longer the one that was
  ///   read; `partlyWritten` when one fails after others were written.
  package func writeAll(_ answers: [OpenAnswer]) throws(StorageError) {
    defer { close(saved: answers.map(\.id)) }
    if let reason = answers.lazy.compactMap(\.readOnlyReason).first ?? lock(all: answers.map(\.id)) {
      throw .refused(
        problem: "Nothing was written: \(reason.dropLast())", remedy: "Then run the command again")
    }
    var done: [String] = []
    for (index, open) in answers.enumerated() {
      let reason: String
      switch save(open.answer, unjournalled: [], overwriting: false) {
      case .saved:
        done.append(open.id.path)
        continue
      case .changedOnDisk: reason = "\(open.id.path) changed on disk in the meantime."
      case .failed(let message): reason = message
      }
      throw .partlyWritten(done: done, left: answers[index...].map(\.id.path), reason: reason)
    }
  }
}
