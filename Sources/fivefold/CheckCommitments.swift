import ArgumentParser
import BidStorage
import Workbench

/// `fivefold commitments`
struct Commitments: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every promise the bid makes, with who, when and where.",
    discussion: """
      Example: fivefold commitments my-bids/bids/harbourside-d2a --format json
      A promise is a sentence in which we, or someone of ours, will or shall do something; a routine is one in \
      which someone of ours does it at set times.
      """)

  @OptionGroup var bid: BidOptions

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let opened = try bid.open()
    let files = bid.options.surroundings.files
    let report = CommitmentReport(
      opened.session, only: opened.shown, base: try? files.realPath(of: "."))
    print(format == .json ? try report.json() : report.text(), terminator: "")
  }
}
