import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Workbench

/// A path to a bid, an answer or a loose file, opened and read in full.
struct BidOptions: ParsableArguments {
  @Argument(help: "A workspace, a bid, an answer or a Markdown file; the folder you stand in when left out.")
  var path: String?

  @OptionGroup var options: SharedOptions

  /// Opens the bid, to be read through `lens` when it is given.
  func unread(lens: String? = nil) throws -> OpenedBid { try unread(in: options.surroundings, lens: lens) }

  /// Opens the bid by other surroundings than the options give.
  func unread(in surroundings: Surroundings, lens: String? = nil) throws -> OpenedBid {
    try CommandFailure.catching { () throws(StorageError) in
      let target = try WorkspaceLoader(files: surroundings.files).target(path ?? ".")
      if case .newFile(let path) = target { throw .missing(path: path) }
      var opened = try OpenedBid(target, in: surroundings)
      if let lens { try opened.openLens(lens, in: surroundings) }
      return opened
    }
  }

  /// Opens the bid and reads every answer, through `lens` when it is given.
  func open(lens: String? = nil) throws -> OpenedBid { try open(in: options.surroundings, lens: lens) }

  /// The same, by other surroundings than the options give.
  func open(in surroundings: Surroundings, lens: String? = nil) throws -> OpenedBid {
    var opened = try unread(in: surroundings, lens: lens)
    let reader = try CommandFailure.catching { () throws(StorageError) in try opened.reader() }
    opened.session.readAll(with: reader)
    return opened
  }
}

/// `fivefold coverage`
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "What each answer holds of each theme, with the sentences.",
    discussion: """
      Examples:
        fivefold coverage my-bids/bids/harbourside-d2a --format json
        fivefold coverage my-bids --lens five-pillars
      """)

  @OptionGroup var bid: BidOptions

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Read through this theme set; the bid's first when left out.", valueName: "id"))
  var lens: String?

  func run() throws {
    let opened = try bid.open(lens: lens)
    print(format == .json ? try opened.coverageJSON() : opened.coverageReport())
  }
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// `fivefold kpis`
struct KPIs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpis", abstract: "Every KPI that is quoted, how it stands and where it is used.",
    discussion: "Example: fivefold kpis my-bids\nExits 1 when one is empty, unknown or past its review date.")

  @OptionGroup var bid: BidOptions

  func run() throws {
    let (text, isComplete) = try bid.open().kpiReport()
    print(text)
    if !isComplete { throw ExitCode(1) }
  }
}

/// `fivefold count`
struct Count: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count each answer as it will be submitted, by the bid's rule.",
    discussion: "Example: fivefold count my-bids\nExits 1 when an answer is over its limit.")

  @OptionGroup var bid: BidOptions

  func run() throws {
    var opened = try bid.open()
    let (text, fits) = opened.countReport()
    print(text)
    if !fits { throw ExitCode(1) }
  }
}

/// `fivefold keys`
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every key and what it does.",
    discussion: "Example: fivefold keys --markdown > docs/keys.md")

  @Flag(help: "As Markdown.")
  var markdown = false

  func run() { print(markdown ? HelpText.markdown : HelpText.plain, terminator: "") }
}
