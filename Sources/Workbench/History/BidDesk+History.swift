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

  /// Where words written are counted: the bid's folder, or the loose file itself.
  func writtenPath(for id: AnswerID) -> String {
    let path = exportFolder.map(FilePath.folder) ?? id.path
    return (try? files.realPath(of: path)) ?? path
  }
}

extension WorkbenchLoop {
  /// Keeps what was done in an answer that has just been saved.
  func keepHistory(of open: OpenAnswer) {
    guard let file = desk.known[open.id], let digest = file.digest else { return }
    state.loadedHistories.insert(open.id)
    desk.history?.keep(
      open.answer, log: state.session.undoLog, path: desk.journalPath(of: file), digest: digest)
    let words = state.session.takeWordsWritten(in: open.id)
    guard words != 0 else { return }
    desk.history?.addWritten(words, in: desk.writtenPath(for: open.id), on: state.session.values.today)
  }

  /// Takes up what was written today in earlier sessions.
  func loadWritten() {
    state.session.written.saved =
      desk.history?.written(in: desk.writtenPath(for: state.editor.answer), on: state.session.values.today)
      ?? 0
  }

  /// Shows what a replacement would change, with the undo of all its answers taken up: after the change
  /// it would be too late.
  func previewReplacement() {
    for id in Set(state.find.hits.map(\.answer)) { loadHistory(id) }
    state.searchAgainIfStale()
    state.previewReplacement()
  }
}
