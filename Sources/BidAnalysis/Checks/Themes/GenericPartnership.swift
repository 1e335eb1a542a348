import BidModel

/// Partnership that is claimed with nothing behind it: no who, how often, what route, and no follow-up.
///
/// Limitations: only sentences in the language of slogans are found; a bare statement of fact about a
/// partner is left alone.
struct GenericPartnership: BlockCheck {
  let about = CheckDescription(
    "generic-partnership", title: "Partnership claimed without structure",
    why: "Every bidder claims partnership; marks go to who meets, how often and what follows.",
    fix: "Add who meets, how often, how actions are tracked and where disagreements go.",
    severity: .warning)
  let good: [CheckExample] = ["Our matron meets the council's social work team every Monday."]
  let bad: [CheckExample] = ["Partnership is in our DNA."]

  func findings(in block: CheckedBlock) -> [Finding] {
    guard let theme = block.context.partnership else { return [] }
    return block.reading.sentences.compactMap { sentence in
      guard sentence.isSlogan, let hit = sentence.themes.first(where: { $0.theme == theme }),
        hit.marks == .claimed, Self.structure.isDisjoint(with: sentence.signals.map(\.signal)),
        let span = hit.spans.first
      else { return nil }
      return finding(
        "Partnership is claimed without structure: \"\(block.quote(sentence.range))\".", at: block.place(span)
      )
    }
  }

  private static let structure: Set<Signal> = [.role, .cadence, .escalation, .tracking]
}
