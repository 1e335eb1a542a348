import BidModel

/// A placeholder whose fact is not there yet; it stops the final export.
struct PlaceholderEmpty: Check {
  static let id = "placeholder-empty"

  func findings(in block: CheckedBlock) -> [Finding] {
    block.rendered.runs.compactMap { run in
      guard let chip = run.chip, chip.status == .empty, let placeholder = chip.placeholder else { return nil }
      let title = block.values.set[placeholder.reference.kpi]?.title ?? placeholder.reference.kpi
      return Finding(
        check: Self.id, severity: .warning,
        message:
          "\(block.quote(run.source)) is still empty: the register has no \(placeholder.form.rawValue) "
          + "for \(title).",
        fix: "Fill the fact in the KPI register, or leave the placeholder out.",
        place: block.place(run.source))
    }
  }
}
