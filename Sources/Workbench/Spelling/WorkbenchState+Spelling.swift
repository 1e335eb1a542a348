import BidModel

extension WorkbenchState {
  /// Looks at the blocks in view that changed since they were looked at.
  ///
  /// - Returns: Whether something is to be underlined, or no longer, that was painted otherwise.
  /// - Complexity: O(*n*) in the text of those blocks, and one step for each row of the view.
  mutating func lookAtSpellingInView() -> Bool {
    guard spelling.readiness == .ready, spelling.isShown else { return false }
    var hasChanged = false
    var last: BlockPlace?
    for row in editor.painted {
      guard let place = row.line?.block, place != last else { continue }
      last = place
      if lookAtSpelling(of: place) { hasChanged = true }
    }
    return hasChanged
  }

  /// Looks at a block, unless what is known of it still holds.
  ///
  /// - Returns: Whether its misspellings are others than before.
  private mutating func lookAtSpelling(of place: BlockPlace) -> Bool {
    let answer = editor.answer
    let block = session.answers[currentIndex].answer[place]
    let old = session.spelling[answer, block.id]
    let open = openOffset(in: block.id)
    if let old, !old.isStale, !old.isPending, old.revision == spelling.revision,
      !old.hasOpenWord || open != nil
    {
      return false
    }
    let new = spelling.look(at: block, after: old, open: open)
    session.spelling[answer, block.id] = new
    return new.faults != (old?.faults ?? [])
  }

  /// The cursor's offset in a block, when it stands where typing ended: the word there is not finished.
  private func openOffset(in block: BlockID) -> Int? {
    guard let end = spelling.typingEnd, end.answer == editor.answer, end.position == editor.caret,
      end.position.block == block
    else { return nil }
    return end.position.offset
  }

  /// Looks at the whole answer in hand.
  ///
  /// - Returns: Whether every word has a verdict.
  mutating func lookAtSpellingOfAnswer() -> Bool {
    let answer = currentAnswer
    var isKnown = true
    for part in answer.parts.indices {
      for block in answer.parts[part].blocks.indices {
        _ = lookAtSpelling(of: BlockPlace(part: part, block: block))
        if session.spelling[answer.id, answer.parts[part].blocks[block].id]?.isPending == true {
          isKnown = false
        }
      }
    }
    return isKnown
  }

  /// Takes what the worker has to say.
  mutating func take(_ news: SpellingNews) {
    switch news {
    case .loaded(let vocabulary, let missing):
      spelling.vocabulary = vocabulary
      spelling.readiness = missing.map { .missing($0) } ?? .ready
      if let missing, message == nil { say(missing, as: .note) }
    case .checked(let verdicts):
      spelling.take(verdicts)
      goOnWalking()
    case .suggestions(let word, let found):
      spelling.suggestions[word] = found
      guard case .spelling(var box) = overlays.last, box.word == word else { return }
      box.suggestions = found
      overlays[overlays.count - 1] = .spelling(box)
    case .meanings(let word, let meanings): offerSynonyms(of: word, meanings)
    }
  }

  /// Goes to a misspelling, at once or when its words have verdicts.
  mutating func walkSpelling(_ direction: SpellingWalk.Direction, opensBox: Bool) {
    switch spelling.readiness {
    case .off: return say("Spelling is off here.", as: .note)
    case .loading: return say("The dictionary is still being loaded.", as: .note)
    case .missing(let reason): return say(reason, as: .note)
    case .ready: break
    }
    // A word that was just typed is looked at as well, now that it is asked for.
    spelling.typingEnd = nil
    focus = .editor
    spelling.walk = SpellingWalk(
      direction: direction, opensBox: opensBox, answer: editor.answer, start: editor.caret,
      revision: session.answers[currentIndex].revision)
    goOnWalking()
  }

  /// Ends a walk that has all its verdicts; gives up one that the writer has left.
  private mutating func goOnWalking() {
    guard let walk = spelling.walk else { return }
    guard walk.answer == editor.answer, walk.start == editor.caret, overlays.isEmpty,
      walk.revision == session.answers[currentIndex].revision
    else {
      spelling.walk = nil
      return
    }
    guard lookAtSpellingOfAnswer(), !spelling.awaitsVerdicts else { return }
    spelling.walk = nil
    guard let (block, fault) = misspelling(walk.direction) else {
      // What was said of the word before stays to be read.
      guard walk.opensBox else { return say("No misspelt words in this answer.", as: .note) }
      var notice = Choice(
        title: "Spelling", text: ["No misspelt words in this answer."],
        options: [Choice.Option("Back to the text", [])])
      notice.isNotice = true
      return overlays.append(.choice(notice))
    }
    reveal(fault, of: block, in: editor.answer)
    editor.unpainted = .everything
    if walk.opensBox { openSpellingBox(block, fault) }
  }

  /// The misspelling that `direction` leads to from the cursor, going round at the end of the answer.
  private func misspelling(_ direction: SpellingWalk.Direction) -> (BlockID, Range<Int>)? {
    let all = misspellings
    guard let caret = currentAnswer.place(of: editor.caret.block) else { return nil }
    let start = editor.selection.map { inOrder($0).0.offset } ?? editor.caret.offset
    let here = editor.caret.offset
    let found =
      switch direction {
      case .here: all.first { ($0.place, $0.fault.upperBound) >= (caret, start) }
      case .next: all.first { ($0.place, $0.fault.lowerBound) >= (caret, here) }
      case .previous: all.last { ($0.place, $0.fault.upperBound) <= (caret, start) }
      }
    return (found ?? (direction == .previous ? all.last : all.first)).map { ($0.block, $0.fault) }
  }

  /// Every misspelling of the answer in hand that is known, in the order of the text.
  var misspellings: [(place: BlockPlace, block: BlockID, fault: Range<Int>)] {
    let answer = currentAnswer
    return answer.parts.indices.flatMap { part in
      answer.parts[part].blocks.indices.flatMap { index in
        let block = answer.parts[part].blocks[index].id
        return session.spelling.faults(in: block, of: answer.id).map {
          (BlockPlace(part: part, block: index), block, $0)
        }
      }
    }
  }
}
