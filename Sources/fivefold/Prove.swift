import ArgumentParser
import BidExchange
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold prove`
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what the portal shows with what was submitted.",
    discussion: """
      Example: fivefold prove my-bids/bids/harbourside-d2a/answers/2.1-integration.md pasted.txt
      Copy the answer back from the portal into a file, or pipe it in with --stdin. Says identical, or shows the \
      first differences: words, quotes and dashes, line breaks, where the text was cut off. Exits 1 when the texts differ.
      """)

  @Argument(help: "The answer's file.")
  var answer: String

  @Argument(help: "The file that holds what the portal shows.")
  var file: String?

  @Flag(name: .customLong("stdin"), help: "Read what the portal shows from standard input.")
  var readsStandardInput = false

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard readsStandardInput == (file == nil) else {
      throw ValidationError("Name a file that holds what the portal shows, or give --stdin.")
    }
  }

  func run() throws {
    let surroundings = options.surroundings
    let (submitted, rule) = try CommandFailure.catching { () throws(StorageError) in
      try self.submitted(in: surroundings)
    }
    let proof = PasteProof(submitted: submitted, shown: try shown(surroundings), rule: rule)
    for line in proof.report { print(line) }
    if !proof.isIdentical { throw ExitCode(1) }
  }

  private func submitted(in surroundings: Surroundings) throws(StorageError) -> (String, CountRule) {
    let target = try WorkspaceLoader(files: surroundings.files).target(answer)
    if case .newFile(let path) = target { throw .missing(path: path) }
    let opened = try OpenedBid(target, in: surroundings)
    guard let id = opened.shown, let open = opened.session[id] else {
      throw .refused(problem: "\(answer) is not an answer", remedy: "Name the file of one answer")
    }
    let text = SubmissionText(
      open.answer, template: opened.session.template(of: open.answer), values: opened.session.values,
      rule: opened.session.rule)
    return (text.text, opened.session.rule)
  }

  private func shown(_ surroundings: Surroundings) throws -> String {
    guard let file else {
      let bytes = try CommandFailure.catching { () throws(StorageError) in try StandardStreams.input() }
      return String(decoding: bytes, as: UTF8.self)
    }
    let read = try CommandFailure.catching { () throws(StorageError) in
      try FileReader(files: surroundings.files).read(file)
    }
    return String(decoding: read.bytes, as: UTF8.self)
  }
}
