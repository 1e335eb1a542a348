import BidModel

/// The name of another buyer, place, system or lot: the mark of text that was copied from another bid.
///
/// In the evidence part a name may be that of a comparable service, so it weighs less there. Names come
/// from the workspace's other bids, and from a dated list of systems.
///
/// Limitations: a name that nobody has listed is not known; a university is not taken for the place it is
/// named after.
struct ForeignName: BlockCheck {
  let about = CheckDescription(
    "foreign-name", title: "Another buyer's, place's or lot's name",
    why: "A buyer who finds another's name in an answer reads the rest of it as copied.",
    fix: "Put this bid's name there, or say whose service it is and why it compares.", severity: .error)
  let good: [CheckExample] = [
    "The Harbourside hub meets every weekday.", "This is Lot 2.", "A lot 3 people could lift.",
    "The University of Sussex evaluated it in 2025.",
  ]
  let bad: [CheckExample] = [
    "We will serve the people of Northside from April.", "Northside ICB will receive a report.",
    "Our plan for Lot 3 follows.",
    CheckExample("In Northside, falls fell by 12% in 2025.", part: "evidence"),
    "We know Frimley well.",
  ]

  func findings(in block: CheckedBlock) -> [Finding] {
    let isCase = block.part == "evidence"
    let names = block.context.names
    let named = names.table.matches(in: block.words).compactMap { match -> Finding? in
      guard let range = block.range(of: match.words), !isUniversity(match.words, in: block) else {
        return nil
      }
      let name = names.foreign[match.phrase]
      let severity: Severity =
        switch (name.isCertain, isCase) {
        case (true, false): .error
        case (true, true), (false, false): .warning
        case (false, true): .advice
        }
      return finding(
        "\"\(block.quote(range))\" is \(name.what).", severity: severity, at: block.place(range))
    }
    return named + lots(in: block, isCase: isCase)
  }

  private func lots(in block: CheckedBlock, isCase: Bool) -> [Finding] {
    let own = block.context.names.lots
    guard !own.isEmpty else { return [] }
    let words = block.words
    return words.indices.dropLast().compactMap { index in
      guard words[index].text == "Lot" || words[index].text == "Lots",
        words[index + 1].joint == .close, let range = block.range(of: index..<index + 2)
      else { return nil }
      let lot = words[index + 1].text.uppercased()
      guard lot.allSatisfy(\.isNumber) || lot.count == 1 && words[index + 1].text == lot, !own.contains(lot)
      else { return nil }
      return finding(
        "\"\(block.quote(range))\" is not the lot of this bid.", severity: isCase ? .warning : .error,
        at: block.place(range))
    }
  }

  private func isUniversity(_ words: Range<Int>, in block: CheckedBlock) -> Bool {
    let before = block.words[max(0, words.lowerBound - 2)..<words.lowerBound].map(\.lower)
    if before == ["university", "of"] || before == ["college", "of"] { return true }
    let after = words.upperBound < block.words.count ? block.words[words.upperBound].lower : ""
    return ["university", "college"].contains(after)
  }
}
