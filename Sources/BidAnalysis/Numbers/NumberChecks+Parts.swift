extension NumberChecks {
  /// A part against its whole, and against the percentage printed beside them.
  mutating func checkPart(_ claim: NumberClaim) {
    guard let part = claim.part, let whole = claim.whole else {
      return checkShare(claim)
    }
    mark(part, whole)
    guard part.base.lowerBound <= whole.base.upperBound else {
      return report(
        .partOfWhole, "\(words(part)) cannot be part of \(words(whole)).",
        fix: "Correct the part or the whole.", at: part, whole)
    }
    guard let share = claim.to, share.unit == .percent, whole.value > 0 else { return }
    mark(share)
    let exact = 100 * part.value / whole.value
    let low = 100 * part.base.lowerBound / whole.base.upperBound
    let high = 100 * part.base.upperBound / max(whole.base.lowerBound, 0.5)
    guard !(low...max(low, high)).overlaps(share.loose) else { return }
    report(
      .partOfWhole,
      "\(words(part)) of \(words(whole)) is \(NumberText.plain(exact, places: 1))%, not \(words(share)).",
      fix: "Correct the percentage or the counts.", at: part, whole, share)
  }

  /// A share of people above 100%.
  private mutating func checkShare(_ claim: NumberClaim) {
    guard let share = claim.to, share.unit == .percent, claim.from == nil, claim.changes.isEmpty,
      share.value > 100,
      claim.metric.span.lowerBound >= share.span.upperBound,
      words(claim.metric.span.lowerBound - 4..<claim.metric.span.lowerBound).hasSuffix("of ")
    else { return }
    mark(share)
    report(
      .partOfWhole, "A share cannot be \(words(share)).", fix: "Correct the percentage.", at: share)
  }

  /// Parts that exclude each other against their total.
  mutating func checkParts(_ claim: NumberClaim) {
    guard let first = claim.parts.first, claim.parts.count >= 2 else { return }
    let isPercent = first.unit == .percent
    guard isPercent || claim.whole != nil else { return }
    for part in claim.parts { mark(part) }
    mark(claim.whole)
    let least = claim.parts.reduce(0) { $0 + $1.base.lowerBound }
    let total = claim.parts.reduce(0) { $0 + $1.value }
    let most = claim.whole.map(\.base.upperBound) ?? 100
    guard least > most + 1e-9 else { return }
    let last = claim.parts[claim.parts.count - 1]
    report(
      .partsExceedTotal,
      "The parts add up to \(NumberText.plain(total))\(isPercent ? "%" : ""), more than \(claim.whole.map { words($0) } ?? "100%").",
      fix: "Correct the parts or the total.", at: first, last)
  }
}
