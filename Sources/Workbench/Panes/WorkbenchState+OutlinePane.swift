import BidModel
import Screen

extension WorkbenchState {
  /// The questions with their state, weight and share of the limit; under the one in hand, its parts
  /// with how far each has got.
  mutating func outlineRows(width: Int) -> [PaneRow] {
    var rows: [PaneRow] = []
    for index in session.answers.indices {
      let answer = session.answers[index]
      let isShown = answer.id == editor.answer
      let weight = answer.question.weight.map { "\(Int($0))%" } ?? ""
      let sign = answer.isModified ? "*" : Self.sign(of: answer.question.state)
      let title = TextWidth.pad(answer.name, columns: max(4, width - weight.count - 4))
      let style = isShown ? theme.title : theme.text
      rows.append(
        PaneRow(
          [("\(sign) ", style), (title, style), (" \(weight)", theme.dim)], action: .showAnswer(answer.id)))
      if isShown { rows += partRows(of: index, width: width) }
    }
    return rows
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

  private static func sign(of state: AnswerState) -> String {
    switch state {
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
    guard let template = template.part(part.key), !template.isHidden else { return "    " }
    let targets = targets(of: answer)
    guard !targets.isEmpty else { return "    " }
    let coverage = readings.coverage(ofPart: part.id, in: answer.id)
    let wanted = template.expects.isEmpty ? MarkSet.operational : template.expects
    let reached = targets.filter { !coverage.marks(of: $0).isDisjoint(with: wanted) }.count
    let cells = (reached * 4 + targets.count - 1) / targets.count
    return String(repeating: "█", count: cells) + String(repeating: "░", count: 4 - cells)
  }
}
