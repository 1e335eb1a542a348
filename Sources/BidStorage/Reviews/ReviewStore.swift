import BidModel

/// Where a person's file of one question stands under `reviews/`.
///
/// Round, person and question come from people and files: each becomes one safe name, so that none can lead
/// out of the folder.
package struct ReviewPath: Hashable, Sendable {
  package var round: String
  package var person: String
  package var question: String

  package init(round: String, person: String, question: String) {
    self.round = round
    self.person = person
    self.question = question
  }

  /// `red/ann/2.1.yaml`
  package var relative: String {
    "\(FileNames.safe(round))/\(FileNames.safe(person))/\(FileNames.safe(question)).yaml"
  }
}

/// The `reviews/` of a bid: reads everybody's files, writes one person's.
package struct ReviewStore: Sendable {
  private let files: any FileSystem
  private let reader: FileReader
  private let writer: AtomicWriter
  /// The folder `reviews/`.
  package let folder: String

  package init(bid: String, files: any FileSystem, host: String) {
    self.files = files
    reader = FileReader(files: files)
    writer = AtomicWriter(files: files, host: host)
    folder = FilePath.join(bid, "reviews")
  }

  /// Every sheet, in the order of rounds, people and questions; a file that cannot be read is told in
  /// `problems` and left as it is.
  ///
  /// - Complexity: O(*n*) in the bytes of all files.
  package func sheets(problems: inout [FileProblem]) -> [ReviewSheet] {
    var sheets: [ReviewSheet] = []
    for round in names(in: folder) {
      let roundFolder = FilePath.join(folder, round)
      for person in names(in: roundFolder) {
        let personFolder = FilePath.join(roundFolder, person)
        for name in names(in: personFolder) where name.hasSuffix(".yaml") {
          let path = FilePath.join(personFolder, name)
          let place = ReviewPath(round: round, person: person, question: String(name.dropLast(5)))
          do throws(StorageError) {
            sheets.append(try ReviewFile.read(try reader.read(path).bytes, path: path, place: place))
          } catch {
            problems.append(FileProblem(error, path: path))
          }
        }
      }
    }
    return sheets
  }

  /// A person's sheet as its file holds it; `nil` when there is none.
  ///
  /// - Throws: Why the file cannot be read.
  package func sheet(_ round: String, _ person: String, _ question: String) throws(StorageError)
    -> ReviewSheet?
  {
    let place = ReviewPath(round: round, person: person, question: question)
    let path = FilePath.join(folder, place.relative)
    do throws(StorageError) {
      return try ReviewFile.read(try reader.read(path).bytes, path: path, place: place)
    } catch {
      guard case .missing = error else { throw error }
      return nil
    }
  }

  /// Writes a person's sheet in the place of `base`, the one it was made from.
  ///
  /// - Throws: `refused` when the file holds something else by now, or belongs to another person; what the
  ///   disk refuses.
  package func write(_ sheet: ReviewSheet, replacing base: ReviewSheet) throws(StorageError) {
    let place = ReviewPath(round: sheet.round, person: sheet.person, question: sheet.question)
    let path = FilePath.join(folder, place.relative)
    let old: FileBytes?
    do throws(StorageError) { old = try reader.read(path) } catch {
      guard case .missing = error else { throw error }
      old = nil
    }
    if let old {
      let there = try ReviewFile.read(old.bytes, path: path, place: place)
      guard there.person == sheet.person else {
        throw .refused(
          problem: "\(path) is the file of ‘\(there.person)’, not of ‘\(sheet.person)’",
          remedy: "Choose another name with --as")
      }
      guard there == base else {
        throw .refused(
          problem: "\(path) was changed by another program since it was read",
          remedy: "Leave the review and come back, and say it again")
      }
    } else {
      do throws(SystemError) { try files.makeFolders(FilePath.folder(of: path), permissions: 0o777) } catch {
        throw .system(error, task: "make", path: FilePath.folder(of: path))
      }
    }
    let bytes = ReviewFile.print(sheet, replacing: old?.bytes ?? [])
    _ = try writer.write(bytes, to: path, expecting: old.map { .digest($0.digest) } ?? .absent)
  }

  private func names(in folder: String) -> [String] {
    ((try? files.list(folder)) ?? []).sorted().filter {
      !$0.hasPrefix(".") && ConflictCopy.origin(of: $0) == nil
    }
  }
}
