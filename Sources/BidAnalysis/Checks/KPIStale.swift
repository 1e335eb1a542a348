import BidModel

/// A fact that is quoted though the day by which it must be checked again has passed.
struct KPIStale: Check {
  static let id = "kpi-stale"

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, case .stale = chip.status, let placeholder = chip.placeholder else {
        return nil
      }
      let fact = block.values.register.fact(for: placeholder.reference, in: block.values.scope)
      let due = fact.map { "was due to be checked by \($0.reviewBy)" } ?? "is past its review date"
      let owner = fact?.owner.nonEmpty.map { "Ask \($0) to confirm" } ?? "Confirm"
      return Finding(
        check: Self.id, severity: .warning, message: "The fact behind \(block.quote(run.source)) \(due).",
        fix: "\(owner) the value and set a new review date in the KPI register.",
        place: block.place(run.source))
    }
  }
}
