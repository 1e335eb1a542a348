import ArgumentParser
import BidStorage
import Foundation
import Workbench

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of templates that goes before all others.", valueName: "dir"))
  var templates: String?

  var surroundings: Surroundings { Machine.surroundings(templates: templates) }
}

/// Who the person is, for what they say in a review.
struct IdentityOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are, by id or name; else git's user.name, else the system's user.", valueName: "person"))
  var person: String?
}

/// A command that could not do what it was asked: one sentence on standard error, and exit code 2.
enum CommandFailure {
  /// Runs `work`; an error ends the program with its sentence.
  static func catching<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws -> Result {
    do { return try work() } catch {
      throw say("\(error)", code: 2)
    }
  }

  /// Prints a sentence to standard error and gives the code to end with.
  static func say(_ sentence: String, code: Int32) -> ExitCode {
    warn(sentence)
    return ExitCode(code)
  }

  /// Prints a sentence to standard error; the command goes on.
  static func warn(_ sentence: String) {
    StandardStreams.tell("fivefold: \(sentence)")
  }
}
