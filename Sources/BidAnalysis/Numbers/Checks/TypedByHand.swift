import BidModel

/// A typed figure that the register holds: a placeholder would follow it when it changes.
///
/// Limitations: as for ``NotAsRegistered``.
struct TypedByHand: BlockCheck {
  let about = CheckDescription(
    "number-typed-by-hand", title: "A figure typed by hand that a KPI holds",
    why: "A typed figure stays behind when the register is updated.",
    fix: "Quote the KPI by its placeholder.", severity: .advice)
  let good: [CheckExample] = [
    "The referral-to-start time was {{flow.first_visit}}.", "We see people within 18 hours.",
  ]
  let bad: [CheckExample] = ["The referral-to-start time was 18 h."]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.registerUses.compactMap { use in
      let range = block.rendered.sourceRange(use.figure.span)
      guard use.agrees,
        !block.rendered.runs.contains(where: { $0.chip != nil && $0.rendered.overlaps(use.figure.span) })
      else { return nil }
      return finding(
        "\"\(block.quote(range))\" is \(use.title) of the register, typed by hand.",
        fix: "Replace it by \(use.placeholder).", at: block.place(range),
        replacement: Finding.Replacement(range, with: use.placeholder))
    }
  }
}
