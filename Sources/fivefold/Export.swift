import ArgumentParser
import BidExchange
import BidModel
import BidStorage
import Workbench

/// `fivefold export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write each answer as the portal's plain text, or as Markdown.",
    discussion: """
      Example: fivefold export my-bids --format portal --output out
      Writes one file a question and SHA256SUMS, with the counts. Exits 1 when a KPI is still empty or an answer is \
      over its limit; the files are written all the same.
      """)

  @OptionGroup var bid: BidOptions

  @Option(help: "portal or md.")
  var format: ExportFormat = .portal

  @Option(help: ArgumentHelp("The folder to write into.", valueName: "dir"))
  var output: String

  func run() throws {
    let opened = try bid.open()
    let session = opened.session
    let context = ExportContext(template: session.template, values: session.values, rule: session.rule)
    let files = session.answers.map { answer in
      let file =
        format == .portal
        ? PortalExport.file(answer.answer, context)
        : MarkdownExport.file(answer.answer, question: answer.question, context)
      return (file: file, limit: answer.question.limit)
    }
    let surroundings = bid.options.surroundings
    try CommandFailure.catching { () throws(StorageError) in
      let folder = ExportFolder(files: surroundings.files, host: surroundings.host, path: output)
      for (file, _) in files { try folder.write(file.bytes, name: file.name) }
      try folder.write(Array(PortalExport.list(files).utf8), name: "SHA256SUMS")
    }
    print(PortalExport.list(files), terminator: "")
    try report(files, session: session, context: context)
  }

  private func report(
    _ files: [(file: ExportedFile, limit: Question.Limit?)], session: BidSession, context: ExportContext
  ) throws {
    var isComplete = true
    for (answer, (file, limit)) in zip(session.answers, files) {
      for name in context.unfilled(in: answer.answer) {
        _ = CommandFailure.say("\(answer.id.path): {{\(name)}} is still empty.", code: 1)
        isComplete = false
      }
      if let limit, file.count[limit.unit] > limit.amount {
        _ = CommandFailure.say(
          "\(answer.id.path): \(file.count[limit.unit]) of \(limit.unit.phrase(limit.amount)).", code: 1)
        isComplete = false
      }
    }
    if !isComplete { throw ExitCode(1) }
  }
}

/// What an export is written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case portal, md
}
