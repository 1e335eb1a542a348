import BidModel
import BidStorage

extension OpenedBid {
  /// Reads the bid through the theme set `id`, whether the bid names it or not.
  ///
  /// - Throws: `templateMissing`, or what is wrong with the file, with its line.
  package mutating func openLens(_ id: String, in surroundings: Surroundings) throws(StorageError) {
    if session.lenses.allSatisfy({ $0.id != id }) {
      session.lenses.append(try surroundings.library(workspace: workspace).themeSet(id))
    }
    session.openLens(session.lenses.firstIndex { $0.id == id } ?? 0)
  }
}
