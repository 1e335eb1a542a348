import BidModel
import BidStorage

/// Work that runs which died have left in the journal, for someone outside the terminal.
package struct RecoveryList {
  package let recoveries: [Recovery]
  private let journal: Journal
  private let writer: AtomicWriter
  private let template: AnswerTemplate?

  /// The folder below which was looked; `nil` for a file, or for all.
  package let folder: String?

  /// Looks for work on the file at `path`, on every file below the folder at `path`, or on any.
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
      folder = nil
      recoveries = try journal.allRecoveries()
      return
    }
    let real = (try? surroundings.files.realPath(of: path)) ?? path
    let isFolder = (try? surroundings.files.status(at: real).kind) == .folder
    folder = isFolder ? real : nil
    recoveries = isFolder ? try journal.recoveries(below: real) : try journal.recoveries(for: real)
  }

  /// What has become of a journal that could not be read; `nil` when all is well.
  package var notice: String? { journal.notice }

  /// One line a file: how many edits, and since when.
  package var report: String {
    recoveries.map { recovery in
      let note = recovery.isBaseOnDisk ? "" : ", and the file has changed since"
      return
        "\(recovery.path.visible): \(recovery.entries.count == 1 ? "1 unsaved change" : "\(recovery.entries.count) unsaved changes")\(note)"
    }.joined(separator: "\n")
  }

  /// Writes recovered text beside its file, and takes it off the journal.
  ///
  /// - Returns: The path written.
  /// - Throws: ``StorageError``; the journal then keeps the work.
  package func writeOut(_ recovery: Recovery) throws(StorageError) -> String {
    if let text = recovery.patchedText { return try writeOut(text, of: recovery) }
    guard
      let recovered = try? RecoveredAnswer(
        recovery, id: AnswerID(recovery.path), templates: template.map { AnswerTemplates($0) })
    else {
      throw .refused(
        problem: "the journal's work on \(recovery.path.visible) does not fit its file and was kept",
        remedy: "Keep \(journal.path.visible) and ask for help")
    }
    return try writeOut(AnswerFile.print(recovered.answer), of: recovery)
  }

  private func writeOut(_ bytes: [UInt8], of recovery: Recovery) throws(StorageError) -> String {
    let path = try writer.writeBeside(recovery.path, bytes, label: "recovered")
    try journal.discard(recovery)
    return path
  }
}
