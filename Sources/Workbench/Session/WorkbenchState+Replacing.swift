import BidModel

extension WorkbenchState {
  /// Puts the text of `other` in place of the text in hand, as one change that can be undone.
  mutating func takeText(of other: Answer, title: String) {
    let answer = currentAnswer
    let before = editor.caret
    var edits: [Edit] = [.parts(at: 0, count: answer.parts.count, with: other.parts)]
    if other.frontMatter != answer.frontMatter { edits.append(.frontMatter(other.frontMatter)) }
    editor.caret = TextPosition(block: other.parts[0].blocks[0].id, offset: 0)
    if let place = other.place(of: before.block), before.offset <= other[place].text.utf8.count {
      editor.caret = before
    }
    perform(title, edits, from: before)
    editor.layouts.removeAll()
  }

  /// Takes an answer as its file has it now; what was done to the old text can no longer be undone.
  mutating func replace(_ id: AnswerID, with answer: Answer, problems: [Finding]) {
    guard let index = session.index(of: id) else { return }
    session.replaceAnswer(at: index, with: answer, problems: problems)
    parked[id] = nil
    guard editor.answer == id else { return }
    let area = editor.area
    editor = EditorState(answer: answer)
    editor.area = area
  }
}

extension BidSession {
  /// Puts another document in an answer's place, as its file holds it.
  mutating func replaceAnswer(at index: Int, with answer: Answer, problems: [Finding]) {
    var faults: [FrontMatterProblem] = []
    let question = answer.frontMatter.map { Question($0, problems: &faults) } ?? Question()
    var fresh = OpenAnswer(answer: answer, question: question, problems: problems)
    fresh.savedAt = answers[index].savedAt
    answers[index] = fresh
    readings.removeAnswer(answer.id)
    lastCounts[answer.id] = nil
    written.bases[answer.id] = nil
    counts.forget(answer.id)
    quotes.removeAnswer(answer.id)
    spelling.removeAnswer(answer.id)
    findings.removeAnswer(answer.id)
    undoLog.forget(.answer(answer.id))
    markUnread(answer)
  }
}
