import BidModel
import Screen

/// What differs between two versions, as rows: inline, or then and now side by side.
extension WorkbenchState {
  /// Rows of a part's changes, the first of each with the paragraph that it leads to.
  func rows(of part: AnswerComparison.Part, in comparison: AnswerComparison, width: Int)
    -> [(row: PaneRow, target: ReviewScreen.Target?)]
  {
    let counts = part.wordCounts
    let moves = ComparisonText.moves(of: part)
    var rows: [(row: PaneRow, target: ReviewScreen.Target?)] = [
      (
        PaneRow([
          ("  " + part.title, theme.partHeading),
          (
            "  " + (["+\(counts.added) −\(counts.removed) words"] + moves).joined(separator: ", "), theme.dim
          ),
        ]), nil
      )
    ]
    for placed in comparison.placed(part) {
      if case .same = placed.change { continue }
      let target = ReviewScreen.Target.paragraph(
        .init(part: part.name, placed: placed, text: comparison.textNow(of: placed)))
      let lines =
        reviewing.isSideBySide
        ? sideBySide(placed.change, width: width) : inline(placed.change, width: width)
      rows += lines.enumerated().map { ($1, $0 == 0 ? target : nil) }
    }
    return rows
  }

  private func inline(_ change: AnswerComparison.Change, width: Int) -> [PaneRow] {
    switch change {
    case .same: return []
    case .removed(let text):
      return PaneRow.wrapped("- " + text, width: width, indent: 4, first: "  ", style: theme.error)
    case .added(let text):
      return PaneRow.wrapped("+ " + text, width: width, indent: 4, first: "  ", style: theme.good)
    case .reworded(let runs): return marked(runs, width: width, lead: "  ~ ", indent: 4)
    case .movedHere(let runs, let move):
      return [PaneRow([("  ↕ \(ComparisonText.moved(from: move))", theme.warning)])]
        + marked(runs, width: width, lead: "    ", indent: 4)
    case .movedAway(let text, let move): return left(text, for: move, width: width, lead: "  ")
    }
  }

  /// The row in the place that a moved paragraph left: its first words, and where it went.
  private func left(_ text: String, for move: AnswerComparison.Move, width: Int, lead: String) -> [PaneRow] {
    PaneRow.wrapped(
      "↕ \(ComparisonText.moved(to: move)): “\(ComparisonText.opening(of: text))”", width: width, indent: 4,
      first: lead, style: theme.dim)
  }

  private func sideBySide(_ change: AnswerComparison.Change, width: Int) -> [PaneRow] {
    let gap = [PaneRow([("", theme.text)])]
    switch change {
    case .same: return []
    case .removed(let text): return sideBySide([.init(kind: .removed, text: text)], width: width) + gap
    case .added(let text): return sideBySide([.init(kind: .added, text: text)], width: width) + gap
    case .reworded(let runs): return sideBySide(runs, width: width) + gap
    case .movedHere(let runs, let move):
      return [PaneRow([("↕ \(ComparisonText.moved(from: move))", theme.warning)])]
        + sideBySide(runs, width: width) + gap
    case .movedAway(let text, let move): return left(text, for: move, width: width, lead: "") + gap
    }
  }
}

extension AnswerComparison {
  /// What the new version says of a paragraph; `nil` for one that went.
  ///
  /// - Complexity: O(*n*) in the paragraphs, for one that moved.
  fileprivate func textNow(of placed: PlacedParagraph) -> String? {
    switch placed.change {
    case .removed: return nil
    case .same(let text), .added(let text): return text
    case .reworded(let runs), .movedHere(let runs, _):
      return runs.filter { $0.kind != .removed }.map(\.text).joined()
    case .movedAway:
      let end = parts.first { $0.name == placed.now?.part }.map(self.placed)?.first {
        if case .movedHere = $0.change { $0.now == placed.now } else { false }
      }
      return end.flatMap(textNow)
    }
  }
}
