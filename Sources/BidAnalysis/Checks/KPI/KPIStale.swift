import BidModel

/// A fact that is quoted though the day by which it must be checked again has passed.
struct KPIStale: BlockCheck {
  let about = CheckDescription(
    "kpi-stale", title: "A quoted fact is past its review date",
    why: "A figure nobody has confirmed may be wrong by now, and a buyer may ask for its source.",
    fix: "Confirm the value and set a new review date in the KPI register.", severity: .warning)
  let good: [CheckExample] = ["Starts took {{flow.first_visit}} in the year to March 2026."]
  let bad: [CheckExample] = ["We had {{flow.old}} complaints in the year to March 2024."]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, case .stale = chip.status, let placeholder = chip.placeholder else {
        return nil
      }
      let fact = block.values.register.fact(for: placeholder.reference, in: block.values.scope)
      let due = fact.map { "was due to be checked by \($0.reviewBy)" } ?? "is past its review date"
      let owner = fact?.owner.nonEmpty.map { "Ask \($0) to confirm" } ?? "Confirm"
      return finding(
        "The fact behind \(block.quote(run.source)) \(due).",
        fix: "\(owner) the value and set a new review date in the KPI register.",
        at: block.place(run.source))
    }
  }
}
