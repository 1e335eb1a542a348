import BidModel

/// A commitment to equality that names no group, no action and no way to watch the gap.
///
/// The reading finds it; see ``Pitfall/equitySlogan``.
struct EquitySlogan: BlockCheck {
  let about = CheckDescription(
    "equity-slogan", title: "Equity as a sentence, not a plan",
    why: "Buyers must show that gaps close; a belief in equality closes none.",
    fix: "Name a group, what is done for it, and how access and experience are monitored.", severity: .warning
  )
  let good: [CheckExample] = [
    "Recovery rates are reported by ethnicity each quarter, and clinics moved where men under 25 fell behind."
  ]
  let bad: [CheckExample] = ["We are committed to equality and treat everyone the same."]

  /// Words without which a sentence says nothing of equality, whatever weighs in it.
  private static let words = PhraseTable([
    "equal*", "equit*", "inequal*", "inequit*", "divers*", "inclusi*", "discriminat*", "fair*", "everyone",
    "every",
    "regardless", "edi", "dignity", "same", "all", "background*", "barrier*", "access*",
    "protected characteristic*",
    "ethnic*", "cultur*", "respect*", "anyone", "everybody", "nobody", "no one", "race", "faith", "gender",
    "underserved",
    "marginalised", "minorit*", "communities", "vulnerable", "disadvantage*", "human rights", "differen*",
    "whoever", "folk",
  ])

  func findings(in block: CheckedBlock) -> [Finding] {
    block.pitfalls(.equitySlogan, naming: Self.words).map { hit, sentence in
      finding("Equity is claimed, not planned: \"\(block.quote(sentence))\".", at: block.place(hit))
    }
  }
}
