import BidModel
import BidStorage

/// Versions of answers, and the audit, for whoever performs commands.
extension ReviewDesk {
  /// Adds a line to the audit.
  ///
  /// - Throws: ``StorageError``.
  package func append(_ entry: AuditEntry) throws(StorageError) { try log.append(entry) }

  /// All lines of the audit.
  package func entries(problems: inout [FileProblem]) -> [AuditEntry] { log.entries(problems: &problems) }

  /// The versions of an answer's file, oldest first.
  package func versions(of file: String) -> [StoredVersion] { versions.versions(of: file) }

  /// Keeps a version.
  ///
  /// - Throws: ``StorageError``.
  package func keepVersion(
    _ file: String, _ bytes: [UInt8], cause: StoredVersion.Cause, name: String = "", by person: String,
    at: String
  ) throws(StorageError) {
    try versions.keep(bytes, of: file, cause: cause, name: name, by: person, at: at)
  }

  /// The version of an answer that is named by its file or, the newest of them, by its name.
  package func version(_ name: String, of open: OpenAnswer) -> StoredVersion? {
    let all = versions.versions(of: open.id.fileName)
    return all.first { $0.file == name } ?? all.last { $0.name == FileNames.safe(name) && !$0.name.isEmpty }
  }

  /// The answer as a version has it.
  ///
  /// - Throws: `refused` when there is no such version; why it cannot be read.
  package func answer(_ name: String, of open: OpenAnswer, template: AnswerTemplate) throws(StorageError)
    -> Answer
  {
    guard let version = version(name, of: open) else {
      throw .refused(
        problem: "\(open.name) has no version ‘\(name)’", remedy: "‘fivefold history list’ shows them")
    }
    let bytes = try versions.bytes(of: version.file, answer: open.id.fileName)
    guard let scanned = try? AnswerFile.scan(bytes, id: open.id, template: template) else {
      throw .refused(problem: "\(version.file) cannot be read as an answer", remedy: "Choose another version")
    }
    return scanned.answer
  }

  /// Writes an answer, or one part of it, as a version had it; the text before that is kept as a version.
  ///
  /// - Throws: ``StorageError``; the answer's file is then as it was.
  package func restore(
    _ name: String, of open: OpenAnswer, part: String?, template: AnswerTemplate, context: ReviewContext,
    at: String
  ) throws(StorageError) {
    let old = try answer(name, of: open, template: template)
    let before = AnswerFile.print(open.answer)
    var bytes = AnswerFile.print(old)
    if let part {
      var answer = open.answer
      let index = answer.parts.firstIndex { $0.key == part || $0.title == part }
      guard let index, let edit = answer.restoringPart(at: index, from: old), (try? answer.apply(edit)) != nil
      else {
        throw .refused(
          problem: "‘\(part)’ is no part of both \(open.name) and the version",
          remedy: "Name it by its heading")
      }
      bytes = AnswerFile.print(answer)
    }
    try versions.keep(before, of: open.id.fileName, cause: .restore, by: context.me, at: at)
    let path = open.id.path
    let now = try FileReader(files: files).read(path)
    guard now.bytes == before else {
      throw .changedOnDisk(path: path, theirs: now)
    }
    _ = try AtomicWriter(files: files, host: host).write(bytes, to: path, expecting: .digest(now.digest))
    try log.append(
      context.audit(
        "restore", question: open.reviewKey, why: [name, part ?? ""].joined(separator: " "), at: at))
  }
}

extension ReviewContext {
  /// The version of a question that the person reviewed last; `nil` when they have not.
  package func lastReviewed(_ question: String) -> String? {
    book.sheets(on: question).filter { $0.person == me && !$0.version.isEmpty }
      .max { max($0.started, $0.submitted) < max($1.started, $1.submitted) }?.version
  }
}
