import BidModel

/// Partnership that is claimed with nothing behind it: no who, how often, what route, and no follow-up.
///
/// Found are slogans about partnership, and what the reading calls ``Pitfall/genericPartnership``.
///
/// Limitations: a bare statement of fact about a partner is left alone.
struct GenericPartnership: BlockCheck {
  let about = CheckDescription(
    "generic-partnership", title: "Partnership claimed without structure",
    why: "Every bidder claims partnership; marks go to who meets, how often and what follows.",
    fix: "Add who meets, how often, how actions are tracked and where disagreements go.",
    severity: .warning)
  let good: [CheckExample] = ["Our matron meets the council's social work team every Monday."]
  let bad: [CheckExample] = ["Partnership is in our DNA."]

  func findings(in block: CheckedBlock) -> [Finding] {
    let slogans = block.context.partnership.map { Self.slogans(about: $0, in: block) } ?? []
    let pitfalls = block.pitfalls(.genericPartnership).filter { hit in
      !slogans.contains { $0.sentence == hit.sentence }
    }
    return (slogans + pitfalls).map { words, sentence in
      finding(
        "Partnership is claimed without structure: \"\(block.quote(sentence))\".", at: block.place(words))
    }
  }

  /// Slogans about partnership that nothing in their sentence backs.
  private static func slogans(
    about theme: Int, in block: CheckedBlock
  ) -> [(words: Range<Int>, sentence: Range<Int>)] {
    block.reading.sentences.compactMap { sentence in
      guard sentence.isSlogan, let hit = sentence.themes.first(where: { $0.theme == theme }),
        hit.marks == .claimed, structure.isDisjoint(with: sentence.signals.map(\.signal)),
        let span = hit.spans.first
      else { return nil }
      return (span, sentence.range)
    }
  }

  private static let structure: Set<Signal> = [.role, .cadence, .escalation, .tracking]
}
