import BidModel
import BidStorage

extension BidDesk {
  /// The desk of a bid that was opened, with locks and journal where the machine allows them.
  ///
  /// What is off is said once, in the message line.
  package convenience init(_ opened: OpenedBid, in surroundings: Surroundings, mailbox: Mailbox) {
    let state = Places(environment: surroundings.environment).state
    let holder = LockHolder(
      pid: ProcessIdentity.current().pid, user: surroundings.user, host: surroundings.host,
      since: surroundings.timeOfDay())
    let locks = state.map { LockFolder(files: surroundings.files, stateFolder: $0, holder: { holder }) }
    self.init(
      files: surroundings.files, host: surroundings.host, locks: locks,
      openJournal: { () throws(StorageError) in
        try Journal.open(
          stateFolder: try Places(environment: surroundings.environment).stateFolder(for: "edit journal"),
          files: surroundings.files, locks: locks)
      },
      mailbox: mailbox, registerPath: opened.workspace.map { FilePath.join($0, "kpis.csv") },
      exportFolder: opened.bid.map { FilePath.join($0, "exports") }, known: opened.known,
      timeOfDay: surroundings.timeOfDay)
    user = surroundings.user
    self.surroundings = surroundings
    historyFolder = state
    environment = surroundings.environment
    reviews = opened.bid.map { ReviewDesk(bid: $0, surroundings) }
  }

  /// Opens the journal and looks for work that a process which died has left in these files.
  func openJournal() {
    guard journal == nil else { return }
    do throws(StorageError) {
      let opened = try makeJournal()
      if let notice = opened.notice { mailbox.post(.say(notice, .warning)) }
      for (id, file) in known {
        if let recovery = try opened.recoveries(for: journalPath(of: file)).last { recoveries[id] = recovery }
      }
      try lookForTemplates(in: opened)
      journal = JournalQueue(opened) { [mailbox] sentence in mailbox.post(.say(sentence, .error)) }
    } catch {
      mailbox.post(.say("\(error)", .warning))
    }
  }

  /// The name under which the journal knows a file: its real path, however it was opened.
  func journalPath(of file: KnownFile) -> String {
    if let path = try? files.realPath(of: file.path) { return path }
    let folder = (try? files.realPath(of: FilePath.folder(of: file.path))) ?? FilePath.folder(of: file.path)
    return FilePath.join(folder, FilePath.name(of: file.path))
  }
}
