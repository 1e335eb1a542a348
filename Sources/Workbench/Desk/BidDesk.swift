import BidModel
import BidStorage
import Checksum

/// The files of the bid in hand: what each held when it was read, and how the text in hand gets back
/// into it. It performs what commands ask for; it holds no text of its own.
package final class BidDesk {
  package let files: any FileSystem
  let host: String
  let writer: AtomicWriter
  let reader: FileReader
  let locks: LockFolder?
  /// `nil` until it is opened after the first painting, and where the machine has no place for it.
  package internal(set) var journal: JournalQueue?
  let makeJournal: () throws(StorageError) -> Journal
  /// `nil` until it is opened, and where the machine has no place for it.
  package internal(set) var history: HistoryQueue?
  /// The folder of the machine that the histories of closed files are kept in; `nil` for none.
  package var historyFolder: String?
  /// The variables that other programs are started with.
  package var environment: [String: String] = [:]
  /// What the program is given by the machine; `nil` where nobody has given it.
  package var surroundings: Surroundings?
  /// The templates as seen from the bid, found anew each time, since a folder may come to be; `nil` where
  /// nobody has given the surroundings.
  package var library: TemplateLibrary? {
    surroundings?.library(workspace: registerPath.map { FilePath.folder(of: $0) })
  }
  /// How other programs are started.
  package var programs: any Programs = LocalPrograms()
  /// The files of the bid's reviews; `nil` for a loose file.
  package var reviews: ReviewDesk?
  let mailbox: Mailbox
  /// Reads `kpis.csv`'s path; `nil` for a loose file, which has no register.
  let registerPath: String?
  /// The folder that portal exports go to.
  let exportFolder: String?
  var held: [AnswerID: FileLock] = [:]
  /// What each answer's file was when it was read or saved.
  var known: [AnswerID: KnownFile] = [:]
  /// Work of a process that died, offered at the start.
  package var recoveries: [AnswerID: Recovery] = [:]
  /// Work of a process that died on templates of the workspace, by the real paths of their files.
  package internal(set) var templateRecoveries: [String: Recovery] = [:]
  /// Who sits at the desk; empty when the machine does not say.
  package var user = ""
  /// The time of day, `12:04`.
  let timeOfDay: () -> String

  /// What a file is known to hold.
  package struct KnownFile: Sendable {
    /// The file's path.
    package var path: String
    package var bytes: [UInt8]
    /// `nil` for a file that is not there yet.
    package var digest: SHA256Digest?
    /// What the journal has to be given before the next edits, so that they fit what is read from
    /// ``bytes``; empty when they fit as they are.
    var alignment: [Edit] = []

    package init(path: String, bytes: [UInt8], digest: SHA256Digest?) {
      self.path = path
      self.bytes = bytes
      self.digest = digest
    }
  }

  package init(
    files: any FileSystem, host: String, locks: LockFolder?,
    openJournal: @escaping () throws(StorageError) -> Journal, mailbox: Mailbox, registerPath: String?,
    exportFolder: String?, known: [AnswerID: KnownFile], timeOfDay: @escaping () -> String
  ) {
    self.files = files
    self.host = host
    writer = AtomicWriter(files: files, host: host)
    reader = FileReader(files: files)
    self.locks = locks
    makeJournal = openJournal
    self.mailbox = mailbox
    self.registerPath = registerPath
    self.exportFolder = exportFolder
    self.known = known
    self.timeOfDay = timeOfDay
  }

  /// Takes the lock of an answer's file.
  ///
  /// - Returns: Why the answer cannot be edited, or `nil` when the lock is had, or locks are off.
  func lock(_ id: AnswerID) -> String? {
    guard held[id] == nil, let locks, let path = known[id]?.path else { return nil }
    do {
      held[id] = try locks.take(path)
      return nil
    } catch {
      guard case .locked = error else { return nil }
      return "\(error)"
    }
  }

  /// Who else has the answer's file open for editing, as a sentence.
  package func holder(of id: AnswerID) -> String? {
    guard let path = known[id]?.path, let holder = locks?.holder(of: path) else { return nil }
    return "\(StorageError.locked(path: path, holder: holder))"
  }

  /// Gives the journal the edits it has not been given.
  func journal(_ edits: [Edit], of id: AnswerID) {
    guard !edits.isEmpty, let file = known[id] else { return }
    journal?.append(
      file.alignment + edits, to: journalPath(of: file), base: file.bytes,
      digest: file.digest ?? SHA256Digest(of: file.bytes))
    if journal != nil { known[id]?.alignment = [] }
  }

  /// Ends the session: locks go, and the journal forgets the files that are saved.
  func close(saved: [AnswerID]) {
    journal?.end(saved: saved.compactMap { known[$0].map(journalPath) })
    for lock in held.values { lock.release() }
    held = [:]
  }
}
