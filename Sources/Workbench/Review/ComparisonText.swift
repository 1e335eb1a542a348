import BidModel

/// A comparison of two versions as plain text.
package enum ComparisonText {
  /// Section by section, changed paragraphs only: words that went in `[-…-]`, words that came in `{+…+}`.
  package static func inline(_ comparison: AnswerComparison) -> String {
    var lines: [String] = []
    for part in comparison.parts where !part.isSame {
      lines.append("## \(part.title)")
      lines += part.changes.compactMap { change in
        if case .movedAway(let text, let move) = change {
          return "↕ \(moved(to: move)): “\(opening(of: text))”"
        }
        return line(change)
      }
    }
    return lines.isEmpty ? "The words are the same." : lines.joined(separator: "\n")
  }

  /// A change in one line, with a sign of what it is; `nil` for what is the same, and for the place that a moved
  /// paragraph left.
  static func line(_ change: AnswerComparison.Change) -> String? {
    switch change {
    case .same, .movedAway: nil
    case .removed(let text): "- \(text)"
    case .added(let text): "+ \(text)"
    case .reworded(let runs): "~ " + runs.map(marked).joined()
    case .movedHere(let runs, let move): "↕ \(moved(from: move)): " + runs.map(marked).joined()
    }
  }

  /// Where a moved paragraph came from.
  static func moved(from move: AnswerComparison.Move) -> String {
    "moved here from \(move.isAbove ? "above" : "below")\(place(move))"
  }

  /// Where a moved paragraph went.
  static func moved(to move: AnswerComparison.Move) -> String {
    "moved \(move.isAbove ? "up" : "down")\(place(move))"
  }

  /// How many paragraphs of a part moved, and which way; empty when none did.
  static func moves(of part: AnswerComparison.Part) -> [String] {
    let counts = part.moveCounts
    return [(counts.within, "moved"), (counts.here, "moved here"), (counts.away, "moved away")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
  }

  private static func place(_ move: AnswerComparison.Move) -> String {
    move.title.isEmpty ? "" : ", \(move.title)"
  }

  /// The first words of a paragraph, by which it is known.
  static func opening(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
  }

  private static func marked(_ run: AnswerComparison.Run) -> String {
    switch run.kind {
    case .same: run.text
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    }
  }
}
