import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Workbench

/// `fivefold gate`
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "List what still stands in the way of submission.",
    discussion: """
      Examples:
        fivefold gate my-bids
        fivefold gate my-bids --keys
        fivefold gate my-bids --as morag --waive "deliverable: Price schedule" --reason "Sent by post"
      Prints path:line: kind: message. A key holds what was judged, such as the count over a limit: once that is \
      another, the waiver is stale, is listed, and the point blocks again. Exits 1 while anything blocks. What ‘fivefold: ignore’ notes and ignores.yaml \
      let stand passes with their reasons.
      """)

  @OptionGroup var bid: ReviewedBid

  @Flag(help: "Print under each point the key that --waive takes.")
  var keys = false

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Let this point pass; needs --reason.", valueName: "key"))
  var waive: String?

  @Option(help: "Why it may pass.")
  var reason: String?

  func validate() throws {
    if waive != nil && reason?.allSatisfy(\.isWhitespace) != false {
      throw ValidationError("A waiver needs --reason: whoever reads it later has only that.")
    }
  }

  func run() throws {
    var (opened, review, desk) = try bid.open()
    let surroundings = bid.surroundings
    if let waive, let reason {
      guard let gate = opened.gate(in: surroundings), gate.items.contains(where: { $0.key == waive }) else {
        throw CommandFailure.say("The gate has no point ‘\(waive)’. --keys lists them.", code: 2)
      }
      if let refusal = review.waiverRefusal {
        throw CommandFailure.say("\(refusal) Say who you are with --as.", code: 2)
      }
      let waiver = Waiver(item: waive, reason: reason, by: review.me, on: surroundings.today)
      try CommandFailure.catching { () throws(StorageError) in try desk.waive(waiver, version: review.version)
      }
      (opened, review, desk) = try bid.open()
    }
    guard let gate = opened.gate(in: surroundings) else { return }
    print(
      format == .json
        ? try GateReport.json(gate) : opened.gateText(gate, base: ".", keys: keys, in: surroundings),
      terminator: "")
    if !gate.isClear { throw ExitCode(1) }
  }
}

/// `fivefold freeze`
struct Freeze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the submission as a checksummed pack.",
    discussion: """
      Example: fivefold freeze my-bids
      Writes packs/pack-DIGEST with every export, the register, scores, waivers, the audit and a manifest of SHA-256. \
      Freezing the same state twice gives the same bytes. Refuses while the gate blocks, unless --draft is given; and \
      where the pack is there already and was changed, which it names.
      """)

  @OptionGroup var bid: ReviewedBid

  @Flag(help: "Write a pack named draft although the gate blocks.")
  var draft = false

  func run() throws {
    var (opened, review, desk) = try bid.open()
    let surroundings = bid.surroundings
    guard let gate = opened.gate(in: surroundings, showsAll: true) else { return }
    guard gate.isClear || draft else {
      throw CommandFailure.say(
        "\(gate.blocking.count) points block. See them with ‘fivefold gate’, or freeze a --draft.", code: 1)
    }
    let contents = try opened.packContents(gate, in: surroundings)
    let packs = PackFolder(files: surroundings.files, host: surroundings.host)
    let pack = try CommandFailure.catching { () throws(StorageError) in
      try packs.write(
        contents, in: FilePath.join(review.folder, "packs"), prefix: gate.isClear ? "pack" : "draft")
    }
    let now = surroundings.stamp
    try CommandFailure.catching { () throws(StorageError) in
      let seal = try packs.seal(of: pack)
      try desk.keepAll(opened.session.answers, cause: .freeze, by: review.me, at: now)
      try desk.append(
        review.audit(
          .freeze, why: "\(FilePath.name(of: pack)): \(PackFolder.manifest) \(seal.digest)", at: now))
    }
    print("\(pack): \(contents.count) files. Prove it later with ‘fivefold verify \(pack)’.")
  }
}

/// `fivefold verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether a frozen pack is as it was frozen.",
    discussion:
      """
      Example: fivefold verify bids/d2a/packs/pack-0123456789ab
      Exits 1 and names each file that changed. The folder's name vouches for the manifest; in a folder of another name, \
      compare the digest that is printed with the one in the audit's line of the freeze.
      """)

  @Argument(help: "The pack's folder.")
  var pack: String

  @OptionGroup var options: SharedOptions

  func run() throws {
    let surroundings = options.surroundings
    let packs = PackFolder(files: surroundings.files, host: surroundings.host)
    let (faults, seal) = try CommandFailure.catching { () throws(StorageError) in
      (try packs.faults(in: pack), try packs.seal(of: pack))
    }
    guard faults.isEmpty else {
      for fault in faults { print("\(pack): \(fault)") }
      throw ExitCode(1)
    }
    let manifest = "\(PackFolder.manifest) has SHA-256 \(seal.digest)"
    print(
      seal.fits == nil
        ? "\(pack): the files are as its manifest says. Its folder is not named for the manifest, so nothing here"
          + " vouches for that: \(manifest). Compare it with the line of the freeze in the audit."
        : "\(pack): unchanged. \(manifest).")
  }
}

/// `fivefold audit`
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print who did what and when; note what AI was used for on an answer.",
    discussion: """
      Examples:
        fivefold audit my-bids
        fivefold audit my-bids --question 2.1 --ai "shortening the Evidence part"
        fivefold audit my-bids --question 2.1 --ai none
        fivefold audit my-bids --ai-use
      """)

  @OptionGroup var bid: ReviewedBid

  @Option(help: "The question the note is about; else only its entries are printed.")
  var question: String?

  @Option(help: "What AI was used for on the answer; none when it was not.")
  var ai: String?

  @Flag(help: "Only what AI was used for, answer by answer.")
  var aiUse = false

  func run() throws {
    let (opened, review, desk) = try bid.open()
    if let ai {
      guard let question, opened.session.answer(reviewedAs: question) != nil else {
        throw CommandFailure.say("Name the question with --question, as the bid numbers it.", code: 2)
      }
      let entry = review.audit(.ai, question: question, ai: ai, at: bid.surroundings.stamp)
      try CommandFailure.catching { () throws(StorageError) in try desk.append(entry) }
    }
    var problems: [FileProblem] = []
    let entries = desk.entries(problems: &problems)
    if aiUse {
      for open in opened.session.answers where question == nil || open.reviewKey == question {
        let notes = entries.filter { $0.question == open.reviewKey && !$0.ai.isEmpty }
          .map { "\($0.ai) (\(review.name(of: $0.who)), \($0.at.prefix(10)))" }
        print("\(open.name): \(notes.isEmpty ? "nothing noted" : notes.joined(separator: "; "))")
      }
    }
    for entry in entries where !aiUse && (question == nil || entry.question == question) {
      let details = [entry.question, review.why(of: entry), entry.ai.isEmpty ? "" : "AI: \(entry.ai)"]
      print(([entry.at, entry.who, entry.what] + details.filter { !$0.isEmpty }).joined(separator: "  "))
    }
    for problem in problems { _ = CommandFailure.say(problem.description, code: 2) }
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
