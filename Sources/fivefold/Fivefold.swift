import ArgumentParser
import BidStorage
import Foundation
import Workbench

/// The program's command line.
@main
struct Fivefold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fivefold",
    abstract: "Write scorable answers to NHS and Integrated Care System tenders.",
    discussion: """
      Opens a bid, an answer or a loose Markdown file in the terminal.

      Examples:
        fivefold                     the workspace you stand in
        fivefold my-bids             the first bid of a workspace
        fivefold answers/2.1.md      one answer
      """,
    version: Version.current,
    subcommands: [
      Open.self,
      New.self,
      Status.self,
      CoverageCommand.self,
      KPIs.self,
      Count.self,
      CheckCommand.self,
      Commitments.self,
      Export.self,
      Prove.self,
      Analyse.self,
      Evaluate.self,
      ReviewCommand.self,
      HistoryCommand.self,
      GateCommand.self,
      Freeze.self,
      Verify.self,
      Audit.self,
      Train.self,
      Recover.self,
      Spell.self,
      TemplateCommand.self,
      Keys.self,
      Measure.self,
      Census.self,
    ],
    defaultSubcommand: Open.self)

  /// Runs the command that the arguments name.
  ///
  /// A usage error ends with 2, as every failure of input or output does; the library's own code for it
  /// is 64. So does a report that cannot be written as JSON.
  static func main() {
    StandardStreams.secure()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as JSONRefusal {
      CommandFailure.warn("\(refusal)")
      Foundation.exit(2)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      StandardStreams.tell(
        fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
          .map { String($0).visible }.joined(separator: "\n"))
      Foundation.exit(2)
    }
  }
}

/// The program's version.
enum Version {
  static let current = "0.1.0"
}
