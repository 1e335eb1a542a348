import BidModel
import Screen

/// What applying a template would do, with each paragraph that somebody must send somewhere.
package struct PlacementBox: Hashable, Sendable {
  package var plan: TemplatePlan
  package var list = ListState()
  /// Paragraphs of parts that are split or have no successor, in the order of the answers.
  package var paragraphs: [Paragraph]
  /// Whether the template is offered, so that it can be declined.
  package var isOffer: Bool

  /// A paragraph that may go to several places.
  package struct Paragraph: Hashable, Sendable {
    /// The answer's place in the plan.
    var item: Int
    var block: BlockID
    var text: String
    /// Keys of parts, the first where it goes if nobody says; `nil` for staying unplaced.
    var choices: [String?]
    var chosen = 0
    /// Whether it was not submitted and would not be.
    var isPrivate = false
  }

  package init(_ plan: TemplatePlan, in session: BidSession, isOffer: Bool) {
    self.plan = plan
    self.isOffer = isOffer
    paragraphs = []
    for (index, item) in plan.items.enumerated() {
      for part in session[item.answer]?.answer.parts ?? [] {
        guard let key = part.key else { continue }
        let targets = item.mapping.targets(of: key)
        guard targets.count != 1, item.mapping.origin.part(key) != nil else { continue }
        let all: [String?] = [nil] + plan.target.parts.map(\.key)
        for block in part.blocks where !block.isEmpty {
          paragraphs.append(
            Paragraph(
              item: index, block: block.id, text: block.text,
              choices: targets.isEmpty ? all : targets.map(\.self),
              isPrivate: item.mapping.origin.part(key)?.isSubmitted == false))
        }
      }
    }
  }

  /// The plan with what was chosen.
  package var chosenPlan: TemplatePlan {
    var plan = plan
    for paragraph in paragraphs where paragraph.chosen > 0 {
      guard let key = paragraph.choices[paragraph.chosen] else { continue }
      plan.items[paragraph.item].places[paragraph.block] = key
    }
    return plan
  }

  /// How many paragraphs of parts that are submitted would stay without one.
  var unplaced: Int {
    paragraphs.count { paragraph in
      guard paragraph.choices[paragraph.chosen] == nil else { return false }
      return !paragraph.isPrivate
    }
  }

  /// What Enter does on the selected row, for the last line.
  var hint: String {
    guard rows.indices.contains(list.selected) else { return "Esc closes" }
    switch rows[list.selected] {
    case .apply:
      return "Enter applies · Down to the paragraphs: Left and Right send them elsewhere · Esc closes"
    case .decline: return "Enter declines it · Esc closes"
    case .words: return "Up to the first row, where Enter applies · Esc closes"
    case .paragraph:
      return "Enter, Left and Right send it elsewhere · Up to the first row to apply · Esc closes"
    }
  }

  /// What the rows are, in order.
  enum Row: Hashable {
    case apply, decline
    case words(String)
    case paragraph(Int)
  }

  var rows: [Row] {
    var rows: [Row] = isOffer ? [.apply, .decline] : [.apply]
    var said: Set<String> = []
    for item in plan.items {
      for sentence in item.mapping.sentences where said.insert(sentence).inserted {
        rows.append(.words(sentence))
      }
    }
    var shown: Int?
    for (index, paragraph) in paragraphs.enumerated() {
      if shown != paragraph.item {
        rows.append(.words("\(plan.items[paragraph.item].name): where does each paragraph go?"))
        shown = paragraph.item
      }
      rows.append(.paragraph(index))
    }
    return rows
  }
}

extension WorkbenchState {
  /// The rows of the box.
  func rows(of box: PlacementBox, width: Int) -> [PaneRow] {
    box.rows.map { row in
      switch row {
      case .apply:
        let count = box.plan.items.count
        let title = "Apply to \(count) \(count == 1 ? "answer" : "answers")"
        let homeless = box.unplaced
        guard homeless > 0 else { return PaneRow([(title, theme.title)]) }
        let words = homeless == 1 ? "1 paragraph stays unplaced" : "\(homeless) paragraphs stay unplaced"
        return PaneRow([(title, theme.title), (" · \(words)", theme.warning)])
      case .decline:
        return PaneRow([("Decline version \(box.plan.target.version): do not offer it again", theme.text)])
      case .words(let words): return PaneRow([(TextWidth.clip(words, columns: width), theme.dim)])
      case .paragraph(let index):
        let paragraph = box.paragraphs[index]
        let key = paragraph.choices[paragraph.chosen]
        let title =
          key.map { box.plan.target.part($0)?.title ?? $0 }
          ?? (paragraph.isPrivate ? "not submitted" : "unplaced")
        let place = TextWidth.pad("→ \(title)", columns: min(26, width / 3))
        let words = TextWidth.clip(paragraph.text, columns: max(1, width - TextWidth.columns(place) - 3))
        return PaneRow([("  " + place + " ", key == nil ? theme.warning : theme.good), (words, theme.text)])
      }
    }
  }

  /// Sends the selected paragraph to its next place.
  mutating func sendElsewhere(by step: Int) {
    guard case .sheet(.placement(var box)) = overlays.last, box.rows.indices.contains(box.list.selected),
      case .paragraph(let index) = box.rows[box.list.selected]
    else { return }
    let count = box.paragraphs[index].choices.count
    box.paragraphs[index].chosen = (box.paragraphs[index].chosen + step + count) % count
    overlays[overlays.count - 1] = .sheet(.placement(box))
  }

  /// Applies or declines the plan, or sends the selected paragraph on.
  mutating func open(_ box: PlacementBox) {
    guard box.rows.indices.contains(box.list.selected) else { return }
    switch box.rows[box.list.selected] {
    case .apply:
      overlays.removeLast()
      effects.append(.studio(.apply(box.chosenPlan)))
    case .decline:
      overlays.removeLast()
      effects.append(.studio(.decline(box.plan)))
    case .paragraph: sendElsewhere(by: 1)
    case .words: break
    }
  }

  /// Applies a plan whose answers are locked, as one step.
  mutating func perform(_ plan: TemplatePlan, isDeclined: Bool) {
    let id = editor.answer
    let caret = Caret(answer: id, block: editor.caret.block, offset: editor.caret.offset)
    editor.anchor = nil
    do {
      if isDeclined {
        try session.decline(plan)
      } else {
        try session.apply(plan, from: caret, to: caret)
      }
    } catch {
      return say("Nothing was changed: \(error)", as: .error)
    }
    for item in plan.items where item.answer != id { parked[item.answer] = nil }
    settleCaret()
    editor.painted = []
    let answers = plan.items.count == 1 ? "1 answer" : "\(plan.items.count) answers"
    if !isDeclined, let first = plan.items.first?.answer {
      touchStudio { $0.applied = .init(revision: $0.text.revision, answer: first) }
      effects.append(.studio(.refresh))
    }
    // Outside the studio undo means the answer in hand, which the plan may have left alone.
    let isHere = openTemplate != nil || plan.items.contains { $0.answer == id }
    let undo = isHere ? "Ctrl-Z takes all of it back" : "Ctrl-Z in one of them takes all of it back"
    say(
      isDeclined
        ? "Version \(plan.target.version) will not be offered again for \(answers); Alt-S saves that."
        : "\(plan.target.title) \(plan.target.version) is applied to \(answers); \(undo),"
          + " Alt-S saves all.",
      as: .note)
  }
}
