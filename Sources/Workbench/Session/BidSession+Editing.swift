import BidAnalysis
import BidModel

extension BidSession {
  /// Applies `edits` to one answer and records them as one transaction.
  ///
  /// - Parameter joins: Whether the transaction may extend the one before it, as typing does.
  /// - Throws: ``EditError`` when an edit does not fit; those before it are taken back.
  package mutating func perform(
    _ title: String, _ edits: [Edit], in id: AnswerID, from before: Caret?, to after: Caret?,
    joins: Bool = false
  ) throws(EditError) {
    try perform(title, [(id, edits)], from: before, to: after, joins: joins)
  }

  /// Applies edits to several answers and records them as one transaction.
  ///
  /// - Parameter files: What is written in other bids with it.
  /// - Throws: ``EditError`` when an edit does not fit; those before it are taken back, in every answer.
  package mutating func perform(
    _ title: String, _ edits: [(AnswerID, [Edit])], files: [Transaction.OtherFile] = [], from before: Caret?,
    to after: Caret?, joins: Bool = false
  ) throws(EditError) {
    var changes: [Transaction.Change] = []
    for (id, edits) in edits {
      for edit in edits {
        do {
          let inverse = try apply(edit, to: id)
          changes.append(.answer(id, edit, inverse: inverse))
        } catch {
          for change in changes.reversed() {
            if case .answer(let id, _, let inverse) = change { _ = try apply(inverse, to: id) }
          }
          throw error
        }
      }
    }
    changes += files.map(Transaction.Change.file)
    undoLog.record(
      Transaction(title: title, changes: changes, before: before, after: after, time: time), joins: joins)
  }

  /// Changes a fact of the register and records it; every use of it is read again.
  package mutating func setFact(_ fact: KPIFact?, for reference: KPIReference) {
    let old = values.register[reference]
    guard old != fact else { return }
    apply(.fact(reference, from: old, to: fact))
    undoLog.record(
      Transaction(title: "Change KPI", changes: [.fact(reference, from: old, to: fact)], time: time))
  }

  /// The files of other bids that the next undo in `target`, or the next redo, rewrites.
  ///
  /// - Throws: ``UndoLog/Refusal``, as the undo would.
  func otherFiles(in target: Transaction.Target, redoing: Bool) throws(UndoLog.Refusal)
    -> [Transaction.OtherFile]
  {
    var log = undoLog
    return try redoing ? log.redo(in: target).otherFiles : log.undo(in: target).otherFiles
  }

  /// Takes back the newest transaction that touched `target`.
  ///
  /// - Returns: Its title, and where the cursor goes.
  /// - Throws: ``UndoLog/Refusal``.
  package mutating func undo(in target: Transaction.Target) throws(UndoLog.Refusal) -> (String, Caret?) {
    let transaction = try undoLog.undo(in: target)
    applyAll(transaction)
    return (transaction.title, transaction.after)
  }

  /// Does again what was undone last in `target`.
  ///
  /// - Throws: ``UndoLog/Refusal``.
  package mutating func redo(in target: Transaction.Target) throws(UndoLog.Refusal) -> (String, Caret?) {
    let transaction = try undoLog.redo(in: target)
    applyAll(transaction)
    return (transaction.title, transaction.after)
  }

  /// Ends the transaction that typing extends.
  package mutating func sealUndo() { undoLog.seal() }

  private mutating func applyAll(_ transaction: Transaction) {
    for change in transaction.changes { apply(change) }
  }

  private mutating func apply(_ change: Transaction.Change) {
    switch change {
    case .answer(let id, let edit, _):
      do {
        _ = try apply(edit, to: id)
      } catch {
        assertionFailure("The undo log and the answer disagree: \(error)")
      }
    case .fact(let reference, let old, let fact):
      values.register[reference] = fact
      counts.forgetAll()
      let before = unsavedFacts[reference]?.before ?? old
      unsavedFacts[reference] = FactChange(before: before, after: fact)
      markUnread(using: reference)
    case .file: break  // The loop has written it.
    }
  }

  private mutating func apply(_ edit: Edit, to id: AnswerID) throws(EditError) -> Edit {
    guard let index = index(of: id) else { throw .badRange("the bid, which has no such answer") }
    noteWordsBeforeEdit(at: index)
    let inverse = try answers[index].answer.apply(edit)
    answers[index].revision += 1
    answers[index].unjournalled.append(edit)
    note(edit, in: index)
    return inverse
  }

  /// Marks what `edit` changed to be read again, and forgets what it removed.
  private mutating func note(_ edit: Edit, in index: Int) {
    let id = answers[index].id
    spelling.note(edit, of: id)
    switch edit {
    case .text(let block, _, _, _, _):
      if let place = answers[index].answer.place(of: block) {
        counts.forget(answers[index].answer.parts[place.part].id, of: id)
      }
      markUnread(UnreadBlock(answer: id, block: block))
    case .blocks, .parts:
      counts.forget(id)
      let blocks = answers[index].answer.parts.flatMap(\.blocks).map(\.id)
      let left = Set(blocks)
      readings.keepOnly(left, of: id)
      quotes.keepOnly(left, of: id)
      claims.keepOnly(left, of: id)
      findings.keepOnly(blocks, of: id)
      switch edit {
      case .blocks(_, _, _, let blocks): markUnread(blocks, of: id)
      case .parts(_, _, let parts): markUnread(parts.flatMap(\.blocks), of: id)
      default: break
      }
      compareWhenRead()
    case .frontMatter(let value):
      var problems: [FrontMatterProblem] = []
      let question = value.map { Question($0, problems: &problems) } ?? Question()
      let old = answers[index].question
      let isElse = (question.template, question.templateVersion) != (old.template, old.templateVersion)
      if isElse { counts.forget(id) }
      let asksElse = isElse || !question.asksTheSame(as: old)
      answers[index].question = question
      if asksElse { markUnread(answers[index].answer) }
    }
  }

  private mutating func markUnread(_ blocks: [Block], of id: AnswerID) {
    for block in blocks { markUnread(UnreadBlock(answer: id, block: block.id)) }
  }

  private mutating func markUnread(_ block: UnreadBlock) {
    if unread.last != block { unread.append(block) }
  }

  /// Marks every block of `answer` to be read.
  mutating func markUnread(_ answer: Answer) {
    for part in answer.parts { markUnread(part.blocks, of: answer.id) }
  }

  /// Marks the blocks that quote the KPI of `reference`, in any scope, or state a figure in its words.
  mutating func markUnread(using reference: KPIReference) {
    let scopes = measures.scopes
    measures = RegisterMeasures(values)
    let title = values.set[reference.kpi]?.title ?? ""
    for answer in answers {
      // The name of a new scope may part or join any claim.
      guard measures.scopes == scopes else {
        markUnread(answer.answer)
        continue
      }
      let naming = Set(claims.blocks(of: answer.id, naming: title))
      for part in answer.answer.parts {
        for block in part.blocks where naming.contains(block.id) || block.text.contains(reference.kpi) {
          markUnread(UnreadBlock(answer: answer.id, block: block.id))
        }
      }
    }
  }
}
