import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Hands the part or the answer in hand to the person's own editor, and takes back what changed as one step.
  ///
  /// The text goes through a temporary file that only this user can read. When the editor fails, or what
  /// came back cannot be read, nothing is changed, and the file is kept where there is something in it.
  func editOutside(whole: Bool) {
    let id = state.editor.answer
    let line = [desk.environment["VISUAL"], desk.environment["EDITOR"]].compactMap { $0 }
      .first { !CommandLineWords($0).words.isEmpty }
    guard let words = line.map({ CommandLineWords($0).words }) else {
      return state.say(
        "Set VISUAL or EDITOR to the editor you want, then start Fivefold again.", as: .warning)
    }
    guard let index = state.session.index(of: id) else { return }
    let answer = state.session.answers[index].answer
    state.session.sealUndo()
    journalEdits()
    do {
      let part = whole ? nil : answer.place(of: state.editor.caret.block)?.part ?? 0
      let text = try HandedText(answer, part: part)
      let path = try desk.writeTemporary(text.bytes, name: FilePath.name(of: id.path))
      var end = ProgramEnd.notStarted("")
      terminal.runOutside { end = desk.programs.runInTerminal(words + [path], environment: desk.environment) }
      surface.damageAll()
      state.editor.painted = []
      needsPanes = true
      takeBack(text, from: path, editor: words[0], end: end)
    } catch let error as HandedText.Refusal {
      state.say(error.description, as: .warning)
    } catch {
      state.say("\(error)", as: .error)
    }
  }

  private func takeBack(_ text: HandedText, from path: String, editor: String, end: ProgramEnd) {
    if let complaint = end.complaint {
      desk.removeTemporary(path)
      return state.say("\(editor) \(complaint): nothing was taken back.", as: .error)
    }
    do {
      let edited = try desk.reader.read(path).bytes
      guard edited != text.bytes else {
        desk.removeTemporary(path)
        return state.say("Nothing was changed in \(editor).", as: .note)
      }
      let index = state.currentIndex
      let edits = try text.edits(
        from: edited, template: state.currentTemplate, numbers: &state.session.answers[index].answer)
      if state.takeBack(edits, editor: editor) { desk.removeTemporary(path) }
    } catch let error as HandedText.Refusal {
      state.say("\(error.description) Nothing was taken back; it is kept as \(path).", as: .error)
    } catch {
      state.say("What came back cannot be read, so nothing was taken back. \(error)", as: .error)
    }
  }

  /// Gives the selected text to a command of `fivefold.yaml` and puts what it prints in its place, as one step.
  func pipeSelection(_ index: Int) {
    guard state.session.textCommands.indices.contains(index), let text = state.selectedText else { return }
    let command = state.session.textCommands[index]
    state.say("\(command.name) is running: Esc ends it, as ten seconds do.", as: .note)
    paintAll()
    let watch = WaitingKeys(self)
    let result = desk.programs.filter(
      Array(text.utf8), through: command.run, environment: desk.environment, isGivenUp: watch.sawEscape)
    // What was typed until now was typed at the command.
    _ = watch.sawEscape()
    state.message = nil
    needsPanes = true
    if let complaint = result.end.complaint {
      let words = result.firstError.isEmpty ? "" : " It said: \(result.firstError.visible)"
      return state.say("\(command.name) \(complaint): nothing was changed.\(words)", as: .error)
    }
    guard let output = String(validating: result.output, as: UTF8.self) else {
      return state.say("\(command.name) printed what is not UTF-8 text: nothing was changed.", as: .error)
    }
    state.replaceSelection(with: output, by: command.name)
  }
}

extension BidDesk {
  /// Writes text into a folder that only this user can look into, under a name that is free.
  ///
  /// - Returns: The file's path.
  /// - Throws: ``StorageError`` for what the disk refuses.
  func writeTemporary(_ bytes: [UInt8], name: String) throws(StorageError) -> String {
    let state = try Places(environment: environment).stateFolder(for: "hand-over to another editor")
    let folder = FilePath.join(state, "handover")
    do throws(SystemError) { try files.makeFolders(folder, permissions: 0o700) } catch {
      throw .featureOff(feature: "hand-over to another editor", path: folder, reason: error.reason)
    }
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    for number in 1...99 {
      let path = FilePath.join(folder, number == 1 ? "\(stem).md" : "\(stem)-\(number).md")
      do throws(StorageError) {
        _ = try writer.write(bytes, to: path, expecting: .absent)
        return path
      } catch {
        guard case .alreadyThere = error else { throw error }
      }
    }
    throw .refused(problem: "ninety-nine copies stand in \(folder.visible)", remedy: "Remove some")
  }

  /// Removes a temporary file.
  func removeTemporary(_ path: String) { try? files.unlink(path) }
}

extension WorkbenchState {
  /// Puts in what another editor changed.
  ///
  /// - Returns: Whether it could be put in.
  mutating func takeBack(_ edits: [Edit], editor name: String) -> Bool {
    guard !edits.isEmpty else {
      say("Nothing was changed in \(name).", as: .note)
      return true
    }
    let before = editor.caret
    let revision = session.revision
    perform("Edit in \(name)", edits, from: before)
    settleCaret()
    editor.layouts.removeAll()
    guard session.revision != revision else { return false }
    say("Taken back from \(name); Ctrl-Z takes it out again.", as: .note)
    return true
  }

  /// Puts what a command printed in the place of the selection, as one step that names the command.
  mutating func replaceSelection(with output: String, by name: String) {
    var text = output
    if text.utf8.last == 0x0A { text = String(text.dropLast()) }
    guard let selected = selectedText, text != selected else {
      return say("\(name) changed nothing.", as: .note)
    }
    let count = session.undoLog.done.count
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      deleteSelection(title: name)
    } else {
      paste(text, cleaning: false)
    }
    session.uniteUndo(from: count, as: name)
    let words = { (text: String) in text.split { $0.isWhitespace }.count }
    say("\(name): \(words(selected)) words became \(words(text)); Ctrl-Z takes it back.", as: .note)
  }

  /// Offers the commands of `fivefold.yaml`, or runs the only one.
  mutating func offerTextCommands() {
    let commands = session.textCommands
    if let reason = session.answers[currentIndex].readOnlyReason { return say(reason, as: .warning) }
    let id = editor.answer
    let run = { (index: Int) in Effect.lockFirst(id, .pipe(index)) }
    guard commands.count > 1 else { return effects.append(run(0)) }
    let options =
      commands.indices.map { Choice.Option(commands[$0].name, [run($0)]) } + [
        Choice.Option("None of them", [])
      ]
    overlays.append(
      .choice(
        Choice(
          title: "Give the selection to a command", text: ["What it prints takes the selection's place."],
          options: options)))
  }
}

extension BidSession {
  /// Makes one step of the transactions done since there were `count`.
  mutating func uniteUndo(from count: Int, as title: String) { undoLog.unite(from: count, as: title) }
}
