import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Start a review round, see how far it is, report and agree scores.",
    discussion: "The walk itself is in the terminal: open the bid and press F8.",
    subcommands: [Start.self, ReviewStatusCommand.self, Report.self, Moderate.self],
    defaultSubcommand: ReviewStatusCommand.self)

  /// `fivefold review start`
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a round: keep every answer as it stands now, and say what is asked.",
      discussion: "Example: fivefold review start my-bids --round red --as ann")

    @OptionGroup var bid: ReviewedBid
    @Option(help: "pink, red, gold, or a round of your own.")
    var round: String

    func run() throws {
      let (opened, review, desk) = try bid.open()
      guard let known = review.book.rounds.first(where: { $0.id == round }) else {
        let names = review.book.rounds.map(\.id).joined(separator: ", ")
        throw CommandFailure.say("There is no round ‘\(round)’. Choose one of \(names).", code: 2)
      }
      let now = bid.surroundings.stamp
      try CommandFailure.catching { () throws(StorageError) in
        for open in opened.session.answers {
          let version = ReviewChange.KeptVersion(
            file: open.id.fileName, bytes: AnswerFile.print(open.answer), cause: .review)
          let change = review.change(round, open.reviewKey, version: version) { sheet in
            if sheet.started.isEmpty { sheet.started = now }
          }
          if let change { _ = try desk.keep(change) }
        }
        try desk.append(review.audit(.start, why: round, at: now))
      }
      print("\(known.title), for \(review.name(of: review.me)). \(known.who).")
      for (index, ask) in known.asks.enumerated() { print("\(index + 1). \(ask)") }
      print("\(opened.session.answers.count) questions. Open the bid and press F8.")
    }
  }

  /// `fivefold review status`
  struct ReviewStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Who has handed in how much, and what is open.",
      discussion: "Example: fivefold review status my-bids")

    @OptionGroup var bid: ReviewedBid

    func run() throws {
      let (opened, review, _) = try bid.open()
      print(ReviewStatus.text(opened.session, review))
    }
  }

  /// `fivefold review report`
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scores, reasons and comments, as far as you may see them.",
      discussion: "Example: fivefold review report my-bids --format csv > red.csv")

    @OptionGroup var bid: ReviewedBid
    @Option(help: "Only this round.")
    var round: String?
    @Option(help: "text, md, html, json or csv.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, html, json, csv }

    func run() throws {
      let (opened, review, _) = try bid.open()
      let report = ReviewReport(opened.session, review, only: round)
      switch format {
      case .text: print(report.text, terminator: "")
      case .md: print(report.markdown, terminator: "")
      case .html: print(report.html, terminator: "")
      case .json: print(try report.json())
      case .csv: print(report.csv, terminator: "")
      }
    }
  }

  /// `fivefold review moderate`
  struct Moderate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scores side by side; with a score and a rationale, set down what was agreed.",
      discussion: """
        Examples:
          fivefold review moderate my-bids --round red
          fivefold review moderate my-bids --round red --question 2.1 --score 4 --rationale "Agreed on the call."
          fivefold review moderate my-bids --round red --question 2.1 --take-back
        A score is agreed once somebody has handed one in, and by a reviewer only after their own.
        """)

    @OptionGroup var bid: ReviewedBid
    @Option(help: "The round.")
    var round = "red"
    @Option(help: "The question's number.")
    var question: String?
    @Option(help: "The agreed score.")
    var score: Double?
    @Option(help: "Why.")
    var rationale: String?
    @Option(help: "The criterion, where the bid scores several.")
    var criterion = ""
    @Flag(help: "Take back what you have set down as agreed on --question.")
    var takeBack = false

    func validate() throws {
      if takeBack && (question == nil || score != nil) {
        throw ValidationError("--take-back needs --question, and no --score.")
      }
      if (score == nil) != (rationale == nil) || (score != nil && question == nil) {
        throw ValidationError("An agreed score needs --question, --score and --rationale.")
      }
    }

    func run() throws {
      let (opened, review, desk) = try bid.open()
      guard let question, score != nil || takeBack else {
        return print(ReviewStatus.moderation(opened.session, review, round: round, question: question))
      }
      guard let open = opened.session.answer(reviewedAs: question) else {
        throw CommandFailure.say("There is no question ‘\(question)’ in this bid.", code: 2)
      }
      guard review.book.rounds.contains(where: { $0.id == round && $0.isScored }) else {
        throw CommandFailure.say("There is no scored round ‘\(round)’.", code: 2)
      }
      let change = try change(of: open, review)
      try CommandFailure.catching { () throws(StorageError) in
        if let change { _ = try desk.keep(change) }
      }
      print(
        takeBack
          ? "Taken back: what you agreed on \(question) stands no more."
          : "Agreed: \(question) has \((score ?? 0).plain).")
    }

    /// What is to be written, by the rule that the screen keeps too.
    private func change(of open: OpenAnswer, _ review: ReviewContext) throws -> ReviewChange? {
      let now = bid.surroundings.stamp
      do throws(ReviewRefusal) {
        return takeBack
          ? try review.unagreeing(on: open, in: round, at: now)
          : try review.agreeing(
            [.init(criterion: criterion, score: score, rationale: rationale ?? "")], on: open, in: round,
            at: now)
      } catch {
        throw CommandFailure.say(error.words, code: 2)
      }
    }
  }
}

/// A bid with its reviews, opened for one person.
struct ReviewedBid: ParsableArguments {
  @OptionGroup var bid: BidOptions
  @OptionGroup var identity: IdentityOptions

  var surroundings: Surroundings {
    var surroundings = bid.options.surroundings
    surroundings.asked = identity.person
    return surroundings
  }

  /// Opens and reads the bid.
  func open() throws -> (OpenedBid, ReviewContext, ReviewDesk) {
    let surroundings = self.surroundings
    var opened = try bid.open(in: surroundings)
    opened.session.countAll()
    guard let review = opened.session.review else {
      throw CommandFailure.say("Reviews need a bid: give the path of a workspace or of a bid.", code: 2)
    }
    return (opened, review, ReviewDesk(bid: review.folder, surroundings))
  }
}
