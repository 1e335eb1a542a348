import BidModel
import BidStorage

/// What belongs to the person at this machine and not to the bid: their settings, and where they were.
extension BidDesk {
  /// Writes one setting into the person's file, the rest of which stays as it is.
  ///
  /// - Returns: Why it could not be written; `nil` when it was, or there is no home to keep it in.
  func keepSetting(_ key: String, _ value: String?) -> StorageError? {
    guard let folder = Places(environment: environment).config else { return nil }
    let path = FilePath.join(folder, Settings.fileName)
    do throws(StorageError) {
      let old = (try? files.status(at: path)) == nil ? nil : try reader.read(path)
      let bytes = SettingsFile.setting(key, to: value, in: old?.bytes ?? [])
      guard bytes != old?.bytes ?? [] else { return nil }
      do { try files.makeFolders(folder, permissions: 0o700) } catch {
        throw .system(error, task: "make", path: folder)
      }
      _ = try writer.write(bytes, to: path, expecting: old.map { .digest($0.digest) } ?? .absent)
      return nil
    } catch {
      return error
    }
  }

  /// Keeps where the person was: the answer's file, and line and column of it as saved.
  ///
  /// It is a comfort: when it cannot be written nothing is said.
  func keepPlace(_ answer: Answer, _ caret: TextPosition) {
    guard let path = placePath(for: answer.id) else { return }
    let place = SourceMap(answer).place(of: caret.block, offset: caret.offset)
    let text = "\(answer.id.fileName)\t\(place.line)\t\(place.column)\n"
    try? files.makeFolders(FilePath.folder(of: path), permissions: 0o700)
    _ = try? writer.write(Array(text.utf8), to: path, expecting: .anything)
  }

  /// Where the person was when they left the bid last: the answer's file name, line and column, from 1.
  func keptPlace(near answer: AnswerID) -> (fileName: String, line: Int, column: Int)? {
    guard let path = placePath(for: answer), let file = try? reader.read(path) else { return nil }
    let fields = String(decoding: file.bytes, as: UTF8.self).trimmingSpaces()
      .split { $0 == "\t" || $0 == "\n" }.map(String.init)
    guard fields.count == 3, let line = Int(fields[1]), let column = Int(fields[2]) else { return nil }
    return (fields[0], line, column)
  }

  /// The file of the machine's own state that a bid's, or a loose file's, place is kept in.
  private func placePath(for answer: AnswerID) -> String? {
    Places(environment: environment).state.map {
      FilePath.join(FilePath.join($0, "places"), Fingerprint(of: writtenPath(for: answer)).description)
    }
  }
}

extension WorkbenchLoop {
  /// Keeps a setting that a command has changed.
  func keepSetting(_ key: String, _ value: String?) {
    if let error = desk.keepSetting(key, value) {
      state.say("It is so until you quit: \(error)", as: .warning)
    }
  }

  /// Goes where the person was when they left the bid last.
  package func returnToPlace() {
    guard let place = desk.keptPlace(near: state.editor.answer),
      let open = state.session.answers.first(where: { $0.id.fileName == place.fileName })
    else { return }
    // What the file no longer holds is no fault of the person's; what was said before stays.
    let said = state.message
    state.show(open.id)
    state.goToLine(place.line, column: place.column)
    state.message = said
  }
}
