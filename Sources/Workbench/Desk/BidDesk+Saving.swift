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
    journal?.willSave(file.path, digest: digest)
    let expecting: ExpectedFile = overwriting ? .anything : file.digest.map { .digest($0) } ?? .absent
    do {
      let saved = try writer.write(bytes, to: file.path, expecting: expecting)
      known[answer.id] = KnownFile(path: file.path, bytes: bytes, digest: digest)
      journal?.didSave(file.path, digest: digest, base: bytes)
      return .saved(at: timeOfDay(), warning: saved.warning.map { "\($0)" })
    } catch {
      switch error {
      case .changedOnDisk(_, let theirs), .alreadyThere(_, let theirs): return .changedOnDisk(theirs: theirs.bytes)
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
    return writeBeside(file.path, AnswerFile.print(answer), label: label)
  }

  /// Writes `bytes` beside the file at `path`: `2.1.recovered.md`, `2.1.recovered-2.md` …
  func writeBeside(_ path: String, _ bytes: [UInt8], label: String) -> Result<String, StorageError> {
    let name = FilePath.name(of: path)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...99 {
      let suffix = number == 1 ? label : "\(label)-\(number)"
      let other = FilePath.join(FilePath.folder(of: path), "\(name[..<dot]).\(suffix)\(name[dot...])")
      do {
        _ = try writer.write(bytes, to: other, expecting: .absent)
        return .success(other)
      } catch {
        if case .alreadyThere = error { continue }
        return .failure(error)
      }
    }
    return .failure(.refused(problem: "ninety-nine copies stand beside \(path)", remedy: "Remove some"))
  }

  /// Reads an answer's file anew.
  func reload(_ id: AnswerID, template: AnswerTemplate) -> Result<ScannedAnswer, StorageError> {
    guard let file = known[id] else {
      return .failure(.refused(problem: "this text has no file", remedy: "Save it first"))
    }
    do {
      let read = try reader.read(file.path)
      let scanned = try AnswerFile.scan(read.bytes, id: id, template: template)
      known[id] = KnownFile(path: file.path, bytes: read.bytes, digest: read.digest)
      journal?.abandon(file.path)
      return .success(scanned)
    } catch let error as StorageError {
      return .failure(error)
    } catch {
      return .failure(.refused(problem: "\(file.path): \(error)", remedy: "Nothing was changed"))
    }
  }
}
