import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold recover`
struct Recover: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List unsaved work of a run that died, and write it beside its files.",
    discussion: """
      Example: fivefold recover                  what there is
      Example: fivefold recover my-bids          what there is below a folder
      Example: fivefold recover answers/2.1.md   writes answers/2.1.recovered.md
      Opening the file offers the same, with what differs.
      """)

  @Argument(help: "A file whose work to write out, or a folder to list; all are listed when left out.")
  var path: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let surroundings = options.surroundings
    let found = try CommandFailure.catching { () throws(StorageError) in
      try RecoveryList(surroundings, path: path)
    }
    guard let path, found.folder == nil else {
      let place = found.folder.map { " in \($0.visible)" } ?? ""
      print(found.recoveries.isEmpty ? "There is no unsaved work\(place)." : found.report)
      // A journal that had to be put aside may have held some.
      guard let notice = found.notice else { return }
      throw CommandFailure.say(notice, code: 1)
    }
    guard !found.recoveries.isEmpty else {
      throw CommandFailure.say("There is no unsaved work on \(path.visible).", code: 1)
    }
    for recovery in found.recoveries {
      print(try CommandFailure.catching { () throws(StorageError) in try found.writeOut(recovery) })
    }
  }
}
