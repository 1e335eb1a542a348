import BidModel
import BidStorage
import Checksum

/// What the journal holds of templates.
extension BidDesk {
  /// Gives the journal what a template's text has come to since it was given last.
  ///
  /// - Returns: Whether there is a journal that took it.
  /// - Complexity: O(*n*) in the bytes of the text.
  func journal(_ file: StudioFile) -> Bool {
    guard let journal else { return false }
    if let patch = LinePatch(from: file.journalled.bytes, to: file.text.bytes) {
      journal.append(
        patch, to: journalPath(ofTemplate: file.path), base: file.saved,
        digest: SHA256Digest(of: file.saved))
    }
    return true
  }

  /// Saves a template's text, unless the file on disk is not the one that it was made of.
  ///
  /// - Parameter overwriting: Whether the person has seen that it changed and wants it replaced.
  func save(_ file: StudioFile, in folder: TemplateFolder, overwriting: Bool) -> SaveOutcome {
    let bytes = file.text.bytes
    let path = journalPath(ofTemplate: file.path)
    let digest = SHA256Digest(of: bytes)
    journal?.willSave(path, digest: digest)
    do {
      try folder.save(
        bytes, of: file.name, expecting: overwriting ? .anything : .digest(SHA256Digest(of: file.saved)))
      journal?.didSave(path, digest: digest, base: bytes)
      return .saved(at: timeOfDay(), warning: nil)
    } catch {
      switch error {
      case .changedOnDisk(_, let theirs), .alreadyThere(_, let theirs):
        return .changedOnDisk(theirs: theirs.bytes)
      case .goneFromDisk: return .changedOnDisk(theirs: nil)
      default: return .failed("\(error) The text is still here and in the journal.")
      }
    }
  }

  /// Takes what the journal has of a template off it: the text was given up on purpose, or is the file's.
  func abandonTemplate(at path: String) { journal?.abandon(journalPath(ofTemplate: path)) }

  /// Looks for templates of the workspace that a process which died has left unsaved, the newest of each.
  ///
  /// - Throws: `journal` when the database refuses.
  func lookForTemplates(in journal: Journal) throws(StorageError) {
    guard let workspace = registerPath.map(FilePath.folder) else { return }
    let folder = FilePath.join((try? files.realPath(of: workspace)) ?? workspace, "templates")
    for recovery in try journal.recoveries(below: folder) where templateRecoveries[recovery.path] == nil {
      guard let text = recovery.patchedText, TemplateName(path: recovery.path) != nil else { continue }
      // Typing that was taken back by hand leaves nothing to offer.
      if let disk = try? reader.read(recovery.path).bytes, disk == text {
        try journal.discard(recovery)
      } else {
        templateRecoveries[recovery.path] = recovery
      }
    }
  }

  /// The name under which the journal knows a template's file.
  func journalPath(ofTemplate path: String) -> String {
    journalPath(of: KnownFile(path: path, bytes: [], digest: nil))
  }
}

extension TemplateName {
  /// The template of a file in a folder of templates; `nil` for a file that can be none.
  init?(path: String) {
    let file = FilePath.name(of: path)
    guard let kind = TemplateKind(rawValue: FilePath.name(of: FilePath.folder(of: path))),
      file.hasSuffix(".yaml"), TemplateLocator.isName(String(file.dropLast(5)))
    else { return nil }
    self.init(kind, String(file.dropLast(5)))
  }
}
