import BidModel
import BidStorage

extension BidSession {
  /// Takes an answer in whose file has come, in its place among the questions.
  ///
  /// - Complexity: O(*n*) in the answers and the blocks of the new one.
  mutating func add(_ open: OpenAnswer) {
    let order = { (answer: OpenAnswer) in QuestionOrder(answer.question.number, name: answer.id.path) }
    let place = answers.firstIndex { order(open) < order($0) } ?? answers.count
    answers.insert(open, at: place)
    checks.context.questionNumbers = Set(answers.map(\.question.number).filter { !$0.isEmpty })
    markUnread(open.answer)
    compareWhenRead()
  }

  /// Lets an answer go whose file has gone.
  ///
  /// - Complexity: O(*n*) in the answers.
  mutating func removeAnswer(_ id: AnswerID) {
    guard let index = index(of: id), answers.count > 1 else { return }
    answers.remove(at: index)
    unread.removeAll { $0.answer == id }
    readings.removeAnswer(id)
    lastCounts[id] = nil
    written.bases[id] = nil
    counts.forget(id)
    quotes.removeAnswer(id)
    spelling.removeAnswer(id)
    claims.keepOnly([], of: id)
    findings.removeAnswer(id)
    undoLog.forget(.answer(id))
    checks.context.questionNumbers = Set(answers.map(\.question.number).filter { !$0.isEmpty })
    compareWhenRead()
  }
}
