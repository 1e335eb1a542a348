import BidModel
import Screen

extension BidSession {
  /// Every answer with what it lacks, the worst first; ties by weight, then in the order of the questions.
  package mutating func worstFirst() -> [(index: Int, gaps: AnswerGaps)] {
    let all = answers.indices.map { (index: $0, gaps: gaps(ofAnswerAt: $0)) }
    return all.sorted { left, right in
      (-left.gaps.rank, -(answers[left.index].question.weight ?? 0), Double(left.index))
        < (-right.gaps.rank, -(answers[right.index].question.weight ?? 0), Double(right.index))
    }
  }

  /// What stands before the gaps in a line of the Thursday view: name, state, weight, count, writer, due.
  ///
  /// - Parameter isNarrow: Whether the state's sign alone is shown, and the day without its year, for a narrow
  ///   window.
  mutating func thursdayColumns(ofAnswerAt index: Int, isNarrow: Bool) -> String {
    let answer = answers[index]
    let weight = answer.question.weight.map { "\(Int($0))%" } ?? ""
    let count = countText(count(ofAnswerAt: index), of: answer)
      .replacing(" words", with: " w").replacing(" characters", with: " ch").replacing(" over)", with: "+)")
    let due = answer.question.due ?? ""
    return
      answer.question.state.sign + " " + TextWidth.pad(answer.name, columns: isNarrow ? 16 : 28) + " "
      + (isNarrow ? "" : TextWidth.pad(answer.question.state.rawValue, columns: 11) + " ")
      + TextWidth.pad(weight, columns: 4, alignment: .trailing) + " "
      + TextWidth.pad(count, columns: 13, alignment: .trailing) + " "
      + TextWidth.pad(answer.question.writer ?? "–", columns: 8) + " "
      + (isNarrow
        ? TextWidth.pad(Day(due) == nil ? due : String(due.suffix(5)), columns: 5)
        : TextWidth.pad(due, columns: 10))
  }
}

extension WorkbenchState {
  /// The Thursday view: one line a question, the worst first, and below all that the selected one lacks.
  mutating func thursday(selected: Int, width: Int) -> PageContent {
    var content = PageContent(title: "Thursday view · Enter goes there · Esc closes")
    let all = session.worstFirst()
    let ready = all.filter(\.gaps.isEmpty).count
    var head = "\(ready) of \(all.count) \(ready == 1 ? "lacks" : "lack") nothing."
    if let closes = session.heading.closes {
      let left = session.secondsNow().flatMap { closes.left(at: $0) }
      head += " Portal closes \(closes.words)" + (left.map { ": \($0)." } ?? ".")
    }
    content.head = PaneRow.wrapped(head, width: width, style: theme.dim)
    for (index, gaps) in all {
      let columns = session.thursdayColumns(ofAnswerAt: index, isNarrow: width < 100)
      let words = gaps.words.isEmpty ? "nothing missing" : gaps.words.joined(separator: "; ")
      let room = max(0, width - TextWidth.columns(columns) - 1)
      content.rows.append(
        PaneRow(
          [(columns + " ", theme.text), (TextWidth.clip(words, columns: room), style(of: gaps))],
          action: .showAnswer(session.answers[index].id)))
    }
    if all.indices.contains(selected) {
      let words = all[selected].gaps.words
      let question = session.answers[all[selected].index].question
      let people = [
        question.state.rawValue, question.writer.map { "written by \($0)" } ?? "",
        question.due.map { "due \($0)" } ?? "",
      ].filter { !$0.isEmpty }
      content.foot =
        [
          PaneRow([
            (([session.answers[all[selected].index].name] + people).joined(separator: " · "), theme.title)
          ])
        ]
        + (words.isEmpty ? ["nothing missing"] : words).flatMap {
          PaneRow.wrapped($0, width: width, indent: 2, first: "· ", style: theme.text)
        }
    }
    return content
  }

  private func style(of gaps: AnswerGaps) -> Style {
    gaps.isEmpty ? theme.good : gaps.daysOverdue > 0 || gaps.over > 0 ? theme.error : theme.warning
  }
}
