import BidExchange
import BidModel
import Screen

/// A paste of what the portal shows, and what the comparison said.
package struct ProofBox: Hashable, Sendable {
  package var answer: AnswerID
  /// What the comparison said, a line each; `nil` before anything was pasted.
  package var report: [String]?
  package var isIdentical = false
  package var top = 0

  package init(_ answer: AnswerID) { self.answer = answer }
}

extension WorkbenchState {
  /// Compares `text`, which was pasted, with the portal text of the answer in hand.
  mutating func prove(_ text: String) {
    guard case .proof(var box) = overlays.last else { return }
    let proof = PasteProof(submitted: portalText.text, shown: text, rule: session.rule)
    (box.report, box.isIdentical, box.top) = (proof.report, proof.isIdentical, 0)
    overlays[overlays.count - 1] = .proof(box)
  }

  /// Scrolls what the comparison said.
  mutating func scrollProof(_ box: ProofBox, by step: Int) {
    var box = box
    box.top = max(0, min(proofRows(box, width: 76).count - 1, box.top + step))
    overlays[overlays.count - 1] = .proof(box)
  }

  /// Paints the box that takes a paste.
  func paint(_ box: ProofBox, on surface: inout Surface) {
    let width = min(100, max(20, size.columns - 8))
    let rows = proofRows(box, width: width)
    let name = session[box.answer]?.name ?? ""
    let inside = self.box(
      "Paste-back proof · \(name)", rows: min(max(1, size.rows - 4), rows.count), columns: width, on: &surface
    )
    let top = max(0, min(box.top, rows.count - inside.rows))
    for offset in 0..<inside.rows where rows.indices.contains(top + offset) {
      paintRow(
        rows[top + offset], isSelected: false, at: Point(row: inside.row + offset, column: inside.column),
        width: inside.columns, on: &surface)
    }
  }

  private func proofRows(_ box: ProofBox, width: Int) -> [PaneRow] {
    guard let report = box.report else {
      return PaneRow.wrapped(
        "Copy the answer back from the portal and paste it here: the text is compared with the \(portalText.count.phrase) that were submitted. Esc closes.",
        width: width, style: theme.text)
    }
    let verdict = (box.isIdentical ? "✓ " : "✗ ") + report[0]
    let style = box.isIdentical ? theme.good : theme.error
    return PaneRow.wrapped(verdict, width: width, indent: 2, style: style)
      + report.dropFirst().flatMap {
        PaneRow.wrapped($0, width: width, indent: 2, first: "· ", style: theme.text)
      } + [PaneRow([("", theme.text)])]
      + PaneRow.wrapped("Paste again to compare again. Esc closes.", width: width, style: theme.dim)
  }
}
