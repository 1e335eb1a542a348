import BidModel

/// A placeholder whose name neither the KPI set nor the register has, or that is no name at all.
struct PlaceholderUnknown: Check {
  static let id = "placeholder-unknown"

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, chip.status == .unknown else { return nil }
      let name = block.quote(run.source)
      return Finding(
        check: Self.id, severity: .error, message: "\(name) names no KPI of this workspace.",
        fix: fix(for: chip.placeholder, in: block.values), place: block.place(run.source))
    }
  }

  private func fix(for placeholder: Placeholder?, in values: KPIValues) -> String {
    guard let placeholder else { return "Write {{family.kpi}}, such as {{flow.referral_to_start}}." }
    let known = Set(values.set.kpis.map(\.key) + values.register.facts.map(\.reference.kpi)).sorted()
    guard let nearest = EditDistance.nearest(to: placeholder.reference.kpi, among: known) else {
      return "Add it to the KPI register, or choose another."
    }
    return "Did you mean {{\(nearest)}}? Otherwise add it to the KPI register."
  }
}
