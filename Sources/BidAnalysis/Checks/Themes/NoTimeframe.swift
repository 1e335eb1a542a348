import BidModel

/// An achieved quantity without the time it is true of.
///
/// A sentence that tells how something is checked ("checks 10% of start times") reports no result.
///
/// Limitations: a volume in passing counts as a quantity like any other.
struct NoTimeframe: BlockCheck {
  let about = CheckDescription(
    "no-timeframe", title: "A result without the time it is true of",
    why: "An evaluator cannot tell a lasting result from one good week.",
    fix: "Say over what period, such as \"over the 12 months to March 2026\".", severity: .warning)
  let good: [CheckExample] = [
    "Readmissions came down by 24% in 2024/25.", "We aim to cut readmissions by 24%.",
    "Our registered manager audits 10% of care records.",
    "Two in five need no more than a call and a programme of exercises.",
  ]
  let bad: [CheckExample] = ["Readmissions came down by 24%."]

  /// Whether the measure is a share in words, such as *two in five*: said of people in general.
  private static func isRuleOfThumb(_ words: String) -> Bool {
    let words = words.lowercased().split(separator: " ")
    return words.count == 3 && words[1] == "in" && !words.contains { $0.contains(where: \.isNumber) }
  }

  func findings(in block: CheckedBlock) -> [Finding] {
    block.reading.sentences.compactMap { sentence in
      guard sentence.isAchieved, !sentence.themes.isEmpty,
        let measure = sentence.signals.first(where: { $0.signal == .measure }),
        !sentence.signals.contains(where: { $0.signal == .verification }),
        !(sentence.signals + sentence.carried).contains(where: { $0.signal == .timeframe }),
        !Self.isRuleOfThumb(block.quote(measure.span))
      else { return nil }
      return finding("No time frame: \"\(block.quote(measure.span))\".", at: block.place(measure.span))
    }
  }
}
