import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what an evaluator or a portal would hold against the text.",
    discussion: """
      Examples:
        fivefold check my-bids                          every bid of a workspace
        fivefold check bids/d2a/answers/2.1.md          one answer, compared with the rest of its bid
        fivefold check my-bids --format sarif > checks.sarif
        pbpaste | fivefold check --stdin
      Prints path:line:col: severity check: message. Exits 1 when there is an error, 2 when a path cannot be \
      read. A finding that may stand is ignored by <!-- fivefold: ignore check-id reason --> before its block, or \
      from the findings pane.
      """)

  @Argument(help: "Workspaces, bids, answers or Markdown files; the folder you stand in when left out.")
  var paths: [String] = []

  @Option(help: "text, json or sarif.")
  var format: Format = .text

  @Flag(help: "Read the text of one answer from standard input.")
  var stdin = false

  @Flag(help: "List the findings that are ignored, with the reasons.")
  var ignored = false

  @Flag(help: "List every check.")
  var list = false

  @Flag(help: "With --list: as Markdown, with examples.")
  var markdown = false

  @OptionGroup var options: SharedOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  func validate() throws {
    if stdin && !paths.isEmpty { throw ValidationError("--stdin takes no path.") }
    if markdown && !list { throw ValidationError("--markdown goes with --list.") }
    if ignored && format != .text {
      throw ValidationError("--ignored is text; json and sarif hold ignored findings anyway.")
    }
  }

  func run() throws {
    let surroundings = options.surroundings
    if list { return try printList(surroundings) }
    var report = CheckReport(base: try? surroundings.files.realPath(of: "."))
    let failed = try stdin ? addStandardInput(to: &report, surroundings) : addPaths(to: &report, surroundings)
    switch format {
    case .text: print(ignored ? report.ignoredText() : report.text(), terminator: "")
    case .json: print(try report.json(), terminator: "")
    case .sarif: print(try report.sarif(version: Version.current), terminator: "")
    }
    if failed { throw ExitCode(2) }
    if report.hasErrors { throw ExitCode(1) }
  }

  private func addStandardInput(to report: inout CheckReport, _ surroundings: Surroundings) throws -> Bool {
    let opened = try CommandFailure.catching { () throws(StorageError) in
      try OpenedBid(text: try StandardStreams.input(), name: "stdin", in: surroundings)
    }
    add(opened, answers: nil, to: &report)
    return false
  }

  /// Adds what the paths name; one bid that cannot be opened keeps no other from being checked.
  private func addPaths(to report: inout CheckReport, _ surroundings: Surroundings) throws -> Bool {
    let targets = try CommandFailure.catching { () throws(StorageError) in
      try CheckTargets(paths.isEmpty ? ["."] : paths, files: surroundings.files)
    }
    var failed = false
    for (index, item) in targets.items.enumerated() {
      if targets.items.count > 1, isatty(STDERR_FILENO) == 1 {
        StandardStreams.tell("Checking \(index + 1) of \(targets.items.count)")
      }
      do throws(StorageError) {
        add(try OpenedBid(item.target, in: surroundings), answers: item.answers, to: &report)
      } catch {
        _ = CommandFailure.say("\(error)", code: 2)
        report.failures.append("\(error)")
        failed = true
      }
    }
    return failed
  }

  private func add(_ opened: OpenedBid, answers: [String]?, to report: inout CheckReport) {
    var session = opened.session
    session.readAll(with: opened.reader { _ = CommandFailure.say("\($0)", code: 2) })
    session.countAll()
    guard let answers else { return report.add(session) }
    let names = Set(answers.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    for open in session.answers where names.contains(open.id.fileName) {
      report.add(session, only: open.id)
    }
  }

  private func printList(_ surroundings: Surroundings) throws {
    var problems: [FileProblem] = []
    let checks = surroundings.library(workspace: nil).checks(problems: &problems).all
    for problem in problems { _ = CommandFailure.say(problem.description, code: 2) }
    print(markdown ? CheckList.markdown(checks) : CheckList.plain(checks), terminator: "")
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
