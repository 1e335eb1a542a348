import BidModel
import BidStorage

/// What the paths of a `fivefold check` name: each bid once, with the answers to speak of.
package struct CheckTargets: Sendable {
  /// A bid or loose file to open, and the answers to speak of; `nil` for the whole of it.
  package struct Item: Hashable, Sendable {
    package var target: OpenTarget
    package var answers: [String]?
  }

  package private(set) var items: [Item] = []
  /// Where each item is, however its path was written.
  private var places: [String] = []

  /// Finds what `paths` name: a workspace means every bid in it.
  ///
  /// - Throws: Why a path cannot be opened.
  package init(_ paths: [String], files: any FileSystem) throws(StorageError) {
    let loader = WorkspaceLoader(files: files)
    func place(_ path: String) -> String { (try? files.realPath(of: path)) ?? path }
    for path in paths {
      switch try loader.target(path) {
      case .newFile(let path): throw .missing(path: path)
      case .loose(let path): add(.loose(path), at: place(path), answer: nil)
      case .emptyWorkspace: continue
      case .bid(let workspace, let bid, let answer):
        if answer == nil, (try? files.realPath(of: path)) == workspace {
          for bid in loader.bidFolders(in: workspace) {
            add(.bid(workspace: workspace, bid: bid, answer: nil), at: place(bid), answer: nil)
          }
        } else {
          add(.bid(workspace: workspace, bid: bid, answer: nil), at: place(bid), answer: answer)
        }
      }
    }
  }

  private mutating func add(_ target: OpenTarget, at place: String, answer: String?) {
    guard let index = places.firstIndex(of: place) else {
      places.append(place)
      return items.append(Item(target: target, answers: answer.map { [$0] }))
    }
    guard let answer else { return items[index].answers = nil }
    if items[index].answers?.contains(answer) == false { items[index].answers?.append(answer) }
  }
}
