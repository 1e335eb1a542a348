import BidAnalysis
import BidModel
import Screen

extension WorkbenchState {
  /// The plan beside the text: what concerns the part in hand first, then the rest.
  mutating func planRows(width: Int) -> [PaneRow] {
    let plan = AnswerPlan(currentAnswer, template: currentTemplate)
    let asks = plannedAsks(plan)
    let here = currentPart
    let key = here?.key
    let own = asks.filter { $0.plannedParts.contains(key ?? "") }
    let open = asks.filter { $0.plannedParts.isEmpty }
    let elsewhere = asks.filter { !$0.plannedParts.isEmpty && !$0.plannedParts.contains(key ?? "") }
    var rows: [PaneRow] = []
    let isPlan = currentTemplate.part(key)?.isHidden == true
    if let title = here?.title, !isPlan, !own.isEmpty { rows.append(heading("For \(title)")) }
    rows += own.flatMap { askRows($0, width: width) }
    if !open.isEmpty {
      rows.append(heading(asks.count == open.count ? "Sub-asks" : "No part yet"))
      rows += open.flatMap { askRows($0, width: width) }
    }
    let message = lineRows("Key message", plan.keyMessage, width: width)
    let themes = lineRows("Win themes", plan.winThemes, width: width)
    let proof = proofRows(plan, width: width)
    // Figures and examples are what the evidence is written from.
    let needsProof = currentTemplate.part(key)?.expects.contains(.evidenced) == true
    rows += needsProof ? proof + message + themes : message + themes + proof
    if !elsewhere.isEmpty {
      rows.append(heading(isPlan ? "Sub-asks" : "Elsewhere"))
      rows += elsewhere.flatMap { askRows($0, width: width) }
    }
    for line in plan.others { rows += textRows(line, width: width) }
    if plan.isEmpty {
      rows += PaneRow.wrapped(
        "Nothing is planned yet: write it in the Plan part.", width: width, style: theme.dim,
        action: .toggle("plan"))
    }
    return rows
  }

  private func heading(_ words: String) -> PaneRow { PaneRow([(words, theme.partHeading)]) }

  /// A sub-ask with its tick, where it is or should be, and the words that say so.
  private func askRows(_ ask: PlannedAsk, width: Int) -> [PaneRow] {
    let answer = currentAnswer
    let block = ask.foundIn.map { answer.parts[$0].blocks[0].id }
    var rows = PaneRow.wrapped(
      ask.text, width: width, indent: 2, first: "\(ask.sign) ",
      style: ask.match.isAnswered ? theme.good : theme.text,
      action: block.map { .reveal(answer.id, $0, nil) } ?? .toggle(ask.text))
    let planned = ask.plannedParts.compactMap { currentTemplate.part($0)?.title }
    var words: [String] = []
    let isHere = ask.plannedParts == [currentPart?.key].compactMap { $0 }
    if !planned.isEmpty, !isHere { words.append("→ \(planned.joined(separator: ", "))") }
    if let part = ask.foundIn, !ask.match.found.isEmpty {
      words.append("in \(answer.parts[part].title ?? "the text"): \(ask.match.found.joined(separator: ", "))")
    }
    if ask.spent > 0 { words.append("\(CountUnit.words.phrase(ask.spent)) spent on it") }
    if !ask.match.missing.isEmpty { words.append("not yet: \(ask.match.missing.joined(separator: ", "))") }
    for line in words {
      rows += PaneRow.wrapped(line, width: width, indent: 4, first: "  ", style: theme.dim)
    }
    return rows
  }

  private func lineRows(_ title: String, _ line: AnswerPlan.Line?, width: Int) -> [PaneRow] {
    guard let line, !line.text.isEmpty else { return [] }
    return [heading(title)] + textRows(line, width: width)
  }

  private func textRows(_ line: AnswerPlan.Line, width: Int) -> [PaneRow] {
    PaneRow.wrapped(
      line.text, width: width, style: theme.text, action: .reveal(editor.answer, line.block, nil))
  }

  /// The proof to use, each with a tick when a KPI of its words is quoted here.
  private func proofRows(_ plan: AnswerPlan, width: Int) -> [PaneRow] {
    guard let line = plan.proof else { return [] }
    let quoted = session.quotes.placeholders(in: currentAnswer).map(\.reference.kpi)
    let titles = quoted.map { key in
      AskWords([
        "\(session.values.set[key]?.title ?? "") \(key.replacing(".", with: " ").replacing("_", with: " "))"
      ])
    }
    return [heading("Proof to use")]
      + plan.proofItems.flatMap { item -> [PaneRow] in
        let own = AskWords([item])
        let isUsed = titles.contains { own.match(of: 0, with: own.found(in: $0.asks[0])).isAnswered }
        return PaneRow.wrapped(
          item, width: width, indent: 2, first: isUsed ? "✓ " : "□ ",
          style: isUsed ? theme.good : theme.text, action: .reveal(editor.answer, line.block, nil))
      }
  }
}
