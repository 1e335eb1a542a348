import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold template diff`
struct TemplateDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare a template with the one of the same name that it hides.",
    discussion: """
      Example: fivefold template diff answers/ics-five-part --in my-bids
      Lines only in the farther file begin with -, lines only in the nearer with +. Exits 1 when they differ.
      """)

  @Argument(help: "Such as answers/ics-five-part.")
  var name: String

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var template: TemplateOptions

  /// The comparison as JSON.
  struct Document: Encodable {
    var from: String
    var to: String
    var lines: [String]
  }

  func run() throws {
    let surroundings = template.surroundings
    let document = try CommandFailure.catching { () throws(StorageError) in
      let library = template.library(surroundings)
      let name = try library.name(name)
      let located = try library.locator.locate(kind: name.kind.rawValue, id: name.id)
      guard let other = located.hidden.first else {
        throw .refused(
          problem: "\(located.path) hides no other template", remedy: "There is nothing to compare it with")
      }
      let reader = FileReader(files: surroundings.files)
      let old = String(decoding: try reader.read(other).bytes, as: UTF8.self)
      let new = String(decoding: try reader.read(located.path).bytes, as: UTF8.self)
      return Document(from: other, to: located.path, lines: LineDifference.lines(from: old, to: new))
    }
    if format == .json {
      print(try JSONText.of(document))
    } else if document.lines.isEmpty {
      print("The two are the same.")
    } else {
      print("--- \(document.from)\n+++ \(document.to)")
      for line in document.lines { print(line) }
    }
    if !document.lines.isEmpty { throw ExitCode(1) }
  }
}
