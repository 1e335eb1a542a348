import BidAnalysis
import BidModel
import Screen

extension WorkbenchState {
  /// The sentences of the answer in hand, the one that earns least first.
  func cutCandidates() -> [CutCandidate] {
    let open = session.answers[currentIndex]
    let list = CutList(
      coverage: session.readings.coverage(of: open.id), targets: session.targets(of: open),
      themes: session.themes, values: session.values, rule: session.rule,
      asks: AskWords(open.question.subAsks, acronyms: session.checks.context.acronyms),
      keyMessage: AnswerPlan(open.answer, template: currentTemplate).keyMessage?.text ?? "")
    return list.candidates(in: open.answer, template: currentTemplate) {
      session.readings.reading(of: $0, in: open.id)
    }
  }

  /// The cut helper: what each sentence saves, what is left over after it and all above it are cut, and
  /// why it stands there.
  mutating func cutHelper(selected: Int, width: Int) -> PageContent {
    let open = session.answers[currentIndex]
    let count = session.count(ofAnswerAt: currentIndex).total
    let unit = open.question.limit?.unit ?? session.rule.defaultUnit
    let over = open.question.limit.map { count[unit] - $0.amount }
    var content = PageContent(title: "Cut helper · \(open.name)")
    content.head = PaneRow.wrapped(
      Self.standing(over: over, unit: unit, limit: open.question.limit)
        + " Enter goes there, Delete cuts the sentence, Ctrl-Z brings it back.",
      width: width, style: theme.dim)
    let candidates = cutCandidates()
    var left = over ?? 0
    for candidate in candidates {
      left -= candidate.count[unit]
      let after = over == nil ? "" : left > 0 ? "→ \(left) over" : "→ fits"
      let start =
        TextWidth.pad("\(candidate.count[unit])", columns: 4, alignment: .trailing) + "  "
        + TextWidth.pad(after, columns: 11) + " "
        + TextWidth.pad(candidate.reasons[0], columns: width >= 90 ? 30 : 20) + " "
      let room = max(0, width - TextWidth.columns(start))
      content.rows.append(
        PaneRow(
          [(start, theme.text), (TextWidth.clip(candidate.text, columns: room), theme.dim)],
          action: .reveal(open.id, candidate.block, candidate.range)))
    }
    if candidates.isEmpty { content.rows = [PaneRow([("No sentence is written here yet.", theme.dim)])] }
    if candidates.indices.contains(selected) {
      let chosen = candidates[selected]
      content.foot =
        [
          PaneRow([
            (
              TextWidth.clip("\(chosen.part): \(chosen.reasons.joined(separator: "; "))", columns: width),
              theme.title
            )
          ])
        ] + PaneRow.wrapped(chosen.text, width: width, style: theme.text)
    }
    return content
  }

  private static func standing(over: Int?, unit: CountUnit, limit: Question.Limit?) -> String {
    guard let over, let limit else { return "The question has no limit." }
    if over > 0 { return "\(unit.phrase(over)) over the limit of \(limit.amount)." }
    return over == 0 ? "Exactly at the limit." : "Within the limit: \(unit.phrase(-over)) to spare."
  }

  /// Takes the selected sentence out, as one step, and stays in the helper.
  mutating func cutSelectedSentence() {
    guard case .page(let page) = overlays.last, page.kind == .cut else {
      return say("There is nothing to delete here.", as: .note)
    }
    let candidates = cutCandidates()
    guard candidates.indices.contains(page.selected), canEdit() else { return }
    let chosen = candidates[page.selected]
    let answer = currentAnswer
    guard let place = answer.place(of: chosen.block) else { return }
    let block = answer[place]
    let range = Self.withSpace(chosen.range, in: block.text)
    let before = editor.caret
    session.sealUndo()
    let part = answer.parts[place.part]
    if range.count == block.text.utf8.count, part.blocks.count > 1 {
      let next = place.block + 1 < part.blocks.count ? place.block + 1 : place.block - 1
      editor.caret = TextPosition(block: part.blocks[next].id, offset: 0)
      perform("Cut sentence", [.blocks(part.id, at: place.block, count: 1, with: [])], from: before)
    } else {
      editor.caret = TextPosition(block: chosen.block, offset: range.lowerBound)
      perform(
        "Cut sentence",
        [.text(chosen.block, offset: range.lowerBound, length: range.count, with: "", source: nil)],
        from: before)
    }
    session.sealUndo()
    say("Cut \(CountUnit.words.phrase(chosen.count.words)); Ctrl-Z brings it back.", as: .note)
  }

  /// The sentence with the space that parts it from the next, or from the one before when it is the last.
  private static func withSpace(_ range: Range<Int>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    var end = min(range.upperBound, bytes.count)
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x0A { end += 1 }
    var start = min(range.lowerBound, end)
    if end == bytes.count {
      while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A { start -= 1 }
    }
    return start..<end
  }
}
