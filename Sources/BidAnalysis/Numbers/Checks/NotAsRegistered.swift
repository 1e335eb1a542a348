import BidModel

/// A typed figure that differs from the register's for the same KPI.
///
/// Limitations: a figure is linked only when all words of the KPI's title stand in the measure, with at
/// most one word that neither its title nor its definition has, and unit, scope and period agree. What is
/// not linked is not judged.
struct NotAsRegistered: BlockCheck {
  let about = CheckDescription(
    "number-not-as-registered", title: "A figure that differs from the KPI register",
    why: "The register is what the bid can prove; a figure beside it cannot be defended at clarification.",
    fix: "Quote the KPI by its placeholder, or correct the register.", severity: .warning)
  let good: [CheckExample] = [
    "The referral-to-start time was 18 hours.", "Referral to start in Northway was 30 hours.",
    "We aim for a referral-to-start time of 12 hours.",
  ]
  let bad: [CheckExample] = [
    "The referral-to-start time was 30 hours.", "Referral to start was 40 hours.",
    "Referral to start took 40 hours.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.registerUses.compactMap { use in
      guard !use.agrees else { return nil }
      let range = block.rendered.sourceRange(use.figure.span)
      return finding(
        "The register has \(use.registered) for \(use.title), not \"\(block.quote(range))\".",
        fix: "Quote \(use.placeholder), or correct the register.", at: block.place(range))
    }
  }
}
