extension NumberChecks {
  /// A measure that begins in one unit and ends in another.
  mutating func checkUnits(_ claim: NumberClaim) {
    guard let from = claim.from, let to = claim.to, let before = from.unit, let after = to.unit else {
      return
    }
    mark(from, to)
    guard !before.isComparable(with: after), !isUnclear(before, after) else { return }
    report(
      .unitClash, "The units differ: from \(words(from)) to \(words(to)).",
      fix: "Give both figures in one unit.", at: from, to)
  }

  /// Days and working days, points and per cent, and units that are not known are left alone.
  private func isUnclear(_ left: NumberUnit, _ right: NumberUnit) -> Bool {
    let pair: Set<NumberUnit.Dimension> = [left.dimension, right.dimension]
    return pair.isSubset(of: [.time, .workingTime]) || pair.isSubset(of: [.percent, .points])
      || pair.contains(.other)
  }

  /// A word that says one way where the figures go the other.
  mutating func checkDirection(_ claim: NumberClaim) {
    guard let from = claim.from, let to = claim.to, areComparable(from, to) else { return }
    let actual = Self.direction(from: from, to: to)
    if let said = claim.direction, let span = claim.directionSpan {
      mark(from, to)
      if said != actual { reportDirection(said, from: from, to: to, at: span) }
    }
    if claim.direction == nil, let said = claim.verdict, let span = claim.verdictSpan,
      let betters = claim.metric.betters
    {
      mark(from, to)
      if let actual, (actual == betters) != (said == .better) {
        reportVerdict(said, from: from, to: to, at: span)
      }
    }
    for change in claim.changes where change.directionSpan != claim.directionSpan {
      guard let said = change.direction else { continue }
      mark(from, to)
      if said != actual {
        reportDirection(said, from: from, to: to, at: change.directionSpan ?? change.figure.span)
      }
    }
  }

  private mutating func reportDirection(
    _ said: NumberClaim.Direction, from: Figure, to: Figure, at span: Range<Int>
  ) {
    let figures = "from \(words(from)) to \(words(to))"
    guard !faults[firstFault...].contains(where: { $0.kind == .direction && $0.span == span }) else {
      return
    }
    faults.append(
      NumberFault(
        kind: .direction, message: "\"\(words(span))\" says a \(said.rawValue), but \(figures) is not one.",
        fix: "Correct the word, or the figures if they stand the wrong way round.", span: span))
  }

  /// "Improved" over a measure that went the worse way.
  private mutating func reportVerdict(
    _ said: NumberClaim.Verdict, from: Figure, to: Figure, at span: Range<Int>
  ) {
    faults.append(
      NumberFault(
        kind: .direction,
        message:
          "\"\(words(span))\" says that this measure got \(said.rawValue), but from \(words(from)) to \(words(to)) it did the opposite.",
        fix: "Correct the word, or the figures if they stand the wrong way round.", span: span))
  }

  /// Which way the figures go; `nil` when they are the same.
  static func direction(from: Figure, to: Figure) -> NumberClaim.Direction? {
    let before = from.value * (from.unit?.scale ?? 1)
    let after = to.value * (to.unit?.scale ?? 1)
    return before == after ? nil : after > before ? .rise : .fall
  }

  /// Whether two figures are of one dimension; one without a unit takes the other's.
  func areComparable(_ left: Figure, _ right: Figure) -> Bool {
    guard let one = left.unit, let other = right.unit else { return left.unit == nil && right.unit == nil }
    return one.isComparable(with: other)
  }
}
