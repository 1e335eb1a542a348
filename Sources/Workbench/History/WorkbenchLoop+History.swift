import BidModel
import BidStorage

/// Undo that reaches back behind a save and a closed file.
extension WorkbenchLoop {
  /// Takes up what was done in an answer in earlier sessions, once, before anything is done in this one.
  ///
  /// - Complexity: O(*n*) in the answer and its history.
  func loadHistory(_ id: AnswerID) {
    guard state.loadedHistories.insert(id).inserted, let open = state.session[id], open.revision == 0,
      desk.recoveries[id] == nil, let file = desk.known[id], let digest = file.digest,
      let stored = desk.history?.history(of: desk.journalPath(of: file), digest: digest)
    else { return }
    let answer = stored.answer.named(id)
    guard answer.brokenInvariant() == nil, AnswerFile.print(answer) == file.bytes else { return }
    if !open.answer.hasSameNumbers(as: answer) {
      desk.known[id]?.alignment = [
        .parts(at: 0, count: open.answer.parts.count, with: answer.parts)
      ]
      state.renumber(id, as: answer)
    }
    state.session.takeHistory(
      done: stored.transactions(stored.done, of: id), undone: stored.transactions(stored.undone, of: id))
  }

  /// Takes the lock of an answer and then does what had to wait for it; when another has the file, says so.
  func lockFirst(_ id: AnswerID, then step: LockedStep) {
    guard let index = state.session.index(of: id) else { return }
    if !state.lockedAnswers.contains(id), !state.mayEditSigned(state.session.answers[index]) { return }
    if let reason = desk.lock(id) {
      state.session.answers[index].readOnlyReason = reason
      state.session.answers[index].isHeldElsewhere = true
      return state.say(reason, as: .error)
    }
    state.lockedAnswers.insert(id)
    switch step {
    case .undo: state.undo(redoing: false)
    case .redo: state.undo(redoing: true)
    case .history(let count): state.goInHistory(to: count)
    case .editOutside(let whole): editOutside(whole: whole)
    case .pipe(let command): pipeSelection(command)
    }
  }
}

/// Something that changes the answer in hand and must not be begun before its file is locked.
package enum LockedStep: Hashable, Sendable {
  case undo, redo
  /// Go to where so many of the answer's transactions stand.
  case history(Int)
  /// Hand the part in hand, or the whole answer, to the person's own editor.
  case editOutside(whole: Bool)
  /// Give the selected text to a command of the workspace, by its place among them.
  case pipe(Int)
}

extension WorkbenchState {
  /// Puts in the place of an answer one that says the same under other numbers, with the cursor where it was.
  mutating func renumber(_ id: AnswerID, as answer: Answer) {
    guard let index = session.index(of: id) else { return }
    let old = session.answers[index].answer
    session.renumber(at: index, as: answer)
    find.revision = -1
    guard editor.answer == id else { return }
    let move = { (position: TextPosition) -> TextPosition in
      guard let place = old.place(of: position.block), let new = answer.place(like: place, of: old) else {
        return answer.settled(position)
      }
      return TextPosition(block: answer[new].id, offset: position.offset)
    }
    editor.caret = move(editor.caret)
    editor.anchor = editor.anchor.map(move)
    editor.layouts.removeAll()
    editor.painted = []
    settleCaret()
  }
}

extension Answer {
  /// Where the block at `place` of `other` stands here, in an answer that may hold more empty blocks.
  func place(like place: BlockPlace, of other: Answer) -> BlockPlace? {
    guard parts.indices.contains(place.part) else { return nil }
    let text = other[place].text
    let same = other.parts[place.part].blocks[..<place.block].count { $0.text == text }
    let found = parts[place.part].blocks.indices.filter { parts[place.part].blocks[$0].text == text }
    return found.indices.contains(same) ? BlockPlace(part: place.part, block: found[same]) : nil
  }
}

extension BidSession {
  /// Puts the same text under other numbers in an answer's place.
  mutating func renumber(at index: Int, as answer: Answer) {
    answers[index].answer = answer
    readings.removeAnswer(answer.id)
    quotes.removeAnswer(answer.id)
    findings.keepOnly([], of: answer.id)
    lastCounts[answer.id] = nil
    counts.forget(answer.id)
    unread.removeAll { $0.answer == answer.id }
    markUnread(answer)
  }

  /// Puts what was done in earlier sessions before what was done in this one.
  mutating func takeHistory(done: [Transaction], undone: [Transaction]) {
    undoLog.prepend(done: done, undone: undone)
  }
}
