import ArgumentParser
import Workbench

/// `fivefold status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One line a question, the worst first: state, weight, count and what is missing.",
    discussion: """
      Example: fivefold status my-bids
      Missing are: a day that has passed, words over the limit, a writer, parts without text, KPIs that are unknown, \
      empty or stale, and target themes that are not operational or not evidenced.
      """)

  @OptionGroup var bid: BidOptions

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Read through this theme set; the bid's first when left out.", valueName: "id"))
  var lens: String?

  func run() throws {
    var opened = try bid.open(lens: lens)
    print(format == .json ? try opened.statusJSON() : opened.statusReport())
  }
}
