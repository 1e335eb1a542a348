import BidModel

/// A placeholder whose fact is not there yet; it stops the final export.
struct PlaceholderEmpty: BlockCheck {
  let about = CheckDescription(
    "placeholder-empty", title: "A placeholder has no value yet",
    why: "A final export stops at it, and an evaluator cannot score a number that is not there.",
    fix: "Fill the fact in the KPI register, or leave the placeholder out.", severity: .warning)
  let good: [CheckExample] = ["Starts took {{flow.first_visit}} in the year to March 2026."]
  let bad: [CheckExample] = ["Starts took {{flow.referral_to_start}} in the year to March 2026."]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, chip.status == .empty, let placeholder = chip.placeholder else { return nil }
      let title = block.values.set[placeholder.reference.kpi]?.title ?? placeholder.reference.kpi
      return finding(
        "\(block.quote(run.source)) is still empty: the register has no \(placeholder.form.rawValue) "
          + "for \(title).", at: block.place(run.source))
    }
  }
}
