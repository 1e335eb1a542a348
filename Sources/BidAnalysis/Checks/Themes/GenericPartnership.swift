import BidModel

/// Partnership that is claimed with nothing behind it: no who, how often, what route, and no follow-up.
///
/// Found are slogans about partnership, and what the reading calls ``Pitfall/genericPartnership``.
///
/// A claim is left alone where the sentence after it, about the same thing, gives the structure.
///
/// Limitations: a bare statement of fact about a partner is left alone.
struct GenericPartnership: BlockCheck {
  let about = CheckDescription(
    "generic-partnership", title: "Partnership claimed without structure",
    why: "Every bidder claims partnership; marks go to who meets, how often and what follows.",
    fix: "Add who meets, how often, how actions are tracked and where disagreements go.",
    severity: .warning)
  let good: [CheckExample] = [
    "Our matron meets the council's social work team every Monday.",
    "We ask again after a stay in hospital, as needs change.",
    "We work in partnership with the council. Our matron meets its social work team every Monday.",
  ]
  let bad: [CheckExample] = ["Partnership is in our DNA."]

  /// Words without which a sentence claims no partnership, whatever weighs in it.
  private static let words = PhraseTable([
    "partner*", "together", "joint*", "collaborat*", "cooperat*", "co-operat*", "multi agency",
    "multidisciplinary",
    "alliance*", "stakeholder*", "relationship*", "integrat*", "one team", "network*", "alongside",
    "hand in hand",
    "working with", "work with", "works with", "work closely", "working closely", "share*", "system*",
    "joined up",
    "links with", "engage*", "liais*", "side by side", "gp", "gps", "council", "silo*", "friend*", "rapport",
    "get on",
    "gets on", "got on", "know us", "knows us", "knows everyone", "village", "at the table", "forum*",
    "others",
    "connected", "teaming", "teamwork", "community", "commissioner*", "communicat*", "bridge*", "trusted",
  ])

  /// Whether the next sentence tells who, how often, by what route or with what follow-up.
  private static func isBornOut(_ sentence: Range<Int>, in block: CheckedBlock) -> Bool {
    let next = block.reading.sentences.first { $0.range.lowerBound >= sentence.upperBound }
    guard let next else { return false }
    let controls = structure.intersection(next.signals.map(\.signal))
    let isAboutIt = next.themes.contains { $0.theme == block.context.partnership }
    return controls.count >= (isAboutIt ? 1 : 2)
  }

  func findings(in block: CheckedBlock) -> [Finding] {
    let slogans = block.context.partnership.map { Self.slogans(about: $0, in: block) } ?? []
    let pitfalls = block.pitfalls(.genericPartnership, naming: Self.words).filter { hit in
      !slogans.contains { $0.sentence == hit.sentence } && !Self.isBornOut(hit.sentence, in: block)
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
      guard sentence.isSlogan, !isBornOut(sentence.range, in: block),
        let hit = sentence.themes.first(where: { $0.theme == theme }),
        hit.marks == .claimed, structure.isDisjoint(with: sentence.signals.map(\.signal)),
        let span = hit.spans.first, !words.matches(in: block.words(of: sentence.range)).isEmpty
      else { return nil }
      return (span, sentence.range)
    }
  }

  private static let structure: Set<Signal> = [.role, .cadence, .escalation, .tracking]
}
