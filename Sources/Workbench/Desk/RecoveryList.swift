import BidModel
import BidStorage

/// Work that runs which died have left in the journal, for someone outside the terminal.
package struct RecoveryList {
  package let recoveries: [Recovery]
  private let journal: Journal
  private let writer: AtomicWriter
  private let template: AnswerTemplate?

  /// Looks for work on the file at `path`, or on any.
  ///
  /// - Throws: ``StorageError`` when there can be no journal.
  package init(_ surroundings: Surroundings, path: String?) throws(StorageError) {
    let state = try Places(environment: surroundings.environment).stateFolder(for: "edit journal")
    let holder = LockHolder(
      pid: ProcessIdentity.current().pid, user: surroundings.user, host: surroundings.host,
      since: surroundings.timeOfDay())
    let locks = LockFolder(files: surroundings.files, stateFolder: state, holder: { holder })
    journal = try Journal.open(stateFolder: state, files: surroundings.files, locks: locks)
    writer = AtomicWriter(files: surroundings.files, host: surroundings.host)
    template = try? surroundings.library(workspace: nil).answerTemplate(
      TemplateChoice.standard.template ?? "")
    guard let path else {
      recoveries = try journal.allRecoveries()
      return
    }
    recoveries = try journal.recoveries(for: (try? surroundings.files.realPath(of: path)) ?? path)
  }

  /// What has become of a journal that could not be read; `nil` when all is well.
  package var notice: String? { journal.notice }

  /// One line a file: how many edits, and since when.
  package var report: String {
    recoveries.map { recovery in
      let note = recovery.isBaseOnDisk ? "" : ", and the file has changed since"
      return "\(recovery.path.visible): \(recovery.entries.count) unsaved \(recovery.entries.count == 1 ? "change" : "changes")\(note)"
    }.joined(separator: "\n")
  }

  /// Writes recovered text beside its file, and takes it off the journal.
  ///
  /// - Returns: The path written.
  /// - Throws: ``StorageError``; the journal then keeps the work.
  package func writeOut(_ recovery: Recovery) throws(StorageError) -> String {
    guard
      let recovered = try? RecoveredAnswer(
        recovery, id: AnswerID(recovery.path), templates: template.map { AnswerTemplates($0) })
    else {
      throw .refused(
        problem: "the journal's work on \(recovery.path.visible) does not fit its file and was kept",
        remedy: "Keep \(journal.path.visible) and ask for help")
    }
    let bytes = AnswerFile.print(recovered.answer)
    let path = try writer.writeBeside(recovery.path, bytes, label: "recovered")
    try journal.discard(recovery)
    return path
  }
}

extension AtomicWriter {
  /// Writes `bytes` beside the file at `path`, under a name that is free: `2.1.recovered.md`,
  /// `2.1.recovered-2.md` …
  ///
  /// - Returns: The path written.
  /// - Throws: ``StorageError`` for what the disk refuses.
  package func writeBeside(_ path: String, _ bytes: [UInt8], label: String) throws(StorageError) -> String {
    let name = FilePath.name(of: path)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...99 {
      let suffix = number == 1 ? label : "\(label)-\(number)"
      let other = FilePath.join(FilePath.folder(of: path), "\(name[..<dot]).\(suffix)\(name[dot...])")
      do {
        _ = try write(bytes, to: other, expecting: .absent)
        return other
      } catch {
        guard case .alreadyThere = error else { throw error }
      }
    }
    throw .refused(problem: "ninety-nine copies stand beside \(path.visible)", remedy: "Remove some")
  }
}
