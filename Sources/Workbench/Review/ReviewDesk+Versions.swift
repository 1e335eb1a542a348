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

  /// The answer in hand, or with `part` that part of it, put back to a version; nothing is written.
  ///
  /// - Throws: As ``answer(_:of:template:)``; `refused` when the part is not in both.
  /// - Complexity: O(*n*) in the length of the text.
  package func restored(
    _ name: String, of open: OpenAnswer, part: String?, template: AnswerTemplate
  ) throws(StorageError) -> OpenAnswer {
    let old = try answer(name, of: open, template: template)
    var restored = open
    guard let part else {
      restored.answer = old
      return restored
    }
    let index = open.answer.parts.firstIndex { $0.key == part || $0.title == part }
    guard let index, let edit = open.answer.restoringPart(at: index, from: old),
      (try? restored.answer.apply(edit)) != nil
    else {
      throw .refused(
        problem: "‘\(part)’ is no part of both \(open.name) and the version",
        remedy: "Name it by its heading")
    }
    return restored
  }

  /// Keeps the text of answers as versions, before a command writes them or to name how they stand.
  ///
  /// - Throws: ``StorageError``; versions that are kept then stay.
  package func keepAll(
    _ answers: [OpenAnswer], cause: StoredVersion.Cause, name: String = "", by person: String, at: String
  ) throws(StorageError) {
    for open in answers {
      try keepVersion(
        open.id.fileName, AnswerFile.print(open.answer), cause: cause, name: name, by: person, at: at)
    }
  }
}

extension ReviewContext {
  /// The version of a question that the person reviewed last; `nil` when they have not.
  package func lastReviewed(_ question: String) -> String? {
    book.sheets(on: question).filter { $0.person == me && !$0.version.isEmpty }
      .max { max($0.started, $0.submitted) < max($1.started, $1.submitted) }?.version
  }
}
