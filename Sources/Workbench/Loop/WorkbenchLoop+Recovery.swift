import BidModel
import BidStorage
import Foundation

/// Work that a process left unsaved when it died, brought back.
///
/// The journal holds the bytes the edits apply to and the edits themselves. Reading the bytes gives
/// blocks the same ids as then, so the edits fit; what comes of it is offered with what differs from
/// the file, never taken without asking.
extension WorkbenchLoop {
  /// Asks about the recoveries that wait, one answer after another.
  package func offerRecoveries() {
    for (id, recovery) in desk.recoveries.sorted(by: { $0.key.path < $1.key.path }) {
      guard let answer = state.session[id] else { continue }
      guard let recovered = recovered(recovery, id: id) else {
        state.say("The journal's work on \(answer.name) could not be read; it was kept.", as: .error)
        continue
      }
      let difference = TextDifference(from: answer.answer, to: recovered)
      var text = [
        "\(answer.name): the program ended before this work was saved.",
        difference.summary(old: "in the file", new: "recovered"),
      ]
      if !recovery.isBaseOnDisk { text.append("The file has been changed since by someone else.") }
      state.overlays.append(
        .choice(
          Choice(
            title: "Recover unsaved work", text: text,
            options: [
              Choice.Option("Recover: put it into the text, to be saved", [.recover(id)]),
              Choice.Option("Keep both: write it beside the file", [.keepBoth(id)]),
              Choice.Option("Discard it", [.discardRecovery(id)]),
              Choice.Option("Decide later: it is kept, and asked about at the next opening", []),
            ])))
    }
    offerTemplateRecoveries()
  }

  func recover(_ id: AnswerID) {
    guard let recovery = desk.recoveries[id], let recovered = recovered(recovery, id: id) else { return }
    if let reason = desk.lock(id) { return state.say(reason, as: .error) }
    state.lockedAnswers.insert(id)
    state.show(id)
    state.takeText(of: recovered, title: "Recover")
    journalEdits()
    desk.recoveries[id] = nil
    desk.journal?.discard(recovery)
    state.say("Recovered; Ctrl-S saves it, Ctrl-Z takes it back.", as: .note)
  }

  func keepBoth(_ id: AnswerID) {
    guard let recovery = desk.recoveries[id], let recovered = recovered(recovery, id: id) else { return }
    switch desk.saveBeside(recovered, label: "recovered") {
    case .success(let path):
      desk.recoveries[id] = nil
      desk.journal?.discard(recovery)
      state.say("Written to \(FilePath.name(of: path)), beside the file.", as: .note)
    case .failure(let error): state.say("\(error)", as: .error)
    }
  }

  /// Drops the work that a process which died had left.
  func discardRecovery(_ id: AnswerID) {
    if let recovery = desk.recoveries.removeValue(forKey: id) { desk.journal?.discard(recovery) }
  }

  private func recovered(_ recovery: Recovery, id: AnswerID) -> Answer? {
    try? RecoveredAnswer(recovery, id: id, templates: state.session.templates).answer
  }
}

/// The text that a journal's edits give.
package struct RecoveredAnswer {
  package var answer: Answer

  /// - Throws: ``ScanError``, an error of the decoder, or ``EditError`` when the journal's edits do not fit its bytes.
  package init(_ recovery: Recovery, id: AnswerID, templates: AnswerTemplates?) throws {
    answer = try AnswerFile.scan(recovery.base, id: id, templates: templates).answer
    for entry in recovery.entries {
      for edit in try JSONDecoder().decode([Edit].self, from: Data(entry.payload.utf8)) {
        try answer.apply(edit)
      }
    }
  }
}
