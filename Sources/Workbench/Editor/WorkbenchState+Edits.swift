import BidModel

extension WorkbenchState {
  /// Whether the answer in hand may be edited; when not, says why.
  mutating func canEdit() -> Bool {
    guard let reason = session.answers[currentIndex].readOnlyReason else {
      if !lockedAnswers.contains(editor.answer), !mayEditSigned(session.answers[currentIndex]) {
        return false
      }
      if lockedAnswers.insert(editor.answer).inserted { effects.append(.lock(editor.answer)) }
      return true
    }
    say(reason, as: .warning)
    return false
  }

  /// Performs edits of the answer in hand, as one transaction that ends with the cursor where it is now.
  mutating func perform(_ title: String, _ edits: [Edit], from before: TextPosition, joins: Bool = false) {
    let id = editor.answer
    let caret = { (position: TextPosition) in
      Caret(answer: id, block: position.block, offset: position.offset)
    }
    editor.goalColumn = nil
    editor.anchor = nil
    do {
      try session.perform(
        title, edits, in: id, from: caret(before), to: caret(editor.caret), joins: joins)
      if case .text? = edits.first, edits.count == 1 {
        spelling.typingEnd = SpellingState.TypingEnd(answer: id, position: editor.caret)
      }
    } catch {
      editor.caret = before
      say("\(title) was not done: \(error)", as: .error)
    }
  }

  /// Takes back, or does again, the newest change of the file in hand.
  ///
  /// - Parameter hasWritten: Whether the files of other bids that go with it are written.
  mutating func undo(redoing: Bool, hasWritten: Bool = false) {
    if studio != nil { return undoInStudio(redoing: redoing) }
    let target: Transaction.Target = focus == .kpis ? .register : .answer(editor.answer)
    if case .answer(let id) = target, !lockedAnswers.contains(id) {
      // What was done in an earlier session is only taken back once nobody else can be at the file.
      guard session.answers[currentIndex].readOnlyReason == nil else { return _ = canEdit() }
      return effects.append(.lockFirst(id, redoing ? .redo : .undo))
    }
    if case .answer = target, !canEdit() { return }
    do {
      let files = hasWritten ? [] : try session.otherFiles(in: target, redoing: redoing)
      guard files.isEmpty else { return effects.append(.rewrite(files, redoing: redoing)) }
      let (title, caret) = try redoing ? session.redo(in: target) : session.undo(in: target)
      if let caret, caret.answer == editor.answer { place(caret) } else { settleCaret() }
      if target == .register { effects.append(.saveRegister) }
      effects.append(.compareWithFile(editor.answer))
      say("\(redoing ? "Redone" : "Undone"): \(title)", as: .note)
      followUndo(of: title, redoing: redoing)
    } catch {
      say(error.description, as: .note)
    }
  }

  /// Puts the cursor where `caret` says, or as near as the text allows.
  mutating func place(_ caret: Caret) {
    guard let place = currentAnswer.place(of: caret.block) else { return }
    let length = currentAnswer[place].text.utf8.count
    editor.caret = TextPosition(block: caret.block, offset: min(caret.offset, length))
    editor.anchor = nil
    editor.goalColumn = nil
  }

  /// Puts the cursor at a line of the file, and a code point of it, both from 1.
  package mutating func goToLine(_ line: Int, column: Int) {
    guard let place = currentAnswer.place(ofLine: line) else {
      return say("The file has no line \(line).", as: .note)
    }
    let block = currentAnswer[place]
    let start = block.text.unicodeScalars.prefix(max(0, column - 1))
    editor.caret = TextPosition(block: block.id, offset: String(start).utf8.count)
    editor.anchor = nil
  }

  /// Selects `range` of a block and brings it into view.
  mutating func reveal(_ range: Range<Int>?, of block: BlockID, in id: AnswerID) {
    show(id)
    guard let place = currentAnswer.place(of: block) else { return }
    let length = currentAnswer[place].text.utf8.count
    let start = min(range?.lowerBound ?? 0, length)
    let end = min(range?.upperBound ?? 0, length)
    editor.caret = TextPosition(block: block, offset: end)
    editor.anchor = start < end ? TextPosition(block: block, offset: start) : nil
    focus = .editor
  }

  /// Selects words that may go over several blocks and brings them into view.
  mutating func reveal(_ pieces: [AnchorPlace.Piece], in id: AnswerID) {
    guard let first = pieces.first, let last = pieces.last else { return show(id) }
    reveal(last.range, of: last.block, in: id)
    guard first.block != last.block, let place = currentAnswer.place(of: first.block) else { return }
    let length = currentAnswer[place].text.utf8.count
    editor.anchor = TextPosition(block: first.block, offset: min(first.range.lowerBound, length))
  }

  /// Shows an answer in the editor, with the cursor where it was left.
  mutating func show(_ id: AnswerID) {
    guard id != editor.answer, let index = session.index(of: id) else { return }
    session.sealUndo()
    parked[editor.answer] = editor
    if !loadedHistories.contains(id) { effects.append(.loadHistory(id)) }
    let area = editor.area
    editor = parked[id] ?? EditorState(answer: session.answers[index].answer)
    editor.area = area
    // What the panes list is another answer's: they begin at their top.
    for pane in [PaneID.coverage, .kpis, .findings, .guidance, .plan] {
      lists[pane]?.selected = 0
      lists[pane]?.top = 0
    }
    settleCaret()
    editor.layouts.removeAll()
    editor.painted = []
  }
}
