import BidModel
import Screen

extension WorkbenchState {
  /// The findings of the answer in the order of its text, its file's faults first.
  var currentFindings: [Finding] {
    session.problems + session.siftedFindings(of: session.answers[currentIndex]).shown
  }

  /// One entry a finding: how much it matters, what it is and the way out.
  func findingRows(width: Int) -> [PaneRow] {
    let findings = currentFindings
    guard !findings.isEmpty else { return [PaneRow([("Nothing found in this answer.", theme.dim)])] }
    return findings.flatMap { finding -> [PaneRow] in
      let (sign, style) =
        switch finding.severity {
        case .error: ("✗", theme.error)
        case .warning: ("▲", theme.warning)
        case .advice: ("·", theme.text)
        }
      let action = finding.place.flatMap { place in
        place.block.map { PaneRow.Action.reveal(place.answer, $0, place.range) }
      }
      return PaneRow.wrapped(
        "\(finding.message) \(finding.fix)", width: width, indent: 2, first: "\(sign) ", style: style,
        action: action ?? .toggle(finding.message))
    }
  }

  /// What the template tells the writer about the part in hand: guidance, then questions to answer.
  func guidanceRows(width: Int) -> [PaneRow] {
    guard let part = currentPart.flatMap({ session.template.part($0.key) }) else {
      return PaneRow.wrapped(
        "This heading is not a part of \(session.template.title), so there is no guidance for it.",
        width: width, style: theme.dim)
    }
    var rows: [PaneRow] = []
    let question = session.answers[currentIndex].question
    if !question.text.isEmpty {
      for line in question.text.split(separator: "\n") {
        rows += PaneRow.wrapped(String(line), width: width, style: theme.title, action: .toggle("question"))
      }
      for ask in question.subAsks {
        rows += PaneRow.wrapped(
          ask, width: width, indent: 2, first: "□ ", style: theme.text, action: .toggle(ask))
      }
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
