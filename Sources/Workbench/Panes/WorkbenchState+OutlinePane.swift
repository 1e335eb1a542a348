import BidModel
import BidStorage
import Screen

extension WorkbenchState {
  /// The pane's name, with how its questions are chosen and ordered.
  var outlineTitle: String {
    let words = planning.outline.words
    return words.isEmpty ? "Questions" : "Questions · \(words)"
  }

  /// The questions with their state, weight, owner and use of the limit; under the one in hand, its
  /// parts with how far each has got.
  mutating func outlineRows(width: Int) -> [PaneRow] {
    let shown = session.shown(in: planning.outline)
    guard !shown.isEmpty else {
      return PaneRow.wrapped("No question is so: Esc shows all.", width: width, style: theme.dim)
    }
    return shown.flatMap { index -> [PaneRow] in
      let own = width >= 64 ? [wideRow(of: index, width: width)] : narrowRows(of: index, width: width)
      return own + (session.answers[index].id == editor.answer ? partRows(of: index, width: width) : [])
    } + unreadableRows(width: width)
  }

  /// The answers whose files cannot be read: in the list as well, so that none is thought to be gone.
  private func unreadableRows(width: Int) -> [PaneRow] {
    session.unreadable.flatMap { problem in
      let name = problem.path.split(separator: "/").last.map { String($0).visible } ?? problem.path.visible
      return [
        PaneRow([("✗ ", theme.error), (TextWidth.clip(name, columns: max(4, width - 2)), theme.error)])
      ]
        + PaneRow.wrapped(problem.message, width: width, indent: 2, first: "  ", style: theme.dim)
    }
  }

  /// A question in a narrow pane: its name and weight, and below them state, count and writer.
  private mutating func narrowRows(of index: Int, width: Int) -> [PaneRow] {
    let answer = session.answers[index]
    let weight = answer.question.weight.map { "\(Int($0))%" } ?? ""
    let title = TextWidth.pad(answer.name, columns: max(4, width - weight.count - 4))
    let style = answer.id == editor.answer ? theme.title : theme.text
    let facts = [answer.question.state.rawValue, limitUse(of: index)]
    // Nobody is said by a dash where the words do not fit.
    let nobody = ["no writer", "–"].first {
      TextWidth.columns((facts + [$0]).joined(separator: " · ")) <= width - 2
    }
    let details = facts + [answer.question.writer ?? nobody].compactMap { $0 }
    return [
      PaneRow(
        [(sign(of: answer), style), (title, style), (" \(weight)", theme.dim)],
        action: .showAnswer(answer.id)),
      PaneRow([("  " + TextWidth.clip(details.joined(separator: " · "), columns: width - 2), theme.dim)]),
    ]
  }

  /// A question in a wide pane: one row, in columns.
  private mutating func wideRow(of index: Int, width: Int) -> PaneRow {
    let answer = session.answers[index]
    let question = answer.question
    let weight = question.weight.map { "\(Int($0))%" } ?? ""
    let columns =
      " " + TextWidth.pad(weight, columns: 4, alignment: .trailing) + "  "
      + TextWidth.pad(question.state.rawValue, columns: 11) + "  "
      + TextWidth.pad(limitUse(of: index), columns: 9, alignment: .trailing) + "  "
      + TextWidth.pad(question.writer ?? "no writer", columns: 9) + "  "
      + TextWidth.pad(question.due ?? "", columns: 10)
    let style = answer.id == editor.answer ? theme.title : theme.text
    let room = max(4, width - TextWidth.columns(columns) - 2)
    return PaneRow(
      [
        (sign(of: answer), style), (TextWidth.pad(answer.name, columns: room), style),
        (columns, theme.dim),
      ],
      action: .showAnswer(answer.id))
  }

  /// How much of its limit an answer has used, such as `412/750`, with a sign when it is over.
  private mutating func limitUse(of index: Int) -> String {
    let count = session.count(ofAnswerAt: index).total
    guard let limit = session.answers[index].question.limit else {
      return session.rule.defaultUnit.phrase(count[session.rule.defaultUnit])
    }
    let used = count[limit.unit]
    return "\(used)/\(limit.amount)" + (used > limit.amount ? "!" : "")
  }

  private mutating func partRows(of index: Int, width: Int) -> [PaneRow] {
    let answer = session.answers[index].answer
    let count = session.count(ofAnswerAt: index)
    let unit = session.answers[index].question.limit?.unit ?? session.rule.defaultUnit
    return answer.parts.enumerated().compactMap { offset, part in
      guard let title = part.title else { return nil }
      let strip = session.strip(ofPart: part, in: session.answers[index])
      let written = count.parts[offset][unit]
      let note = TextWidth.pad(written == 0 ? "–" : "\(written)", columns: 5, alignment: .trailing)
      let name = TextWidth.pad(title, columns: max(4, width - 4 - 5 - strip.count - 1))
      let isHere = answer.place(of: editor.caret.block)?.part == offset
      return PaneRow(
        [
          ("   ", theme.text), (name, isHere ? theme.title : theme.text), (note, theme.dim),
          (" " + strip, theme.text),
        ],
        action: .showPart(answer.id, index: offset))
    }
  }

  /// The sign of the answer's state, and behind it whether the file lacks an edit.
  private func sign(of answer: OpenAnswer) -> String {
    answer.question.state.sign + (answer.isModified ? "*" : " ")
  }
}

extension AnswerState {
  /// One sign that says how far the answer has got.
  var sign: String {
    switch self {
    case .notStarted: "○"
    case .planned: "◔"
    case .drafting: "◑"
    case .inReview: "◕"
    case .fixing: "!"
    case .signed: "✓"
    }
  }
}

extension BidSession {
  /// Four cells that say what share of a part's expected themes are at least operational, or as far
  /// as the template expects there.
  func strip(ofPart part: Part, in answer: OpenAnswer) -> String {
    guard let template = template(of: answer.answer).part(part.key), !template.isHidden else { return "    " }
    let targets = targets(of: answer)
    guard !targets.isEmpty else { return "    " }
    let coverage = readings.coverage(ofPart: part.id, in: answer.id)
    let wanted = template.expects.isEmpty ? MarkSet.operational : template.expects
    let reached = targets.filter { !coverage.marks(of: $0).isDisjoint(with: wanted) }.count
    let cells = (reached * 4 + targets.count - 1) / targets.count
    return String(repeating: "█", count: cells) + String(repeating: "░", count: 4 - cells)
  }
}
