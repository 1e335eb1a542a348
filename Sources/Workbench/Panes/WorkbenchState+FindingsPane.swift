import BidAnalysis
import BidModel
import Screen

extension WorkbenchState {
  /// The findings of the answer in the order of its text, its file's faults first; those that may stand
  /// apart.
  var currentSifted: SiftedFindings {
    var sifted = session.siftedFindings(of: session.answers[currentIndex])
    sifted.shown = session.problems + sifted.shown
    return sifted
  }

  /// The findings of the answer that nobody has let stand.
  var currentFindings: [Finding] { currentSifted.shown }

  /// One entry a finding: how much it matters, what it is and the way out. Last come those that may stand.
  func findingRows(width: Int) -> [PaneRow] {
    let sifted = currentSifted
    var rows = sifted.shown.flatMap { findingRows(of: $0, width: width) }
    if rows.isEmpty { rows = [PaneRow([("Nothing found in this answer.", theme.dim)])] }
    let numbers = session.claims.tally(of: editor.answer)
    let foot =
      numbers.seen == 0 ? [] : PaneRow.wrapped(numbers.sentence, width: width, indent: 2, style: theme.dim)
    return rows + ignoredRows(sifted.ignored, width: width) + foot
  }

  /// Selects the row of `finding` in the pane, which then scrolls to it.
  mutating func selectRow(of finding: Finding) {
    guard let width = screenLayout.inside(.findings)?.columns else { return }
    var row = 0
    for other in currentFindings {
      if other == finding { return lists[.findings, default: ListState()].selected = row }
      row += findingRows(of: other, width: width).count
    }
  }

  /// The finding whose row is selected, when the keys are in the pane.
  var selectedFinding: Finding? {
    guard let width = screenLayout.inside(.findings)?.columns else {
      return nil
    }
    var left = lists[.findings]?.selected ?? 0
    for finding in currentFindings {
      let count = findingRows(of: finding, width: width).count
      if left < count { return finding }
      left -= count
    }
    return nil
  }

  private func findingRows(of finding: Finding, width: Int) -> [PaneRow] {
    let (sign, style) =
      switch finding.severity {
      case .error: ("✗", theme.error)
      case .warning: ("▲", theme.warning)
      case .advice: ("·", theme.text)
      }
    let action = finding.place.flatMap { place in
      place.block.map { PaneRow.Action.reveal(place.answer, $0, place.range) }
    }
    let key = "\(finding.check) \(finding.message)"
    var rows = PaneRow.wrapped(
      "\(finding.message) \(finding.fix)\(mendWords(finding))", width: width, indent: 2, first: "\(sign) ",
      style: style,
      action: action ?? .toggle(key))
    if lists[.findings]?.opened.contains(key) == true, !finding.reason.isEmpty {
      rows += PaneRow.wrapped(
        "\(finding.reason) [\(finding.check)]", width: width, indent: 4, first: "    ", style: theme.dim)
    }
    return rows
  }

  private func ignoredRows(_ ignored: [IgnoredFinding], width: Int) -> [PaneRow] {
    guard !ignored.isEmpty else { return [] }
    var rows = [PaneRow([("Ignored \(ignored.count)", theme.dim)], action: .toggle("ignored"))]
    guard lists[.findings]?.opened.contains("ignored") == true else { return rows }
    for item in ignored {
      let place = item.finding.place
      rows += PaneRow.wrapped(
        "\(item.finding.message) \(item.reason)", width: width, indent: 4, first: "  – ", style: theme.dim,
        action: place?.block.map { .reveal(item.finding.place?.answer ?? editor.answer, $0, place?.range) })
    }
    return rows
  }

  /// What the template tells the writer about the part in hand: the question with its sub-asks, ticked as in the
  /// plan, guidance, then questions to answer.
  mutating func guidanceRows(width: Int) -> [PaneRow] {
    let asks = plannedAsks(AnswerPlan(currentAnswer, template: currentTemplate))
    guard let part = currentPart.flatMap({ currentTemplate.part($0.key) }) else {
      return PaneRow.wrapped(
        "This heading is not a part of \(currentTemplate.title), so there is no guidance for it.",
        width: width, style: theme.dim)
    }
    var rows: [PaneRow] = []
    let question = session.answers[currentIndex].question
    if !question.text.isEmpty {
      for line in question.text.split(separator: "\n") {
        rows += PaneRow.wrapped(String(line), width: width, style: theme.title, action: .toggle("question"))
      }
      for ask in asks {
        rows += PaneRow.wrapped(
          ask.text, width: width, indent: 2, first: "\(ask.sign) ",
          style: ask.match.isAnswered ? theme.good : theme.text, action: .toggle(ask.text))
      }
      rows.append(PaneRow([("", theme.text)]))
    } else if !question.number.isEmpty, let key = commands["plan.question"]?.keys.first {
      rows += PaneRow.wrapped(
        "The buyer's question is not here yet: \(key.name) puts it in.", width: width, style: theme.warning,
        action: .toggle("question"))
      rows.append(PaneRow([("", theme.text)]))
    }
    for line in part.guidance.split(separator: "\n") {
      rows += PaneRow.wrapped(String(line), width: width, style: theme.text, action: .toggle(String(line)))
    }
    for prompt in part.prompts {
      rows += PaneRow.wrapped(
        prompt, width: width, indent: 2, first: "? ", style: theme.dim, action: .toggle(prompt))
    }
    return rows
  }
}
