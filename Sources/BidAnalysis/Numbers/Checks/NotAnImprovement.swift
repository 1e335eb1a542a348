import BidModel

/// A figure that is said to have improved and got worse, or the other way about, by its KPI's own direction.
///
/// Limitations: only words such as "improved" and "deteriorated" that govern two figures, in a claim that is
/// linked to a KPI of the register as for ``NotAsRegistered``; what is not linked is not judged.
struct NotAnImprovement: BlockCheck {
  let about = CheckDescription(
    "number-not-an-improvement", title: "A figure said to improve that got worse by its KPI",
    why: "The KPI set says which way is better; a word that says otherwise reads as carelessness or gloss.",
    fix: "Correct the word, or the figures if they stand the wrong way round.", severity: .warning)
  let good: [CheckExample] = [
    "The referral-to-start time improved from 36 hours to 18 hours.",
    "The referral-to-start time deteriorated from 18 hours to 36 hours.",
    "Sickness improved from 3% to 5%.",
  ]
  let bad: [CheckExample] = [
    "The referral-to-start time improved from 18 hours to 36 hours.",
    "The referral-to-start time deteriorated from 36 hours to 18 hours.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard !block.values.register.facts.isEmpty else { return [] }
    let measures = block.context.measures ?? RegisterMeasures(block.values)
    return block.numbers.reading.claims.compactMap { claim in
      guard let said = claim.verdict, let span = claim.verdictSpan, let from = claim.from, let to = claim.to,
        let went = NumberChecks.direction(from: from, to: to), let kpi = measures.direction(of: claim),
        // What the measure's own words say is told by ``NumberDirection``.
        claim.metric.betters != (kpi.lowerIsBetter ? .fall : .rise)
      else { return nil }
      let isBetter = (went == .fall) == kpi.lowerIsBetter
      guard isBetter != (said == .better) else { return nil }
      let range = block.rendered.sourceRange(span)
      return finding(
        "\"\(block.quote(range))\", but \(kpi.lowerIsBetter ? "lower" : "higher") is better for \(kpi.title).",
        fix: about.fix, at: block.place(range))
    }
  }
}
