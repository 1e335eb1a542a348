import BidModel

extension WorkbenchState {
  /// Goes to the outline and shows the next or the previous choice of questions; empty ones are passed.
  mutating func changeOutlineFilter(by step: Int) {
    goToPane(.outline)
    let all = OutlineFilter.choices
    var index = all.firstIndex(of: planning.outline.filter) ?? 0
    repeat {
      index = (index + step + all.count) % all.count
      planning.outline.filter = all[index]
    } while all[index] != .all && session.shown(in: planning.outline).isEmpty
    lists[.outline] = ListState()
  }

  /// Goes to the outline and orders it another way.
  mutating func changeOutlineOrder() {
    goToPane(.outline)
    let all = OutlineOrder.allCases
    let index = all.firstIndex(of: planning.outline.order) ?? 0
    planning.outline.order = all[(index + 1) % all.count]
    lists[.outline] = ListState()
  }

  /// Adds typed letters to what the outline looks for.
  mutating func typeInOutline(_ text: String) {
    planning.outline.query += text.filter { !$0.isNewline }
    lists[.outline] = ListState()
  }

  /// Takes the last letter off what the outline looks for.
  mutating func eraseInOutline() {
    planning.outline.query = String(planning.outline.query.dropLast())
    lists[.outline] = ListState()
  }

  /// Shows every question again, or goes to the text when all are shown.
  mutating func leavePane() {
    guard focus == .outline, planning.outline.isFiltered else {
      focus = .editor
      return
    }
    planning.outline.query = ""
    planning.outline.filter = .all
    lists[.outline] = ListState()
  }

  /// The answer that the outline's selected row names, when the keys are there; else the one in hand.
  mutating func answerInHand() -> AnswerID {
    guard focus == .outline else { return editor.answer }
    let rows = rows(of: .outline, width: paneWidth)
    let selected = lists[.outline]?.selected ?? 0
    guard rows.indices.contains(selected) else { return editor.answer }
    switch rows[selected].action {
    case .showAnswer(let id), .showPart(let id, _): return id
    default: return editor.answer
    }
  }
}
