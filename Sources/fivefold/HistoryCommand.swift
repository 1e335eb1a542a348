import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold history`
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List versions of answers, compare two, go back to one, name one.",
    subcommands: [List.self, Diff.self, Changes.self, Restore.self, Name.self], defaultSubcommand: List.self)

  /// Says that a version which a review names is no longer there.
  static func warnGone(_ version: String, of open: OpenAnswer) {
    CommandFailure.warn("\(open.name): what you reviewed, \(version), is gone from the history.")
  }

  /// `fivefold history list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Versions with time, person, cause and name.",
      discussion: "Example: fivefold history list my-bids --question 2.1")

    @OptionGroup var bid: ReviewedBid
    @Option(help: "Only this question.")
    var question: String?

    func run() throws {
      let (opened, _, desk) = try bid.open()
      for open in opened.session.answers where question == nil || open.reviewKey == question {
        let versions = desk.versions(of: open.id.fileName)
        guard !versions.isEmpty else { continue }
        print(open.name)
        for version in versions {
          let name = version.name.isEmpty ? "" : " “\(version.name)”"
          print("  \(version.file)  \(version.at)  \(version.person)  \(version.cause.rawValue)\(name)")
        }
      }
    }
  }

  /// `fivefold history diff`
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What changed between two versions, section by section, with the words.",
      discussion: """
        Examples:
          fivefold history diff my-bids --question 2.1 --from 20261121-120431--ann--review.md
          fivefold history diff my-bids --since-review --as ann
        Words that went stand in [-…-], words that came in {+…+}. --to is the text as it is now when left out; a version \
        may be given by its file or its name.
        """)

    @OptionGroup var bid: ReviewedBid
    @Option(help: "Only this question.")
    var question: String?
    @Option(help: "The older version.")
    var from: String?
    @Option(help: "The newer version.")
    var to: String?
    @Flag(help: "From what you reviewed last.")
    var sinceReview = false

    func validate() throws {
      if (from == nil) != sinceReview { throw ValidationError("Give --from or --since-review.") }
      if to != nil && question == nil { throw ValidationError("--to goes with --question.") }
    }

    func run() throws {
      let (opened, review, desk) = try bid.open()
      var isSame = true
      var isGone = false
      for open in opened.session.answers where question == nil || open.reviewKey == question {
        let older =
          sinceReview
          ? review.lastReviewed(open.reviewKey) : from.flatMap { desk.version($0, of: open)?.file }
        guard let older else {
          if question != nil { throw CommandFailure.say("\(open.name) has no such version.", code: 2) }
          continue
        }
        guard desk.version(older, of: open) != nil else {
          HistoryCommand.warnGone(older, of: open)
          isGone = true
          continue
        }
        let comparison = try CommandFailure.catching { () throws(StorageError) in
          let new = try to.map { name throws(StorageError) in
            try desk.answer(name, of: open, template: opened.session.template)
          }
          return AnswerComparison(
            from: try desk.answer(older, of: open, template: opened.session.template), to: new ?? open.answer)
        }
        guard !comparison.isSame else { continue }
        isSame = false
        print("\(open.name)\n\(ComparisonText.inline(comparison))\n")
      }
      if isSame && !isGone { print("The words are the same.") }
      if isGone { throw ExitCode(2) }
    }
  }

  /// `fivefold history changes`
  struct Changes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One page: which answers changed, in which parts, and how each stands.",
      discussion: """
        Examples:
          fivefold history changes my-bids --since "Pink draft"
          fivefold history changes my-bids --since-review --as ann --format md
        """)

    @OptionGroup var bid: ReviewedBid
    @Option(help: "The version to compare with, by its file or its name.")
    var since: String?
    @Flag(help: "Compare with what you reviewed last.")
    var sinceReview = false
    @Option(help: "text or md.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, md }

    func validate() throws {
      if (since == nil) != sinceReview { throw ValidationError("Give --since or --since-review.") }
    }

    func run() throws {
      let (opened, review, desk) = try bid.open()
      var gone: Set<AnswerID> = []
      let comparisons = try opened.session.answers.map { open -> (AnswerID, AnswerComparison?) in
        let older =
          sinceReview
          ? review.lastReviewed(open.reviewKey) : since.flatMap { desk.version($0, of: open)?.file }
        guard let older else { return (open.id, nil) }
        guard desk.version(older, of: open) != nil else {
          HistoryCommand.warnGone(older, of: open)
          gone.insert(open.id)
          return (open.id, nil)
        }
        return try CommandFailure.catching { () throws(StorageError) in
          let old = try desk.answer(older, of: open, template: opened.session.template)
          return (open.id, AnswerComparison(from: old, to: open.answer))
        }
      }
      if let since, comparisons.allSatisfy({ $0.1 == nil }) {
        throw CommandFailure.say(
          "No answer has a version ‘\(since)’: ‘fivefold history list’ shows them.", code: 2)
      }
      let page = ChangePage(opened.session, comparisons, gone: gone)
      print(format == .md ? page.markdown : page.text, terminator: "")
      if !gone.isEmpty { throw ExitCode(2) }
    }
  }

  /// `fivefold history restore`
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put an answer, or one part of it, back to a version; the text of now is kept as one too.",
      discussion: """
        Examples:
          fivefold history restore my-bids --question 2.1 --version pink-draft --part evidence
          fivefold history restore my-bids --version before-ics-five-part-2
        Without --question every answer that has a version of the name goes back to it.
        """)

    @OptionGroup var bid: ReviewedBid
    @Option(help: "The question's number; every answer with the version when left out.")
    var question: String?
    @Option(help: "The version's file or name.")
    var version: String
    @Option(help: "Only the part of this key or title.")
    var part: String?
    @Flag(help: "Put signed answers back too; each must then be signed again.")
    var signed = false

    func validate() throws {
      if part != nil && question == nil { throw ValidationError("--part goes with --question.") }
    }

    func run() throws {
      let (opened, review, desk) = try bid.open()
      if let question, opened.session.answer(reviewedAs: question) == nil {
        throw CommandFailure.say("There is no question ‘\(question)’ in this bid.", code: 2)
      }
      let wanted = opened.session.answers.filter { open in
        question.map { open.reviewKey == $0 } ?? (desk.version(version, of: open) != nil)
      }
      guard !wanted.isEmpty else {
        throw CommandFailure.say(
          "No answer has a version ‘\(version)’: ‘fivefold history list’ shows them.", code: 2)
      }
      let named = wanted.compactMap { open -> String? in
        guard let (person, signOff) = review.book.signOff(of: open.reviewKey),
          signOff.change(to: open.answer, values: opened.session.values) == nil
        else { return nil }
        return "\(open.name), signed by \(review.name(of: person))"
      }
      guard signed || named.isEmpty else {
        throw CommandFailure.say(
          "Nothing was put back, for \(named.joined(separator: "; ")). Add --signed to put signed answers back too:"
            + " each must then be signed again.", code: 2)
      }
      let warnings = try CommandFailure.catching { () throws(StorageError) in
        try restore(wanted, opened, review, desk)
      }
      for warning in warnings { CommandFailure.warn("\(warning)") }
      for open in wanted {
        print("\(open.name) is as it was in \(version); the text of before is in its history.")
      }
      for name in named { print("\(name), must be signed again.") }
    }

    /// Writes all of `wanted` or none; their text of now is kept first.
    private func restore(
      _ wanted: [OpenAnswer], _ opened: OpenedBid, _ review: ReviewContext, _ desk: ReviewDesk
    ) throws(StorageError) -> [StorageError] {
      var restored: [OpenAnswer] = []
      for open in wanted {
        restored.append(
          try desk.restored(
            version, of: open, part: part, template: opened.session.template(of: open.answer)))
      }
      let now = bid.surroundings.stamp
      try desk.keepAll(wanted, cause: .restore, by: review.me, at: now)
      let warnings = try BidDesk(opened, in: bid.surroundings, mailbox: Mailbox()).writeAll(restored)
      for open in wanted {
        let why = [version, part ?? ""].joined(separator: " ")
        try desk.append(review.audit(.restore, question: open.reviewKey, why: why, at: now))
      }
      return warnings
    }
  }

  /// `fivefold history name`
  struct Name: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep every answer as it stands, under a name.",
      discussion: "Example: fivefold history name my-bids --name \"Pink draft\"")

    @OptionGroup var bid: ReviewedBid
    @Option(name: .customLong("name"), help: "What to call it.")
    var label: String

    func run() throws {
      let (opened, review, desk) = try bid.open()
      let now = bid.surroundings.stamp
      try CommandFailure.catching { () throws(StorageError) in
        try desk.keepAll(opened.session.answers, cause: .named, name: label, by: review.me, at: now)
        try desk.append(review.audit(.name, why: label, at: now))
      }
      print("Kept \(opened.session.answers.count) answers as ‘\(label)’.")
    }
  }
}
