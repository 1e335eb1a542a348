import ArgumentParser
import BidModel
import BidStorage
import Workbench

/// `fivefold template apply`
struct TemplateApply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Bring answers to an answer template, without losing a character.",
    discussion: """
      Examples:
        fivefold template apply ics-five-part my-bids/bids/d2a --dry-run
        fivefold template apply ics-five-part my-bids/bids/d2a --map assurance=checks --map plan=plan
        fivefold template apply method-statement my-bids/bids/d2a/answers/2.1.md --from ics-five-part
        fivefold template apply ics-five-part my-bids/bids/d2a --decline
      Parts follow by their keys, by ‘was:’ and by their titles; what the template does not say is asked for with \
      --map. Text without a home stays under its old heading, marked unplaced. Every file is written or none, and \
      each answer of a bid is kept in its history first, under a name that is printed.
      """)

  @Argument(help: "The answer template.")
  var id: String

  @Argument(help: "A bid or one answer; the folder you stand in when left out.")
  var path = "."

  @Option(help: ArgumentHelp("Take answers that were begun with another template.", valueName: "id"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Where an old part goes: old=new, old=new1,new2 for a split, old= for unplaced.", valueName: "old=new"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "Sends a paragraph of a part elsewhere, by its number: evidence:2=lessons. For one answer.",
      valueName: "part:n=new"))
  var put: [String] = []

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @Flag(help: "Note in the answers that this version was declined, so that it is not offered again.")
  var decline = false

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @OptionGroup var options: SharedOptions

  /// One answer as JSON.
  struct Row: Encodable {
    var path: String
    var from: String
    var to: String
    var changes: [String]
    var difference: String
    var isWritten: Bool
    /// The name of the version in the history that holds the answer as it was; left out where none was kept.
    var keptAs: String?
  }

  func run() throws {
    let surroundings = options.surroundings
    let rows = try CommandFailure.catching { () throws(StorageError) in try apply(surroundings) }
    if format == .json { return print(try JSONText.of(rows)) }
    if rows.isEmpty { print("Every answer has this version already, or was begun with another template.") }
    for row in rows {
      print("\(row.path): \(row.from) to \(row.to)\(row.isWritten ? "" : ", not written")")
      for line in row.changes { print("  \(line)") }
      if dryRun, !row.difference.isEmpty { print(row.difference) }
    }
    if let name = rows.lazy.compactMap(\.keptAs).first {
      print("To take it back: fivefold history restore \(path) --version \(name)")
    }
  }

  private func apply(_ surroundings: Surroundings) throws(StorageError) -> [Row] {
    var opened = try OpenedBid(try WorkspaceLoader(files: surroundings.files).target(path), in: surroundings)
    let library = surroundings.library(workspace: opened.workspace)
    let target = try library.answerTemplate(try library.name(id.contains("/") ? id : "answers/\(id)").id)
    var plan = opened.session.plan(
      to: target, from: from, only: opened.shown, overrides: try overrides(target))
    try sendParagraphs(in: &plan, session: opened.session)
    let asked = Set(plan.items.flatMap(\.mapping.routes).filter(\.isAsked).map(\.source))
    let homeless = plan.homeless(in: opened.session).filter { !asked.contains($0) }
    if !homeless.isEmpty, !dryRun, !decline {
      let names = homeless.map { "--map \($0)=NEW" }.joined(separator: " ")
      throw .refused(
        problem: "text in \(homeless.map { "'\($0)'" }.joined(separator: ", ")) has no part to go to",
        remedy: "Say \(names), or leave NEW out to keep it under its old heading, unplaced")
    }
    let before = opened.session
    do {
      if decline { try opened.session.decline(plan) } else { try opened.session.apply(plan) }
    } catch {
      throw .refused(problem: "the answers cannot be changed: \(error)", remedy: "Nothing was written")
    }
    let kept = dryRun ? nil : try keep(plan, before, opened, surroundings)
    if !dryRun { try write(plan, opened, surroundings) }
    return plan.items.map { item in
      let old = before[item.answer]?.answer
      let new = opened.session[item.answer]?.answer
      let difference = old.flatMap { old in new.map { TextDifference(from: old, to: $0) } }
      return Row(
        path: item.answer.path, from: item.mapping.origin.stamp, to: target.stamp,
        changes: decline
          ? ["Declined."]
          : item.mapping.revealed + item.mapping.changes.map { $0.sentence(in: item.mapping) },
        difference: difference.map { $0.isEmpty ? "" : $0.summary(old: "now", new: "then") } ?? "",
        isWritten: !dryRun, keptAs: kept)
    }
  }

  private func overrides(_ target: AnswerTemplate) throws(StorageError) -> [(old: String, new: [String])] {
    var found: [(old: String, new: [String])] = []
    for text in map {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2 else {
        throw .refused(problem: "'\(text)' is no mapping", remedy: "Write --map old=new")
      }
      let keys = sides[1].split(separator: ",").map { $0.trimmingSpaces() }
      try refuseUnknown(keys, target)
      found.append((sides[0].trimmingSpaces(), keys))
    }
    return found
  }

  private func refuseUnknown(_ keys: [String], _ target: AnswerTemplate) throws(StorageError) {
    guard let unknown = keys.first(where: { target.part($0) == nil }) else { return }
    throw .refused(
      problem: "'\(unknown)' is no part of \(target.title)",
      remedy: "Its parts are \(target.parts.map(\.key).joined(separator: ", "))")
  }

  /// Notes which paragraphs `--put` sends elsewhere.
  private func sendParagraphs(in plan: inout TemplatePlan, session: BidSession) throws(StorageError) {
    guard !put.isEmpty else { return }
    guard plan.items.count == 1, let answer = session[plan.items[0].answer]?.answer else {
      throw .refused(problem: "--put is for one answer", remedy: "Give the path of the answer")
    }
    for text in put {
      let sides = text.split(separator: "=").map(String.init)
      let place = (sides.first ?? "").split(separator: ":").map(String.init)
      let blocks = answer.parts.first { $0.key == place.first }?.blocks.filter { !$0.isEmpty } ?? []
      guard sides.count == 2, place.count == 2, let number = Int(place[1]),
        blocks.indices.contains(number - 1)
      else {
        throw .refused(
          problem: "'\(text)' names no paragraph",
          remedy: "Write --put part:number=new, such as evidence:2=lessons")
      }
      try refuseUnknown([sides[1]], plan.target)
      plan.items[0].places[blocks[number - 1].id] = sides[1]
    }
  }

  /// Keeps the answers as they are in the bid's history.
  ///
  /// - Returns: The name of the versions; `nil` where nothing is changed, or the answer is in no bid.
  private func keep(
    _ plan: TemplatePlan, _ before: BidSession, _ opened: OpenedBid, _ surroundings: Surroundings
  ) throws(StorageError) -> String? {
    guard let review = opened.session.review, !plan.items.isEmpty else { return nil }
    let desk = ReviewDesk(bid: review.folder, surroundings)
    let stem = "before \(decline ? "declining " : "")\(plan.target.id) \(plan.target.version)"
    let names = Set(
      plan.items.flatMap { desk.versions(of: $0.answer.fileName) }.map(\.name))
    var name = FileNames.safe(stem)
    var number = 2
    while names.contains(name) {
      name = FileNames.safe("\(stem) \(number)")
      number += 1
    }
    let now = surroundings.stamp
    try desk.keepAll(
      plan.items.compactMap { before[$0.answer] }, cause: .named, name: name, by: review.me, at: now)
    try desk.append(review.audit(.name, why: name, at: now))
    return name
  }

  /// Writes every changed answer, or none.
  private func write(
    _ plan: TemplatePlan, _ opened: OpenedBid, _ surroundings: Surroundings
  ) throws(StorageError) {
    let desk = BidDesk(opened, in: surroundings, mailbox: Mailbox())
    let warnings = try desk.writeAll(plan.items.compactMap { opened.session[$0.answer] })
    for warning in warnings { CommandFailure.warn("\(warning)") }
  }
}
