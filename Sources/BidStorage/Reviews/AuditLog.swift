import BidModel
import FoundationEssentials

/// `audit/` of a bid: one file a person, one line of JSON an entry, added to and never changed.
package struct AuditLog: Sendable {
  private let files: any FileSystem
  private let reader: FileReader
  private let writer: AtomicWriter
  /// The folder `audit/`.
  package let folder: String

  package init(bid: String, files: any FileSystem, host: String) {
    self.files = files
    reader = FileReader(files: files)
    writer = AtomicWriter(files: files, host: host)
    folder = FilePath.join(bid, "audit")
  }

  /// Adds an entry to the file of who did it.
  ///
  /// - Throws: `changedOnDisk` when another program keeps writing the file; what the disk refuses.
  package func append(_ entry: AuditEntry) throws(StorageError) {
    let path = FilePath.join(folder, FileNames.safe(entry.who) + ".jsonl")
    try files.provideFolder(folder)
    for attempt in 1...3 {
      do throws(StorageError) {
        try writer.revise(path) { old in
          var bytes = old?.bytes ?? []
          if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
          return bytes + Self.line(of: entry)
        }
        return
      } catch {
        if attempt == 3 { throw error }
      }
    }
  }

  /// All entries of all people, oldest first; a line that cannot be read is told in `problems`.
  ///
  /// - Complexity: O(*n* log *n*) in the entries.
  package func entries(problems: inout [FileProblem]) -> [AuditEntry] {
    var entries: [AuditEntry] = []
    for name in ((try? files.list(folder)) ?? []).sorted() where name.hasSuffix(".jsonl") {
      let path = FilePath.join(folder, name)
      guard let bytes = try? reader.read(path).bytes else { continue }
      for (index, line) in bytes.split(separator: 0x0A).enumerated() {
        if let entry = try? JSONDecoder().decode(AuditEntry.self, from: Data(line)) {
          entries.append(entry)
        } else {
          problems.append(
            FileProblem(
              path: path, line: index + 1, message: "The line is no entry of the audit log.",
              fix: "Take the file from the history of the folder; entries are never edited."))
        }
      }
    }
    return entries.sorted { ($0.at, $0.who) < ($1.at, $1.who) }
  }

  /// An entry as its line of the file, with the line's end.
  package static func line(of entry: AuditEntry) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { return [] }
    return Array(data) + [0x0A]
  }
}
