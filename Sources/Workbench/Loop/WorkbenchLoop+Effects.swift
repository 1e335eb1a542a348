import BidModel
import BidStorage
import Screen

extension WorkbenchLoop {
  /// Performs what commands have asked for, in order, with what comes of that; stops when one needs an answer
  /// first.
  func performEffects() {
    var effects = state.takeEffects()
    var index = 0
    while index < effects.count {
      let asked = state.overlays.count
      perform(effects[index])
      effects += state.takeEffects()
      index += 1
      // A save that met a changed file asks: what came after it, leaving above all, waits.
      let failed = state.overlays.count > asked || state.message?.kind == .error
      if failed, effects[index...].contains(where: \.isLeaving) { return }
    }
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .lock(let id): lock(id)
    case .save(let id): save(id, overwriting: false)
    case .overwrite(let id): save(id, overwriting: true)
    case .saveRegister: saveRegister()
    case .reload(let id): reload(id)
    case .saveBeside(let id): saveBeside(id)
    case .reloadIfChanged(let id): if desk.hasChanged(id) { reload(id) }
    case .lookForAnswers: lookForAnswers()
    case .newQuestion(let question): newQuestion(question)
    case .keepSetting(let key, let value): keepSetting(key, value)
    case .copyToClipboard(let text): copy(text)
    case .exportPortal(let id): exportPortal(id)
    case .copyPortal(let id): copyPortal(id)
    case .exportHTML: exportHTML()
    case .recover(let id): recover(id)
    case .keepBoth(let id): keepBoth(id)
    case .discardRecovery(let id): discardRecovery(id)
    case .abandon(let id):
      if let file = desk.known[id] { desk.journal?.abandon(desk.journalPath(of: file)) }
    case .spelling(let request): perform(request)
    case .keepIgnore(let entry): keepIgnore(entry)
    case .suspend:
      terminal.suspend()
      surface.damageAll()
      needsPanes = true
    case .redraw:
      surface.damageAll()
      state.editor.painted = []
      needsPanes = true
    case .loadHistory(let id): loadHistory(id)
    case .lockFirst(let id, let step): lockFirst(id, then: step)
    case .previewReplacement: previewReplacement()
    case .replace(let plan): replace(plan)
    case .rewrite(let files, let redoing): rewrite(files, redoing: redoing)
    case .compareWithFile(let id): compareWithFile(id)
    case .readOtherBids: state.takeOtherBids(desk.otherBids(template: state.session.template))
    case .readThroughLens: readThroughLens()
    case .offerPhrases: offerPhrases()
    case .showChecklists: showChecklists()
    case .studio(let request): perform(request)
    case .closeStudio:
      if case .studio = state.overlays.last { state.overlays.removeLast() }
      perform(StudioRequest.browse)
    case .review(let effect): perform(effect)
    case .go(let destination): go(to: destination)
    case .quit: leave()
    }
  }

  /// Takes an answer that undo has brought back to what its file holds for a saved one.
  private func compareWithFile(_ id: AnswerID) {
    guard let index = state.session.index(of: id), let file = desk.known[id], file.digest != nil else {
      return
    }
    let answer = state.session.answers[index]
    guard answer.revision != answer.savedRevision, AnswerFile.print(answer.answer) == file.bytes else {
      return
    }
    state.session.answers[index].savedRevision = answer.revision
  }

  /// Opens another bid, and only then leaves this one.
  private func go(to destination: Destination) {
    guard let surroundings = desk.surroundings else { return }
    do throws(StorageError) {
      next = try Opening(destination, in: surroundings)
      leave()
    } catch {
      state.say("\(error)", as: .error)
    }
  }

  private func leave() {
    if let open = state.session[state.editor.answer] { desk.keepPlace(open.answer, state.editor.caret) }
    desk.close(saved: state.session.answers.map(\.id))
    state.isFinished = true
  }

  /// Takes the lock of a file at its first edit; when another has it, the edit is taken back.
  private func lock(_ id: AnswerID) {
    guard let reason = desk.lock(id), let index = state.session.index(of: id) else { return }
    _ = try? state.session.undo(in: .answer(id))
    state.session.answers[index].unjournalled = []
    state.session.answers[index].revision = state.session.answers[index].savedRevision
    state.session.answers[index].readOnlyReason = reason
    state.say(reason, as: .error)
  }

  private func save(_ id: AnswerID, overwriting: Bool) {
    guard let index = state.session.index(of: id) else { return }
    let answer = state.session.answers[index]
    state.session.answers[index].unjournalled = []
    switch desk.save(answer.answer, unjournalled: answer.unjournalled, overwriting: overwriting) {
    case .saved(let time, let warning):
      state.session.answers[index].savedRevision = answer.revision
      state.session.answers[index].savedAt = time
      keepHistory(of: answer)
      keepVersion(of: answer)
      state.say(warning ?? "Saved \(answer.name).", as: warning == nil ? .note : .warning)
    case .changedOnDisk(let theirs): askAboutChange(answer, theirs: theirs)
    case .failed(let message): state.say(message, as: .error)
    }
  }

  private func askAboutChange(_ answer: OpenAnswer, theirs: [UInt8]?) {
    var text = ["\(answer.name): the file on disk is no longer the one that was opened. Nothing was written."]
    if let theirs,
      let scanned = try? AnswerFile.scan(theirs, id: answer.id, templates: state.session.templates)
    {
      text.append(
        TextDifference(from: scanned.answer, to: answer.answer).summary(old: "on disk", new: "here"))
    } else {
      text.append("It is gone from the disk, or can no longer be read as an answer.")
    }
    var options = [
      Choice.Option("Go on writing; decide later", []),
      Choice.Option("Keep both: write this text beside the file", [.saveBeside(answer.id)]),
      Choice.Option("Replace the file with this text", [.overwrite(answer.id)]),
    ]
    if theirs != nil {
      options.append(Choice.Option("Take the file's text; lose these edits", [.reload(answer.id)]))
    }
    state.overlays.append(.choice(Choice(title: "Changed on disk", text: text, options: options)))
  }

  private func reload(_ id: AnswerID) {
    switch desk.reload(id, templates: state.session.templates) {
    case .success(let scanned):
      state.loadedHistories.insert(id)
      state.replace(id, with: scanned.answer, problems: scanned.problems.map(\.finding))
      state.say("Taken from the disk.", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  private func saveBeside(_ id: AnswerID) {
    guard let answer = state.session[id] else { return }
    switch desk.saveBeside(answer.answer, label: "mine") {
    case .success(let path): state.say("Written to \(FilePath.name(of: path)), beside the file.", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  /// Gives `text` to the clipboard of the terminal and, inside tmux, to its buffer: tmux passes the
  /// terminal's own sequence on only when it is set up to.
  ///
  /// - Returns: Whether one of them has it.
  func copyOut(_ text: String) -> Bool {
    let isSent = terminal.copyToSystemClipboard(text)
    guard desk.environment["TMUX"]?.isEmpty == false else { return isSent }
    let result = desk.programs.filter(
      Array(text.utf8), through: ["tmux", "load-buffer", "-"], environment: desk.environment)
    return isSent || result.end == .exited(0)
  }

  private func copy(_ text: String) {
    if copyOut(text) { return }
    guard case .success(let path) = desk.export(Array(text.utf8), name: "copied.txt") else {
      return state.say(
        "Kept to paste here with Ctrl-V; it is too long for the terminal's clipboard.", as: .note)
    }
    state.say(
      "Kept to paste here with Ctrl-V; too long for the terminal's clipboard, so written to \(path).",
      as: .note)
  }
}
