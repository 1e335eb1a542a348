import BidModel

extension WorkbenchState {
  /// Opens the box in which is typed what to find, with what is selected in it; in an open box, adds the
  /// field for what to put in its place.
  mutating func openFind(replacing: Bool) {
    if case .find(var box) = overlays.last {
      box.isReplacing = box.isReplacing || replacing
      box.isInReplacement = replacing && !find.query.text.isEmpty
      overlays[overlays.count - 1] = .find(box)
      return
    }
    focus = .editor
    if let words = selectedText, !words.utf8.contains(0x0A), words.utf8.count <= 200 {
      find.query.text = words
      find.query.isPattern = false
    }
    var start = editor.caret
    if let selection = editor.selection { start = inOrder(selection).0 }
    let origin = FindBox.Origin(
      answer: editor.answer, part: currentPart?.id, caret: start, anchor: editor.anchor, top: editor.top)
    find.others = nil
    overlays.append(.find(FindBox(origin: origin, isReplacing: replacing)))
    searchAgain()
  }

  /// Makes the search of the open box, and shows the first match from where the writer was.
  mutating func searchAgain() {
    guard case .find(let box) = overlays.last else { return }
    refreshHits(answer: box.origin.answer, part: box.origin.part)
    let start = hitOrder(of: box.origin.caret, in: box.origin.answer)
    guard let index = find.hits.firstIndex(where: { !isBefore($0, start) }) ?? find.hits.indices.first else {
      return goBack(to: box.origin)
    }
    showHit(index)
  }

  /// Searches anew when the text was changed under an open box.
  mutating func searchAgainIfStale() {
    guard case .find(let box) = overlays.last, find.revision != session.revision else { return }
    let (current, count) = (find.current, find.hits.count)
    refreshHits(answer: box.origin.answer, part: box.origin.part)
    if find.hits.count == count { find.current = current }
  }

  /// Goes `step` matches on, round at the ends.
  mutating func goToHit(_ step: Int) {
    var (answer, part) = (editor.answer, currentPart?.id)
    if case .find(let box) = overlays.last { (answer, part) = (box.origin.answer, box.origin.part) }
    guard !find.query.text.isEmpty else {
      return say("Nothing was searched for yet: Ctrl-F finds.", as: .note)
    }
    refreshHits(answer: answer, part: part)
    if let fault = find.fault { return say(fault, as: .warning) }
    guard !find.hits.isEmpty else { return say("‘\(find.query.text)’: \(find.countText).", as: .note) }
    let ends = editor.selection.map { inOrder($0) } ?? (editor.caret, editor.caret)
    let here = hitOrder(of: step > 0 ? ends.1 : ends.0, in: editor.answer)
    let found =
      step > 0
      ? find.hits.firstIndex { !isBefore($0, here) } : find.hits.lastIndex { isBefore($0, here) }
    showHit(found ?? (step > 0 ? 0 : find.hits.count - 1))
    let note = found == nil ? step > 0 ? ", from the start again" : ", from the end again" : ""
    say("‘\(find.query.text)’: \(find.countText)\(note).", as: .note)
  }

  /// Closes the box and leaves the cursor at the match; with a second field, goes on to the preview, and
  /// with matches in other bids, to the list of them.
  mutating func acceptFind() {
    guard case .find(let box) = overlays.last else { return }
    if let fault = find.fault { return say(fault, as: .warning) }
    if box.isReplacing { return effects.append(.previewReplacement) }
    overlays.removeLast()
    if !find.elsewhere.isEmpty { overlays.append(.sheet(.elsewhere(ListState()))) }
    guard !find.query.text.isEmpty else { return }
    say("‘\(find.query.text)’: \(find.countText).", as: .note)
  }

  /// Closes the box and goes back to where the writer was.
  mutating func cancelFind() {
    guard case .find(let box) = overlays.last else { return }
    overlays.removeLast()
    find.others = nil
    goBack(to: box.origin)
  }

  /// Changes how or where is searched, and searches.
  mutating func changeFind(_ change: (inout FindState) -> Void) {
    change(&find)
    if find.scope == .workspace, find.others == nil { effects.append(.readOtherBids) }
    searchAgain()
  }

  /// Goes to the other field of the box.
  mutating func switchFindField() {
    guard case .find(var box) = overlays.last, box.isReplacing else { return }
    box.isInReplacement.toggle()
    overlays[overlays.count - 1] = .find(box)
  }

  /// Changes the text of the field in hand.
  mutating func editFindField(_ change: (inout String) -> Void) {
    guard case .find(var box) = overlays.last else { return }
    if box.isInReplacement { box.oldFields.replacement = false } else { box.oldFields.query = false }
    overlays[overlays.count - 1] = .find(box)
    guard !box.isInReplacement else { return change(&find.replacement) }
    change(&find.query.text)
    searchAgain()
  }

  /// Types into the field in hand; what an earlier box left in it goes.
  mutating func typeInFind(_ text: String) {
    guard case .find(let box) = overlays.last else { return }
    let isOld = box.isInReplacement ? box.oldFields.replacement : box.oldFields.query
    editFindField { $0 = isOld ? text : $0 + text }
  }

  /// Takes the other bids of the workspace, as the loop has read them.
  mutating func takeOtherBids(_ bids: [OtherBid]) {
    find.others = bids
    searchAgain()
  }

  private mutating func refreshHits(answer: AnswerID, part: PartID?) {
    find.hits = []
    find.elsewhere = []
    find.current = nil
    find.fault = nil
    find.revision = session.revision
    guard !find.query.text.isEmpty else { return }
    do {
      let search = try TextSearch(find.query)
      var budget = SearchBudget()
      find.hits = try session.hits(
        of: search, in: find.scope, answer: answer, part: part, budget: &budget)
      guard find.scope == .workspace else { return }
      var rest = SearchBudget()
      for bid in find.others ?? [] { find.elsewhere += try bid.hits(of: search, budget: &rest) }
    } catch {
      find.hits = []
      find.elsewhere = []
      find.fault = error.description
    }
  }

  private mutating func showHit(_ index: Int) {
    let hit = find.hits[index]
    find.current = index
    reveal(hit.match.range, of: hit.block, in: hit.answer)
  }

  private mutating func goBack(to origin: FindBox.Origin) {
    show(origin.answer)
    editor.caret = origin.caret
    editor.anchor = origin.anchor
    editor.top = origin.top
    settleCaret()
  }

  /// Where a position stands in the bid, to be compared with matches.
  private func hitOrder(of position: TextPosition, in id: AnswerID) -> HitOrder {
    let index = session.index(of: id) ?? 0
    let answer = session.answers[index].answer
    return HitOrder(
      answer: index, place: answer.place(of: position.block) ?? BlockPlace(part: 0, block: 0),
      offset: position.offset)
  }

  private func isBefore(_ hit: SearchHit, _ order: HitOrder) -> Bool {
    let index = session.index(of: hit.answer) ?? 0
    guard index == order.answer else { return index < order.answer }
    let place = session.answers[index].answer.place(of: hit.block) ?? BlockPlace(part: 0, block: 0)
    return (place, hit.match.range.lowerBound) < (order.place, order.offset)
  }

  /// The place of a position in the bid.
  private struct HitOrder {
    var answer: Int
    var place: BlockPlace
    var offset: Int
  }
}

extension WorkbenchState {
  /// Puts the cursor back into the text when what it stood on is gone.
  mutating func settleCaret() {
    let answer = currentAnswer
    editor.caret = answer.settled(editor.caret)
    editor.anchor = editor.anchor.map { answer.settled($0) }
  }
}

extension Answer {
  /// `position`, or the nearest that the text has.
  func settled(_ position: TextPosition) -> TextPosition {
    guard let place = place(of: position.block) else {
      return TextPosition(block: parts[0].blocks[0].id, offset: 0)
    }
    let text = self[place].text
    var offset = min(position.offset, text.utf8.count)
    while text.utf8.index(text.startIndex, offsetBy: offset).samePosition(in: text.unicodeScalars) == nil {
      offset -= 1
    }
    return TextPosition(block: position.block, offset: offset)
  }
}

extension BidSession {
  /// Grows with every edit of any answer.
  var revision: Int { answers.reduce(0) { $0 + $1.revision } }
}
