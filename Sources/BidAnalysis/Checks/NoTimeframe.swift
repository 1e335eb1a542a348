import BidModel

/// An achieved quantity without the time it is true of.
///
/// A sentence that tells how something is checked ("checks 10% of start times") reports no result.
///
/// Limitations: a volume in passing counts as a quantity like any other.
struct NoTimeframe: Check {
  static let id = "no-timeframe"

  func findings(in block: CheckedBlock) -> [Finding] {
    block.reading.sentences.compactMap { sentence in
      guard sentence.isAchieved, !sentence.themes.isEmpty,
        let measure = sentence.signals.first(where: { $0.signal == .measure }),
        !sentence.signals.contains(where: { $0.signal == .verification }),
        !(sentence.signals + sentence.carried).contains(where: { $0.signal == .timeframe })
      else { return nil }
      return Finding(
        check: Self.id, severity: .warning,
        message: "No time frame: \"\(block.quote(measure.span))\".",
        fix: "Say over what period, such as \"over the 12 months to March 2026\".",
        place: block.place(measure.span))
    }
  }
}
