import ArgumentParser
import BidModel
import BidStorage
import Foundation
import Workbench

/// Makes workspaces, bids and questions.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a workspace, a bid or a question.",
    discussion: "Example: fivefold new workspace my-bids --organisation \"Lanternfield Home Support\"",
    subcommands: [NewWorkspace.self, NewBid.self, NewQuestion.self])
}

/// `fivefold new workspace`
struct NewWorkspace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspace", abstract: "Make a workspace: a folder of plain files.",
    discussion: "Example: fivefold new workspace my-bids --organisation \"Lanternfield Home Support\"")

  @Argument(help: "The folder, which may be there already.")
  var path: String

  @Option(help: "Your organisation's name.")
  var organisation = ""

  @OptionGroup var options: SharedOptions

  func run() throws {
    let surroundings = options.surroundings
    let scaffold = WorkspaceScaffold(files: surroundings.files, host: surroundings.host)
    let made = try CommandFailure.catching { () throws(StorageError) in
      try scaffold.newWorkspace(at: path, organisation: organisation)
    }
    for file in made { print(file) }
  }
}

/// `fivefold new bid`
struct NewBid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bid", abstract: "Make a bid in a workspace.",
    discussion:
      "Example: fivefold new bid harbourside-d2a --in my-bids --title \"Discharge to Assess\" --buyer \"Harbourside ICB\"\n"
      + "With --from the questions of a set are its answers: fivefold new bid backs-2027 --from msk; ‘fivefold template list bids’ names the sets."
  )

  @Argument(help: "A short name for the bid's folder.")
  var name: String

  @Option(name: .customLong("in"), help: "The workspace; the one you stand in when left out.")
  var workspace = "."

  @Option(help: "What is tendered.")
  var title: String?

  @Option(help: "Who buys.")
  var buyer = ""

  @Option(help: "The lot.")
  var lot = ""

  @Option(help: "The place or neighbourhood.")
  var place = ""

  @Option(help: "Day and time of the portal's deadline, such as \"2026-12-11 12:00\".")
  var deadline = ""

  @Option(help: "The contract or service whose KPIs the bid quotes.")
  var scope = ""

  @Option(help: ArgumentHelp("A question set to begin with, such as msk.", valueName: "set"))
  var from: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let surroundings = options.surroundings
    var bid = WorkspaceScaffold.NewBid(title: title ?? name)
    (bid.buyer, bid.lot, bid.place, bid.deadline, bid.scope) = (buyer, lot, place, deadline, scope)
    let made = try CommandFailure.catching { () throws(StorageError) in
      let loader = WorkspaceLoader(files: surroundings.files)
      let scaffold = WorkspaceScaffold(files: surroundings.files, host: surroundings.host)
      let folder = try loader.workspaceFolder(of: workspace)
      let library = surroundings.library(workspace: folder)
      // What the set names is read before anything is made, so that a fault leaves nothing half done.
      let set = try from.map { id throws(StorageError) in try library.questionSet(id) }
      for question in set?.questions ?? [] {
        if let id = question.template { _ = try library.answerTemplate(id) }
      }
      bid.lenses = set?.lenses ?? []
      let path = try scaffold.newBid(bid, in: folder, name: name)
      guard let set else { return [path] }
      let standard = try library.answerTemplate(
        try loader.choice(ofBid: path, workspace: folder).template ?? "")
      return [path] + (try scaffold.newQuestions(of: set, in: path, library: library, standard: standard))
    }
    for path in made { print(path) }
  }
}

/// `fivefold new question`
struct NewQuestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question", abstract: "Make the answer file of a question, with every part's heading.",
    discussion: """
      Example: fivefold new question 2.1 Integration --in my-bids/bids/harbourside-d2a \
      --limit "750 words" --weight 15 --targets integration,digital
      """)

  @Argument(help: "The buyer's number, such as 2.1.")
  var number: String

  @Argument(help: "A short title.")
  var title: String

  @Option(name: .customLong("in"), help: "The bid's folder; the one you stand in when left out.")
  var bid = "."

  @Option(help: "The buyer's words, verbatim.")
  var text = ""

  @Option(name: .customLong("sub-ask"), help: "One thing the question asks for; may be given again.")
  var subAsks: [String] = []

  @Option(help: "Such as \"750 words\" or \"5000 characters\".")
  var limit: String?

  @Option(help: "Share of the quality marks, in percent.")
  var weight: String?

  @Option(help: "Themes the question asks for, by key, apart by commas.")
  var targets = ""

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if let limit, Question.Limit(text: limit) == nil {
      throw ValidationError("‘\(limit)’ is not a limit: write ‘750 words’ or ‘5000 characters’.")
    }
  }

  func run() throws {
    let surroundings = options.surroundings
    var question = WorkspaceScaffold.NewQuestion(number: number, title: title)
    (question.text, question.subAsks, question.limit, question.weight) = (text, subAsks, limit, weight)
    question.targetThemes = targets.split(separator: ",").map { $0.trimmingSpaces() }
    let path = try CommandFailure.catching { () throws(StorageError) in
      let loader = WorkspaceLoader(files: surroundings.files)
      guard case .bid(let workspace, let folder, _) = try loader.target(bid) else {
        throw .refused(problem: "\(bid) is not a bid's folder", remedy: "Give one with --in")
      }
      let library = surroundings.library(workspace: workspace)
      let template = try library.answerTemplate(
        try loader.choice(ofBid: folder, workspace: workspace).template ?? "")
      let scaffold = WorkspaceScaffold(files: surroundings.files, host: surroundings.host)
      return try scaffold.newQuestion(question, in: folder, template: template)
    }
    print(path)
    // Beside the path, so that a script still gets the path alone.
    StandardStreams.tell("Open it with: fivefold \(path.visible)")
  }
}
