import BidModel

/// A comparison of two versions as plain text.
package enum ComparisonText {
  /// Section by section, changed paragraphs only: words that went in `[-…-]`, words that came in `{+…+}`.
  package static func inline(_ comparison: AnswerComparison) -> String {
    var lines: [String] = []
    for part in comparison.parts where !part.isSame {
      lines.append("## \(part.title)")
      for change in part.changes {
        switch change {
        case .same: continue
        case .removed(let text): lines.append("- \(text)")
        case .added(let text): lines.append("+ \(text)")
        case .reworded(let runs): lines.append("~ " + runs.map(marked).joined())
        }
      }
    }
    return lines.isEmpty ? "The words are the same." : lines.joined(separator: "\n")
  }

  private static func marked(_ run: AnswerComparison.Run) -> String {
    switch run.kind {
    case .same: run.text
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    }
  }
}
