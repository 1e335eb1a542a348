import BidAnalysis
import BidExchange
import BidModel
import BidStorage

extension OpenedBid {
  /// What still stands in the way of the bid's submission; `nil` for a loose file, which is no bid.
  ///
  /// - Parameter showsAll: Whether what is hidden from the person is told too, for the frozen record.
  /// - Complexity: O(*n*) in the text of the answers and the library.
  package mutating func gate(
    in surroundings: Surroundings, programs: any Programs = LocalPrograms(), showsAll: Bool = false
  ) -> Gate? {
    guard let workspace, let review = session.review else { return nil }
    var input = session.gateInput(review)
    if showsAll { input.reader = nil }
    input.takeFiles(
      workspace: workspace, folder: review.folder, files: surroundings.files, programs: programs,
      environment: surroundings.environment)
    return Gate(input)
  }
}

extension GateInput {
  /// Looks at the library's days and at the files that deliverables name.
  mutating func takeFiles(
    workspace: String, folder: String, files: any FileSystem, programs: any Programs,
    environment: [String: String]
  ) {
    evidence = LibraryDates.entries(in: FilePath.join(workspace, "library"), files: files)
    let reader = AttachmentReader(folder: folder, files: files, programs: programs, environment: environment)
    for deliverable in bid.deliverables where !deliverable.file.isEmpty {
      attachments[deliverable.file] = reader.state(of: deliverable.file)
    }
  }
}

extension BidSession {
  /// What the session knows for the gate; library and attachments are left to whoever reads files.
  mutating func gateInput(_ review: ReviewContext) -> GateInput {
    let closes = heading.closes?.written.prefix(10).description ?? ""
    var input = GateInput(
      bid: review.bid, bidPath: FilePath.join(review.folder, "bid.yaml"),
      waiverPath: FilePath.join(review.folder, "waivers.yaml"), answers: [], book: review.book, rule: rule,
      day: max(closes, values.today))
    input.waivers = review.waivers
    input.values = values
    input.reader = review.me
    input.problems = problems
    for index in answers.indices {
      let count = count(ofAnswerAt: index).total
      let open = answers[index]
      // A second count is due only where the bid's rule is made for another unit than the limit's.
      let isOther = open.question.limit.map { $0.unit != rule.defaultUnit } ?? false
      let strict =
        isOther
        ? SubmissionText(
          open.answer, template: template(of: open.answer), values: values, rule: rule.strictest
        ).count : nil
      let sifted = siftedFindings(of: open)
      input.answers.append(
        GateInput.Answer(
          answer: open.answer, question: open.question, key: open.reviewKey, count: count,
          strictCount: strict, findings: sifted.shown, ignored: sifted.ignored.map { ($0.finding, $0.reason) }
        ))
    }
    return input
  }
}

/// The days on which the library's entries run out.
enum LibraryDates {
  /// Every entry that names a day, by its file.
  static func entries(in folder: String, files: any FileSystem) -> [GateInput.Evidence] {
    let reader = FileReader(files: files)
    return ((try? files.list(folder)) ?? []).filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let path = FilePath.join(folder, name)
      guard let bytes = try? reader.read(path).bytes,
        let answer = try? AnswerFile.scan(bytes, id: AnswerID(path)).answer,
        let entry = answer.frontMatter?.entries.first(where: { $0.key == "expires" }), Day(entry.value) != nil
      else { return nil }
      return GateInput.Evidence(
        path: path, title: answer.frontMatter?["title"] ?? name, type: answer.frontMatter?["type"] ?? "",
        expires: entry.value, line: entry.line)
    }
  }
}

/// Looks at the files that deliverables name.
struct AttachmentReader {
  let folder: String
  let files: any FileSystem
  let programs: any Programs
  let environment: [String: String]

  /// Whether the file is there, and how many pages it has when it is a PDF.
  ///
  /// Poppler's `pdfinfo` counts them where it is installed; else the file is read for its page tree.
  func state(of name: String) -> GateInput.Attachment {
    let path = FilePath.join(folder, name)
    guard let bytes = try? FileReader(files: files).read(path).bytes else { return .missing }
    guard PDFPages.isPDF(bytes) else { return .present }
    if (try? files.realPath(of: path)) != nil {
      let told = programs.filter([], through: ["pdfinfo", path], environment: environment)
      let lines = String(decoding: told.output, as: UTF8.self).split(separator: "\n")
      if told.end == .exited(0), let line = lines.first(where: { $0.hasPrefix("Pages:") }),
        let count = Int(line.dropFirst(6).trimmingSpaces())
      {
        return .pages(count)
      }
    }
    return PDFPages.count(in: bytes).map { .pages($0) } ?? .present
  }
}
