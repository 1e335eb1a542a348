import ArgumentParser
import BidExchange
import BidModel
import BidStorage
import Workbench

/// `fivefold export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write each answer as the portal's plain text or as Markdown, or all as one HTML file.",
    discussion: """
      Example: fivefold export my-bids --format portal --output out
      Writes one file a question, or the one that is named (HTML: one file for the bid or the answer), and \
      SHA256SUMS, with the counts. Exits 1 when a KPI is still empty or an answer is over its limit (the files are \
      written all the same), and when an answer cannot be read or holds two versions of a merge (it is left out).
      """)

  @OptionGroup var bid: BidOptions

  @Option(help: "portal, md or html.")
  var format: ExportFormat = .portal

  @Option(help: ArgumentHelp("The folder to write into.", valueName: "dir"))
  var output: String

  func run() throws {
    let opened = try bid.open()
    let session = opened.session
    let context = ExportContext(templates: session.templates, values: session.values, rule: session.rule)
    let files = self.files(of: opened, context)
    let surroundings = bid.options.surroundings
    try CommandFailure.catching { () throws(StorageError) in
      let folder = ExportFolder(files: surroundings.files, host: surroundings.host, path: output)
      for (file, _) in files { try folder.write(file.bytes, name: file.name) }
      try folder.write(Array(PortalExport.list(files).utf8), name: "SHA256SUMS")
    }
    print(PortalExport.list(files), terminator: "")
    try report(answers(of: opened), without: opened.left, context: context)
  }

  private func answers(of opened: OpenedBid) -> [OpenAnswer] {
    opened.named.map { opened.session.answers[$0] }.filter { !$0.hasConflict }
  }

  private func files(of opened: OpenedBid, _ context: ExportContext) -> [(
    file: ExportedFile, limit: Question.Limit?
  )] {
    let answers = answers(of: opened)
    switch format {
    case .portal: return answers.map { (PortalExport.file($0.answer, context), $0.question.limit) }
    case .md:
      return answers.map {
        (MarkdownExport.file($0.answer, question: $0.question, context), $0.question.limit)
      }
    case .html:
      let title = opened.session.heading.line
      if let one = opened.shown.flatMap({ opened.session[$0] }) {
        let item = (answer: one.answer, question: one.question)
        return [(HTMLExport.file(item, title: title.isEmpty ? one.name : title, context), one.question.limit)]
      }
      let name = opened.bid.map { FilePath.name(of: $0) } ?? "bid"
      let items = answers.map { (answer: $0.answer, question: $0.question) }
      return [(HTMLExport.file(items, title: title.isEmpty ? name : title, name: name, context), nil)]
    }
  }

  private func report(_ answers: [OpenAnswer], without left: [String], context: ExportContext) throws {
    var isComplete = left.isEmpty
    for sentence in left { CommandFailure.warn("\(sentence) It is not among the files.") }
    for answer in answers {
      for name in context.unfilled(in: answer.answer) {
        _ = CommandFailure.say("\(answer.id.path): {{\(name)}} is still empty.", code: 1)
        isComplete = false
      }
      let count = PortalExport.file(answer.answer, context).count
      if let limit = answer.question.limit, count[limit.unit] > limit.amount {
        _ = CommandFailure.say(
          "\(answer.id.path): \(count[limit.unit]) of \(limit.unit.phrase(limit.amount)).", code: 1)
        isComplete = false
      }
    }
    if !isComplete { throw ExitCode(1) }
  }
}

extension OpenedBid {
  /// Why answers of the bid are in no export: they cannot be read, or hold two versions.
  fileprivate var left: [String] {
    (shown == nil ? session.unreadable.map(\.finding.message) : [])
      + named.map { session.answers[$0] }.filter(\.hasConflict).compactMap(\.readOnlyReason)
  }
}

/// What an export is written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case portal, md, html
}
