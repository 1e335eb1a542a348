import BidModel
import Screen

/// Agreeing on a score: what every reviewer gave and why, beside each other.
extension WorkbenchState {
  /// Scores and reasons of a question in columns, criterion by criterion, with the spread and what was agreed.
  ///
  /// Others' scores are left out until one's own is handed in, as everywhere.
  func moderationRows(of open: OpenAnswer, round: String, width: Int) -> [PaneRow] {
    guard let review = session.review else { return [] }
    let sheets = review.book.visibleSheets(on: open.reviewKey, as: review.me, in: round)
      .filter { !$0.submitted.isEmpty && !$0.scores.isEmpty }
    guard !sheets.isEmpty else { return [] }
    var rows: [PaneRow] = []
    for criterion in open.question.criteria {
      if !criterion.isEmpty { rows.append(PaneRow([(criterion, theme.partHeading)])) }
      let given = sheets.compactMap { sheet in sheet.score(of: criterion).map { (sheet.person, $0) } }
      let together = view.isLinear ? 1 : max(1, min(given.count, width / 26))
      for start in stride(from: 0, to: given.count, by: together) {
        let shown = given[start..<min(given.count, start + together)]
        let own = Self.columnWidth(of: shown.count, in: width)
        rows += Self.columns(
          shown.map { column(of: $0.1, by: review.name(of: $0.0), width: own) }, width: width, theme: theme)
      }
      rows += verdict(given.map(\.1.score), on: open, criterion, round, width: width)
    }
    for line in review.foundLines(of: open, in: round) {
      rows += PaneRow.wrapped(line, width: width, indent: 2, style: theme.text)
    }
    return rows
  }

  private func column(of score: QuestionScore, by name: String, width: Int) -> [PaneRow] {
    let title = TextWidth.clip(name, columns: max(1, width - 6))
    var rows = [PaneRow([("\(title) · \(score.score.short)", theme.title)])]
    rows += PaneRow.wrapped(score.reason, width: width, style: theme.text)
    if !score.lift.isEmpty {
      rows += PaneRow.wrapped("To lift it: \(score.lift)", width: width, indent: 2, style: theme.text)
    }
    return rows
  }

  private func verdict(
    _ scores: [Double], on open: OpenAnswer, _ criterion: String, _ round: String, width: Int
  ) -> [PaneRow] {
    var rows: [PaneRow] = []
    if let high = scores.max(), let low = scores.min(), scores.count > 1 {
      let mean = scores.reduce(0, +) / Double(scores.count)
      rows.append(
        PaneRow([
          (
            "Spread \((high - low).short), from \(low.short) to \(high.short), mean \(mean.short)",
            high - low >= 2 ? theme.warning : theme.text
          )
        ]))
    }
    guard let review = session.review else { return rows }
    for (person, agreed) in review.book.moderations(of: open.reviewKey, in: round, seenBy: review.me)
    where agreed.criterion == criterion {
      rows += PaneRow.wrapped(
        "Agreed \(agreed.score.short): \(agreed.rationale) (\(review.name(of: person)))",
        width: width, indent: 2, style: theme.good)
    }
    return rows
  }
}
