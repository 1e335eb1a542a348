import BidModel

/// What going back to a version is called in the history of a text.
enum RestoreTitle {
  static let answer = "Restore the answer"
  static let part = "Restore a part"
  static let paragraph = "Restore a paragraph"
  static let all = [answer, part, paragraph]
}

/// What the audit is told of versions that a text went back to: it is true of the text in hand, and is written when
/// that is saved.
extension WorkbenchState {
  /// Takes a line for the audit back when undo takes the text of a version out again, or brings it back on redo.
  mutating func followRestore(of title: String, redoing: Bool) {
    guard RestoreTitle.all.contains(title) else { return }
    let id = editor.answer
    if redoing, let entry = reviewing.undoneRestores[id]?.popLast() {
      reviewing.restores[id, default: []].append(entry)
    } else if !redoing, let entry = reviewing.restores[id]?.popLast() {
      reviewing.undoneRestores[id, default: []].append(entry)
    }
  }

  /// Forgets the lines of a text that is given up.
  mutating func dropRestores(of id: AnswerID) {
    reviewing.restores[id] = nil
    reviewing.undoneRestores[id] = nil
  }
}
