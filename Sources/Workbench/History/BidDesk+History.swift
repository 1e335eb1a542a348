import BidModel
import BidStorage
import Checksum

extension BidDesk {
  /// Opens the histories of closed files; without them undo begins with the session.
  func openHistory() {
    guard history == nil, let historyFolder else { return }
    do throws(StorageError) {
      // The database is the machine's own, whatever disk the answers are on.
      let store = try HistoryStore(stateFolder: historyFolder)
      history = HistoryQueue(store) { [mailbox] in mailbox.post(.say($0, .warning)) }
    } catch {
      // The journal, which lives in the same folder, has said so.
      guard journal != nil else { return }
      mailbox.post(.say("\(error)", .warning))
    }
  }
}

extension WorkbenchLoop {
  /// Keeps what was done in an answer that has just been saved.
  func keepHistory(of open: OpenAnswer) {
    guard let file = desk.known[open.id], let digest = file.digest else { return }
    state.loadedHistories.insert(open.id)
    desk.history?.keep(
      open.answer, log: state.session.undoLog, path: desk.journalPath(of: file), digest: digest)
  }

  /// Shows what a replacement would change, with the undo of all its answers taken up: after the change
  /// it would be too late.
  func previewReplacement() {
    for id in Set(state.find.hits.map(\.answer)) { loadHistory(id) }
    state.searchAgainIfStale()
    state.previewReplacement()
  }
}
