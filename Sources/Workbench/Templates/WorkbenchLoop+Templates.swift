import BidAnalysis
import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Makes the reader anew for the lens that is open.
  func readThroughLens() {
    guard reader.themes != state.session.themes else { return }
    let signals = reader.signals
    reader =
      desk.library?.reader(state.session.themes, signals: signals)
      ?? BlockReader(themes: state.session.themes, signals: signals)
    needsPanes = true
  }

  /// Reads every file of phrases and offers them.
  func offerPhrases() {
    guard let library = desk.library else { return }
    var books: [PhraseBook] = []
    for id in library.ids(of: .phrases) {
      do throws(StorageError) { books.append(try library.phrases(id)) } catch {
        state.say("\(error)", as: .warning)
      }
    }
    state.offer(books)
  }

  /// Reads the checklists that the bid switches on and shows them.
  func showChecklists() {
    guard let library = desk.library else { return }
    var lists: [Checklist] = []
    for id in state.session.checklists {
      do throws(StorageError) { lists.append(try library.checklist(id)) } catch {
        state.say("\(error)", as: .warning)
      }
    }
    guard !lists.isEmpty else { return }
    state.overlays.append(.sheet(.checklists(ChecklistBox(lists))))
  }
}
