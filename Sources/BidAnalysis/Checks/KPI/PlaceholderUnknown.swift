import BidModel

/// A placeholder whose name neither the KPI set nor the register has, or that is no name at all.
struct PlaceholderUnknown: BlockCheck {
  let about = CheckDescription(
    "placeholder-unknown", title: "A placeholder names no KPI",
    why: "It would be submitted as words in brackets.",
    fix: "Add it to the KPI register, or choose another.", severity: .error)
  let good: [CheckExample] = [
    "Referral to start took {{flow.referral_to_start}} in 2025.", "Write \\{{like this}} to show the braces.",
  ]
  let bad: [CheckExample] = [
    "Referral to start took {{flow.referal_to_start}} in 2025.", "It fell to {{the number}}.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, chip.status == .unknown else { return nil }
      let (fix, replacement) = wayOut(for: chip.placeholder, at: run.source, in: block.values)
      return finding(
        "\(block.quote(run.source)) names no KPI of this workspace.", fix: fix, at: block.place(run.source),
        replacement: replacement)
    }
  }

  private func wayOut(
    for placeholder: Placeholder?, at range: Range<Int>, in values: KPIValues
  ) -> (String, Finding.Replacement?) {
    guard let placeholder else { return ("Write {{family.kpi}}, such as {{flow.referral_to_start}}.", nil) }
    let known = Set(values.set.kpis.map(\.key) + values.register.facts.map(\.reference.kpi)).sorted()
    guard let nearest = EditDistance.nearest(to: placeholder.reference.kpi, among: known) else {
      return (about.fix, nil)
    }
    var meant = placeholder
    meant.reference.kpi = nearest
    return (
      "Did you mean {{\(nearest)}}? Otherwise add it to the KPI register.",
      Finding.Replacement(range, with: "{{\(meant)}}")
    )
  }
}
