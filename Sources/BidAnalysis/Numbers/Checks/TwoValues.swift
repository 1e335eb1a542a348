import BidLanguage
import BidModel

/// One measure told with two values, in one bid and for one time and place.
///
/// Two statements are compared only when their words for the measure, their period, the names in their
/// sentences, their unit and their place in a change (before, now, by how much) are the same; then their
/// values must meet within their printed places. Anything else is left unlinked.
///
/// Limitations: the same measure in other words is not recognised.
struct TwoValues: FactCheck {
  let about = CheckDescription(
    "number-two-values", title: "One measure with two values",
    why: "Two figures for one measure tell an evaluator that one of them is wrong.",
    fix: "Use one figure, or say which service and period each is true of.", severity: .warning, scope: .bid)
  let good: [CheckExample] = [
    CheckExample("Staff retention was 84% in 2025.", "Staff retention was 86% in 2026."),
    CheckExample("Staff retention in Northway was 84%.", "Staff retention in Eastmere was 86%."),
    CheckExample("Staff retention was 84%.", "Staff retention was 84.3%."),
    CheckExample("We received 900 carers' assessments.", "We completed 850 carers' assessments."),
  ]
  let bad: [CheckExample] = [
    CheckExample("Staff retention was 84% in 2025.", "In 2025 staff retention was 86%."),
    CheckExample("Staff retention in 2025/26 was 84%.", "Staff retention was 79% in 2025/26."),
    CheckExample(
      "In 2025, 81% had compression within 14 days.", "In 2025, 74% had compression within 14 days."),
    CheckExample("Median response time fell to 42 minutes.", "Our median response time fell to 48 minutes."),
  ]

  func facts(in block: CheckedBlock) -> [CheckFact] {
    block.numbers.reading.claims.flatMap { claim in
      NumberFact.facts(of: claim).map { fact in
        let range = block.rendered.sourceRange(fact.figure.span)
        let metric = block.quote(block.rendered.sourceRange(claim.metric.span))
        return CheckFact(
          key: fact.key, value: "\(fact.bounds.lowerBound) \(fact.bounds.upperBound)\t\(metric)",
          range: range,
          quote: block.quote(range))
      }
    }
  }

  func findings(for key: String, uses: [FactUse], in answer: CheckedAnswer?) -> [Finding] {
    guard let first = uses.first, let one = Self.bounds(first.fact.value) else { return [] }
    return uses.dropFirst().compactMap { use in
      guard let other = Self.bounds(use.fact.value), !one.overlaps(other) else { return nil }
      let place = first.place.answer == use.place.answer ? "elsewhere in this answer" : "in \(first.answer)"
      let measure = use.fact.value.split(separator: "\t").dropFirst().first.map { " (\($0))" } ?? ""
      return finding(
        "This is \"\(use.fact.quote)\" here and \"\(first.fact.quote)\" \(place), for the same measure\(measure).",
        at: use.place)
    }
  }

  private static func bounds(_ value: String) -> ClosedRange<Double>? {
    let ends = value.prefix { $0 != "\t" }.split(separator: " ").compactMap { Double($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }
}
