import BidModel
import BidStorage

/// Saving templates, and bringing back those that a process left unsaved when it died.
extension WorkbenchLoop {
  /// Gives the journal what it lacks of the templates that are open in the studio.
  func journalStudio() {
    for index in state.overlays.indices {
      guard case .studio(var file) = state.overlays[index], file.isUnjournalled, desk.journal(file) else {
        continue
      }
      file.noteJournalled()
      state.overlays[index] = .studio(file)
    }
  }

  /// Saves the template in the studio; asks when the file on disk is not the one that was opened.
  ///
  /// - Returns: Whether it is saved.
  /// - Throws: Why there is no place for it.
  @discardableResult
  func saveTemplate(_ surroundings: Surroundings, overwriting: Bool = false) throws(StorageError) -> Bool {
    guard let file = state.openTemplate else { return false }
    journalStudio()
    switch desk.save(file, in: try folder(surroundings), overwriting: overwriting) {
    case .saved:
      state.touchStudio { $0.take(saved: file.text.bytes) }
      savedNames.append(FilePath.name(of: file.path))
      perform(.refresh)
      let next =
        file.name.kind == .answers
        ? "Ctrl-E shows what it would do to the answers" : "Ctrl-E reads the bid with it"
      state.say("Saved \(FilePath.name(of: file.path)). \(next).", as: .note)
      return true
    case .changedOnDisk(let theirs): askAboutChange(file, theirs: theirs)
    case .failed(let message): state.say(message, as: .error)
    }
    return false
  }

  private func askAboutChange(_ file: StudioFile, theirs: [UInt8]?) {
    var text = [
      "\(FilePath.name(of: file.path)) is no longer the file that was opened: somebody else has changed it. Nothing was written."
    ]
    var options = [
      Choice.Option("Go on editing; decide later", []),
      Choice.Option("Keep both: write this text beside the file", [.studio(.saveBeside)]),
      Choice.Option("Replace the file with this text", [.studio(.overwrite)]),
    ]
    if let theirs {
      let lines = LineDifference.lines(
        from: String(decoding: theirs, as: UTF8.self), to: String(decoding: file.text.bytes, as: UTF8.self))
      text.append(
        "Lines that only the disk has begin with -, those that only you have with +:\n" + Self.shown(lines))
      options.append(Choice.Option("Take the file's text; lose these edits", [.studio(.takeFromDisk)]))
    } else {
      text.append("It is gone from the disk.")
    }
    state.overlays.append(.choice(Choice(title: "Changed on disk", text: text, options: options)))
  }

  /// Writes the studio's text beside its file, which stays as somebody else has made it.
  func saveTemplateBeside(_ surroundings: Surroundings) throws(StorageError) {
    guard let file = state.openTemplate else { return }
    let path = try folder(surroundings).saveBeside(file.text.bytes, of: file.name, label: "mine")
    state.say("Written to \(FilePath.name(of: path)), beside the file; no bid reads it there.", as: .note)
  }

  /// Shows the file's text as it is on disk in the place of the studio's, as one step that can be undone.
  func takeTemplateFromDisk() throws(StorageError) {
    guard let file = state.openTemplate else { return }
    let bytes = try desk.reader.read(file.path).bytes
    desk.abandonTemplate(at: file.path)
    state.touchStudio {
      $0.text.replaceAll(with: bytes)
      $0.take(saved: bytes)
    }
    perform(.refresh)
    state.say("Taken from the disk; Ctrl-Z has your text again.", as: .note)
  }

  /// Asks about the templates that a process which died has left unsaved.
  func offerTemplateRecoveries() {
    for (_, recovery) in desk.templateRecoveries.sorted(by: { $0.key < $1.key }) { offer(recovery) }
  }

  /// The first of some lines, as one paragraph of a question.
  private static func shown(_ lines: [String]) -> String {
    let most = 60
    return (lines.prefix(most) + (lines.count > most ? ["… and \(lines.count - most) more lines."] : []))
      .joined(separator: "\n")
  }

  private func offer(_ recovery: Recovery) {
    guard let name = TemplateName(path: recovery.path), let text = recovery.patchedText else { return }
    let disk = (try? desk.reader.read(recovery.path).bytes) ?? []
    let lines = LineDifference.lines(
      from: String(decoding: disk, as: UTF8.self), to: String(decoding: text, as: UTF8.self))
    var words = ["Template \(name): the program ended before this work was saved."]
    if !recovery.isBaseOnDisk { words.append("The file has been changed since by someone else.") }
    words.append(
      "Lines that only the file has begin with -, those that were not saved with +:\n" + Self.shown(lines))
    state.overlays.append(
      .choice(
        Choice(
          title: "Recover unsaved work", text: words,
          options: [
            Choice.Option("Recover: open it in the studio, to be saved", [.studio(.recover(recovery.path))]),
            Choice.Option("Keep both: write it beside the file", [.studio(.keepRecovered(recovery.path))]),
            Choice.Option("Discard it", [.studio(.dropRecovered(recovery.path))]),
          ])))
  }

  /// Opens a template with the text that was left unsaved.
  func recoverTemplate(at path: String) {
    guard let recovery = desk.templateRecoveries[path], let name = TemplateName(path: path),
      let text = recovery.patchedText
    else { return }
    // Where the file is gone, a save asks before it makes it anew.
    var file = StudioFile(
      name, path: path, bytes: (try? desk.reader.read(path).bytes) ?? recovery.base)
    file.text.replaceAll(with: text)
    // Under the questions that wait still, which go first.
    let place = state.overlays.firstIndex { if case .choice = $0 { true } else { false } }
    state.overlays.insert(.studio(file), at: place ?? state.overlays.endIndex)
    journalStudio()
    desk.templateRecoveries[path] = nil
    desk.journal?.discard(recovery)
    perform(.refresh)
    state.say("Recovered; Ctrl-S saves it, Ctrl-Z takes it back.", as: .note)
  }

  /// Writes text that was left unsaved beside its file.
  func keepRecoveredTemplate(at path: String) throws(StorageError) {
    guard let recovery = desk.templateRecoveries[path], let text = recovery.patchedText else { return }
    let other = try desk.writer.writeBeside(path, text, label: "recovered")
    dropRecoveredTemplate(at: path)
    state.say("Written to \(FilePath.name(of: other)), beside the file; no bid reads it there.", as: .note)
  }

  /// Drops text that was left unsaved.
  func dropRecoveredTemplate(at path: String) {
    if let recovery = desk.templateRecoveries.removeValue(forKey: path) { desk.journal?.discard(recovery) }
  }
}
