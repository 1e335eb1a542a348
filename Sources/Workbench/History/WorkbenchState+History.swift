import BidModel
import Screen

extension WorkbenchState {
  /// What was done in the answer in hand, oldest first, and how much of it stands: the rest was undone.
  var history: (entries: [Transaction], standing: Int) {
    let done = session.undoLog.done.filter { $0.targets.contains(.answer(editor.answer)) }
    let undone = session.undoLog.undone.filter { $0.targets.contains(.answer(editor.answer)) }
    return (done + undone.reversed(), done.count)
  }

  /// Opens the list of what was done in the answer in hand, the newest first.
  mutating func openHistory() {
    let (entries, standing) = history
    guard !entries.isEmpty else { return say("Nothing was done in this answer yet.", as: .note) }
    session.sealUndo()
    var list = ListState()
    list.selected = entries.count - standing
    overlays.append(.sheet(.history(list)))
  }

  /// Asks to go to the selected state of the list.
  mutating func openHistoryRow(_ selected: Int) {
    let count = history.entries.count - selected
    guard count >= 0, count != history.standing else { return closeOverlay() }
    if let reason = session.answers[currentIndex].readOnlyReason { return say(reason, as: .warning) }
    closeOverlay()
    effects.append(.lockFirst(editor.answer, .history(count)))
  }

  /// Undoes or does again until `count` of the answer's transactions stand, or one cannot be.
  mutating func goInHistory(to count: Int) {
    let id = editor.answer
    var caret: Caret?
    do {
      while history.standing > count {
        guard stepsAlone(in: id, redoing: false) else { return }
        (_, caret) = try session.undo(in: .answer(id))
      }
      while history.standing < min(count, history.entries.count) {
        guard stepsAlone(in: id, redoing: true) else { return }
        (_, caret) = try session.redo(in: .answer(id))
      }
      effects.append(.compareWithFile(id))
      let title = count == 0 ? "the oldest that is kept" : "after ‘\(history.entries[count - 1].title)’"
      say("Gone to \(title); Ctrl-Z and Ctrl-Y go on from here.", as: .note)
    } catch {
      say(error.description, as: .warning)
    }
    if let caret, caret.answer == id { place(caret) }
    settleCaret()
  }

  /// Whether the next step changes this bid alone; one that also rewrites others is taken by itself.
  private mutating func stepsAlone(in id: AnswerID, redoing: Bool) -> Bool {
    let files = (try? session.otherFiles(in: .answer(id), redoing: redoing)) ?? []
    guard !files.isEmpty else { return true }
    settleCaret()
    say(
      "Stopped before a replacement that also changed other bids: \(redoing ? "redo" : "undo") takes that by itself.",
      as: .note)
    return false
  }

  /// The rows of the list: when, what, and the words that came and went; the newest first.
  func historyRows(width: Int) -> [PaneRow] {
    let (entries, standing) = history
    let today = session.values.today
    var rows = entries.enumerated().reversed().map { index, transaction -> PaneRow in
      let time =
        transaction.time.hasPrefix(today)
        ? String(transaction.time.dropFirst(today.count + 1)) : transaction.time
      let isUndone = index >= standing
      let sign = index == standing - 1 ? "▸ " : isUndone ? "↷ " : "  "
      let words = transaction.summary(in: editor.answer)
      let style = isUndone ? theme.dim : theme.text
      return PaneRow([
        (sign, theme.key), (TextWidth.pad(time, columns: 17), theme.dim),
        (TextWidth.pad(transaction.title, columns: 18), isUndone ? theme.dim : theme.title),
        (TextWidth.clip(" " + words, columns: max(1, width - 37)), style),
      ])
    }
    rows.append(PaneRow([(standing == 0 ? "▸ " : "  ", theme.key), ("The oldest that is kept", theme.dim)]))
    return rows
  }
}

extension Transaction {
  /// The words that the transaction took out of `answer` and put into it.
  ///
  /// - Complexity: O(*n*) in the text it moved.
  func summary(in answer: AnswerID) -> String {
    let edits = changes.compactMap { change -> (Edit, Edit)? in
      guard case .answer(answer, let edit, let inverse) = change else { return nil }
      return (edit, inverse)
    }
    guard let (edit, inverse) = edits.first else { return "" }
    let (old, new) = Self.difference(inverse.words, edit.words)
    var pieces: [String] = []
    if !old.isEmpty { pieces.append("−“\(old)”") }
    if !new.isEmpty { pieces.append("+“\(new)”") }
    if edits.count > 1 { pieces.append("and \(edits.count - 1) more") }
    return pieces.joined(separator: " ").replacing("\n", with: " ")
  }

  /// What two texts do not share at their ends.
  private static func difference(_ old: String, _ new: String) -> (String, String) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(start), new.dropFirst(start))
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    return (String(oldRest.dropLast(end).prefix(200)), String(newRest.dropLast(end).prefix(200)))
  }
}

extension Edit {
  /// The words that the edit brings.
  var words: String {
    switch self {
    case .text(_, _, _, let words, _): words
    case .blocks(_, _, _, let blocks): blocks.map(\.text).joined(separator: "\n")
    case .parts(_, _, let parts):
      parts.map { ([$0.title ?? ""] + $0.blocks.map(\.text)).joined(separator: "\n") }.joined(separator: "\n")
    case .frontMatter(let value):
      (value?.entries ?? []).compactMap { entry in entry.key.map { "\($0): \(entry.value)" } }
        .joined(separator: "\n")
    }
  }
}
