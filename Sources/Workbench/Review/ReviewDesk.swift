import BidModel
import BidStorage
import Foundation

/// The files of a bid's reviews: sheets, versions, the audit and waivers.
package struct ReviewDesk: Sendable {
  let store: ReviewStore
  let log: AuditLog
  let versions: VersionFolder
  let folder: String
  let files: any FileSystem
  let host: String
  let stamp: @Sendable () -> String

  package init(bid: String, _ surroundings: Surroundings) {
    folder = bid
    files = surroundings.files
    host = surroundings.host
    store = ReviewStore(bid: bid, files: files, host: host)
    log = AuditLog(bid: bid, files: files, host: host)
    versions = VersionFolder(bid: bid, files: files, host: host)
    stamp = { surroundings.stamp }
  }

  /// Reads sheets and waivers anew.
  package func reload(_ context: inout ReviewContext) {
    var problems: [FileProblem] = []
    let sheets = store.sheets(problems: &problems)
    context.book = ReviewBook(
      sheets: sheets, rounds: context.book.rounds, reviewers: context.book.reviewers)
    let path = FilePath.join(folder, "waivers.yaml")
    do throws(StorageError) {
      context.waivers = try WaiverFile.read(try FileReader(files: files).read(path).bytes, path: path)
    } catch {
      if case .missing = error {
        context.waivers = []
      } else {
        problems.append(FileProblem(error, path: path))
      }
    }
    context.problems = problems
  }

  /// Writes what `change` says: the version it is about, the sheet, and the line of the audit.
  ///
  /// Where the person's file holds something else than the change was made from, as when they sit at two
  /// windows, the change is made again on what it holds: nothing that was typed is lost.
  ///
  /// - Returns: The sheet as it was written.
  /// - Throws: ``StorageError``; the audit then has no line.
  package func keep(_ change: ReviewChange) throws(StorageError) -> ReviewSheet {
    var sheet = change.sheet
    if let kept = change.version {
      let file = try versions.keep(
        kept.bytes, of: kept.file, cause: kept.cause, by: sheet.person, at: change.audit?.at ?? stamp())
      sheet.version = file
      if kept.cause == .sign { sheet.signOff?.version = file }
    }
    let own = sheet
    for attempt in 1...3 {
      let there = try store.sheet(sheet.round, sheet.person, sheet.question)
      if let there, there != change.base, there.person == sheet.person {
        sheet = own.replayed(from: change.base, onto: there)
      }
      do throws(StorageError) {
        try store.write(sheet, replacing: there ?? change.base)
        break
      } catch {
        if attempt == 3 { throw error }
      }
    }
    if let audit = change.audit { try log.append(audit) }
    return sheet
  }

  /// Lets a point of the gate pass.
  ///
  /// - Throws: ``StorageError``.
  package func waive(_ waiver: Waiver, version: String) throws(StorageError) {
    let path = FilePath.join(folder, "waivers.yaml")
    var old: FileBytes?
    do throws(StorageError) { old = try FileReader(files: files).read(path) } catch {
      guard case .missing = error else { throw error }
    }
    let bytes = try WaiverFile.appending(waiver, to: old?.bytes ?? [], path: path)
    _ = try AtomicWriter(files: files, host: host).write(
      bytes, to: path, expecting: old.map { .digest($0.digest) } ?? .absent)
    try log.append(
      AuditEntry(
        at: stamp(), who: waiver.by, what: .waive, why: "\(waiver.item): \(waiver.reason)", version: version)
    )
  }
}

/// Something a person says in a review, as it is to be written.
package struct ReviewChange: Hashable, Sendable {
  /// The sheet it was made from.
  package var base: ReviewSheet
  package var sheet: ReviewSheet
  /// The text it is about, to be kept with it.
  package var version: KeptVersion?
  package var audit: AuditEntry?

  /// A version to keep.
  package struct KeptVersion: Hashable, Sendable {
    /// The name of the answer's file.
    package var file: String
    package var bytes: [UInt8]
    package var cause: StoredVersion.Cause

    package init(file: String, bytes: [UInt8], cause: StoredVersion.Cause) {
      self.file = file
      self.bytes = bytes
      self.cause = cause
    }
  }
}

extension Surroundings {
  /// Now, as the review's files write it: `2026-11-21T12:04:31Z`.
  package var stamp: String {
    guard let seconds = secondsNow() else { return "\(today)T\(timeOfDay()):00Z" }
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
