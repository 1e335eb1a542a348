import BidModel
import BidStorage
import Checksum

extension BidDesk {
  /// What became of a save.
  enum SaveOutcome {
    case saved(at: String, warning: String?)
    /// The file on disk is not the one that was read; these are its bytes now, `nil` when it is gone.
    case changedOnDisk(theirs: [UInt8]?)
    case failed(String)
  }

  /// Writes an answer into its file, unless the file on disk is not the one that was read.
  ///
  /// - Parameter overwriting: Whether the person has seen that it changed and wants it replaced.
  func save(_ answer: Answer, unjournalled: [Edit], overwriting: Bool) -> SaveOutcome {
    guard let file = known[answer.id] else { return .failed("This text has no file.") }
    journal(unjournalled, of: answer.id)
    let bytes = AnswerFile.print(answer)
    let digest = SHA256Digest(of: bytes)
    journal?.willSave(journalPath(of: file), digest: digest)
    let expecting: ExpectedFile = overwriting ? .anything : file.digest.map { .digest($0) } ?? .absent
    do {
      let saved = try writer.write(bytes, to: file.path, expecting: expecting)
      known[answer.id] = KnownFile(path: file.path, bytes: bytes, digest: digest)
      known[answer.id]?.alignment = Self.alignment(of: bytes, with: answer)
      journal?.didSave(journalPath(of: file), digest: digest, base: bytes)
      return .saved(at: timeOfDay(), warning: saved.warning.map { "\($0)" })
    } catch {
      switch error {
      case .changedOnDisk(_, let theirs), .alreadyThere(_, let theirs):
        return .changedOnDisk(theirs: theirs.bytes)
      case .goneFromDisk: return .changedOnDisk(theirs: nil)
      default: return .failed("\(error) The text is still here and in the journal.")
      }
    }
  }

  /// Writes the text in hand beside its file, under a name that is free.
  func saveBeside(_ answer: Answer, label: String) -> Result<String, StorageError> {
    guard let file = known[answer.id] else {
      return .failure(.refused(problem: "this text has no file", remedy: "Copy it out"))
    }
    do throws(StorageError) {
      return .success(try writer.writeBeside(file.path, AnswerFile.print(answer), label: label))
    } catch {
      return .failure(error)
    }
  }

  /// Whether an answer's file can be read and is not the one that was read or written last.
  func hasChanged(_ id: AnswerID) -> Bool {
    guard let file = known[id], let read = try? reader.read(file.path) else { return false }
    return read.digest != file.digest
  }

  /// Reads an answer's file anew.
  func reload(_ id: AnswerID, templates: AnswerTemplates) -> Result<ScannedAnswer, StorageError> {
    guard let file = known[id] else {
      return .failure(.refused(problem: "this text has no file", remedy: "Save it first"))
    }
    do {
      let read = try reader.read(file.path)
      let scanned = try AnswerFile.scan(read.bytes, id: id, templates: templates)
      known[id] = KnownFile(path: file.path, bytes: read.bytes, digest: read.digest)
      journal?.abandon(journalPath(of: file))
      return .success(scanned)
    } catch let error as StorageError {
      return .failure(error)
    } catch {
      return .failure(.refused(problem: "\(file.path): \(error)", remedy: "Nothing was changed"))
    }
  }
}
