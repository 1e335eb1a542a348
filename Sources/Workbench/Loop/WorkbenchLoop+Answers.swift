import BidModel
import BidStorage

extension WorkbenchLoop {
  /// Makes the file of a new question and shows it.
  func newQuestion(_ question: WorkspaceScaffold.NewQuestion) {
    switch desk.newQuestion(question, template: state.session.template) {
    case .success(let document):
      take(document)
      state.show(document.answer.id)
      state.editor.caret = document.answer.firstEmptyPlace
      state.focus = .editor
      state.say(
        "Made \(FilePath.name(of: document.answer.id.path)); here is question \(question.number).", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  /// Takes in answers whose files have come, lets go those whose files have gone, takes what `bid.yaml` names
  /// anew, and says which.
  ///
  /// An answer with edits that are not saved stays, whatever became of its file.
  func lookForAnswers() {
    let (come, gone) = desk.changedAnswers(template: state.session.template)
    var said = state.message.map { [$0.text] } ?? []
    do throws(StorageError) {
      if let surroundings = desk.surroundings {
        let changed = try takeChangedTemplates(surroundings)
        if !changed.isEmpty { said.append("Taken anew: \(changed.joined(separator: "; ")).") }
      }
    } catch {
      return state.say("\(error)", as: .error)
    }
    for document in come {
      take(document)
      said.append("New: \(state.session[document.answer.id]?.name ?? "").")
    }
    for id in gone {
      guard let open = state.session[id], !open.isModified else { continue }
      guard state.session.answers.count > 1 else { break }
      if state.editor.answer == id, let other = state.session.answers.first(where: { $0.id != id }) {
        state.show(other.id)
      }
      state.session.removeAnswer(id)
      state.parked[id] = nil
      desk.forget(id)
      said.append("Gone: \(open.name).")
    }
    state.say(said.isEmpty ? "Nothing has changed on disk." : said.joined(separator: " "), as: .note)
    needsPanes = true
  }

  private func take(_ document: AnswerDocument) {
    desk.known[document.answer.id] = BidDesk.KnownFile(document)
    state.session.add(OpenAnswer(document))
  }
}

extension BidDesk {
  /// The folder of the bid; `nil` for a loose file.
  var bidFolder: String? { exportFolder.map(FilePath.folder) }

  /// Makes the file of a question, as ‘fivefold new question’ does, and reads it.
  func newQuestion(
    _ question: WorkspaceScaffold.NewQuestion, template: AnswerTemplate
  ) -> Result<AnswerDocument, StorageError> {
    guard let folder = bidFolder else {
      return .failure(
        .refused(
          problem: "a loose file has no bid to add a question to",
          remedy: "Make a workspace with ‘fivefold new workspace’"))
    }
    do throws(StorageError) {
      let path = try WorkspaceScaffold(files: files, host: host).newQuestion(
        question, in: folder, template: template)
      return .success(try WorkspaceLoader(files: files).answer(at: path, template: template))
    } catch {
      return .failure(error)
    }
  }

  /// Answers of the bid's folder that are not known here, and those known that are no longer there.
  ///
  /// - Complexity: O(*n*) in the files of the folder, and the bytes of new ones.
  func changedAnswers(template: AnswerTemplate) -> (come: [AnswerDocument], gone: [AnswerID]) {
    guard let folder = bidFolder else { return ([], []) }
    let loader = WorkspaceLoader(files: files)
    let paths = loader.answerPaths(inBid: folder)
    let held = Set(known.values.map(\.path))
    let come = paths.filter { !held.contains($0) }.compactMap {
      try? loader.answer(at: $0, template: template)
    }
    let gone = known.filter { !paths.contains($0.value.path) && $0.value.digest != nil }.map(\.key)
    return (come, gone.sorted { $0.path < $1.path })
  }

  /// Lets go of an answer whose file has gone.
  func forget(_ id: AnswerID) {
    held.removeValue(forKey: id)?.release()
    known[id] = nil
  }
}
