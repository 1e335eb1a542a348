import BidAnalysis
import BidExchange
import BidModel
import BidStorage
import Checksum

extension OpenedBid {
  /// Everything that a frozen pack holds, by path: a function of the bid's files alone, so that freezing one
  /// state twice gives the same bytes.
  ///
  /// The audit ends before the freeze: entries of freezes that nothing came after are left out. Attachments
  /// are hashed, since they are made by other programs. The workspace's own templates are there too: its rounds,
  /// scales and checks are what scores and gate rest on.
  ///
  /// - Throws: ``JSONRefusal``, for a score that JSON has no form of.
  /// - Complexity: O(*n*) in the bid's text.
  package mutating func packContents(
    _ gate: Gate, in surroundings: Surroundings
  ) throws(JSONRefusal) -> [String: [UInt8]] {
    guard let workspace, let review = session.review else { return [:] }
    var contents: [String: [UInt8]] = [:]
    let reader = FileReader(files: surroundings.files)
    func take(_ name: String, from folder: String, as path: String? = nil) {
      if let bytes = try? reader.read(FilePath.join(folder, name)).bytes { contents[path ?? name] = bytes }
    }
    addExports(to: &contents)
    for name in ["fivefold.yaml", "kpis.csv", "kpi-values.csv"] {
      take(name, from: workspace, as: "workspace/\(name)")
    }
    for name in ["bid.yaml", "waivers.yaml", "ignores.yaml"] {
      take(name, from: review.folder, as: "bid/\(name)")
    }
    for open in session.answers {
      take("answers/\(open.id.fileName)", from: review.folder, as: "bid/answers/\(open.id.fileName)")
    }
    for sheet in review.book.sheets {
      let path = ReviewPath(round: sheet.round, person: sheet.person, question: sheet.question).relative
      take("reviews/\(path)", from: review.folder, as: "bid/reviews/\(path)")
    }
    for name in Self.files(below: FilePath.join(workspace, "templates"), surroundings.files) {
      take("templates/\(name)", from: workspace, as: "workspace/templates/\(name)")
    }
    let report = ReviewReport(session, review, showsAll: true)
    contents["scores.csv"] = Array(report.csv.utf8)
    contents["scores.json"] = Array(try report.json().utf8)
    contents["gate.txt"] = Array(
      gateText(gate, base: review.folder, keys: true, in: surroundings).utf8)
    contents["audit.jsonl"] = Self.auditBeforeFreeze(review.folder, surroundings)
    contents["attachments.sha256"] = attachmentDigests(review, surroundings)
    contents["about.txt"] = Array(
      "\(session.heading.line)\nFrozen with Fivefold \(review.version).\n".utf8)
    return contents
  }

  private func addExports(to contents: inout [String: [UInt8]]) {
    let context = ExportContext(template: session.template, values: session.values, rule: session.rule)
    let portal = session.answers.map {
      (file: PortalExport.file($0.answer, context), limit: $0.question.limit)
    }
    for (file, _) in portal { contents["portal/\(file.name)"] = file.bytes }
    contents["portal/SHA256SUMS"] = Array(PortalExport.list(portal).utf8)
    for open in session.answers {
      let file = MarkdownExport.file(open.answer, question: open.question, context)
      contents["markdown/\(file.name)"] = file.bytes
    }
    let items = session.answers.map { (answer: $0.answer, question: $0.question) }
    contents["bid.html"] = HTMLExport.file(items, title: session.heading.line, name: "bid", context).bytes
  }

  /// Every file of a folder and those in it, by its path there.
  private static func files(below folder: String, _ files: any FileSystem) -> [String] {
    ((try? files.list(folder)) ?? []).sorted().flatMap { name -> [String] in
      let path = FilePath.join(folder, name)
      guard (try? files.linkStatus(at: path))?.kind == .folder else { return [name] }
      return Self.files(below: path, files).map { "\(name)/\($0)" }
    }
  }

  private static func auditBeforeFreeze(_ folder: String, _ surroundings: Surroundings) -> [UInt8] {
    var problems: [FileProblem] = []
    var entries = AuditLog(bid: folder, files: surroundings.files, host: surroundings.host)
      .entries(problems: &problems)
    while entries.last?.act == .freeze { entries.removeLast() }
    return entries.flatMap(AuditLog.line(of:))
  }

  private func attachmentDigests(_ review: ReviewContext, _ surroundings: Surroundings) -> [UInt8] {
    let reader = FileReader(files: surroundings.files)
    let lines = review.bid.deliverables.map(\.file).filter { !$0.isEmpty }.sorted().map { name in
      let bytes = try? reader.read(FilePath.join(review.folder, name)).bytes
      return "\(bytes.map { SHA256Digest(of: $0).description } ?? "missing")  \(name)\n"
    }
    return Array(lines.joined().utf8)
  }
}
