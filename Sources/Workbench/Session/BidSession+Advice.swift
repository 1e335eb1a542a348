import BidAnalysis
import BidModel

extension BidSession {
  /// What is missing where, in one sentence: `Evidence: no achieved figure with a time frame for
  /// Integration`.
  ///
  /// - Parameter part: The part that is spoken of; `nil` for those where the template expects the mark.
  /// - Complexity: O(*s*) in the sentences of the answer.
  func sentence(of advice: CoverageAdvice, in answer: OpenAnswer, part: Part? = nil) -> String {
    let title = themes.themes[advice.theme].title
    let lack =
      switch advice.mark {
      case .claimed: "nothing is said of \(title)"
      case .operational: "no who, how often or route for \(title)"
      case .evidenced where hasFigureWithoutTime(for: advice.theme, in: answer):
        "the figure for \(title) has no time frame"
      case .evidenced: "no achieved figure with a time frame for \(title)"
      case .assured: "no check, with who or how often, for \(title)"
      }
    let parts = template.parts.filter { !$0.isHidden && $0.expects.contains(MarkSet(advice.mark)) }
    let place = part?.title ?? parts.map(\.title).joined(separator: " or ")
    return place.isEmpty ? "\(title): \(lack)" : "\(place): \(lack)"
  }

  private func hasFigureWithoutTime(for theme: Int, in answer: OpenAnswer) -> Bool {
    answer.answer.parts.contains { part in
      part.blocks.contains { block in
        (readings.reading(of: block.id, in: answer.id)?.sentences ?? []).contains { sentence in
          sentence.isAchieved && sentence.themes.contains { $0.theme == theme }
            && !(sentence.signals + sentence.carried).contains { $0.signal == .timeframe }
        }
      }
    }
  }
}
