extension NumberChecks {
  /// Sets each change that a claim tells against the figures it went from and to.
  mutating func checkChanges(_ claim: NumberClaim) {
    guard let from = claim.from, let to = claim.to, areComparable(from, to), from.upper == nil,
      to.upper == nil,
      from.value > 0
    else { return }
    for change in claim.changes {
      switch change.figure.unit?.dimension {
      case .percent? where from.unit?.dimension == .percent && change.figure.form != .fraction:
        checkShareOfShare(change.figure, from: from, to: to)
      case .percent?: checkRelative(change.figure, from: from, to: to)
      case .points?: checkPoints(change.figure, from: from, to: to)
      case .factor?: checkFactor(change.figure, from: from, to: to)
      default: checkDifference(change.figure, from: from, to: to)
      }
    }
  }

  // MARK: Kinds of change

  private mutating func checkRelative(_ change: Figure, from: Figure, to: Figure) {
    mark(change, from, to)
    guard !Self.relative(from: from, to: to).overlaps(change.loose) else { return }
    let kind = change.form == .fraction ? NumberFault.Kind.factor : .arithmetic
    report(
      kind, "From \(words(from)) to \(words(to)) is \(percent(from: from, to: to)), not \(words(change)).",
      fix: "Correct the percentage or the figures.", at: from, to, change)
  }

  /// A change of a percentage given in per cent: right as it stands, or meant in points, or wrong.
  private mutating func checkShareOfShare(_ change: Figure, from: Figure, to: Figure) {
    mark(change, from, to)
    let points = Self.exactDifference(from: from, to: to)
    let relative = 100 * points / from.value
    let isRelative = change.loose.contains(relative)
    let isPoints = change.bounds(isCount: false).contains(points)
    if isRelative || (!isPoints && Self.relative(from: from, to: to).overlaps(change.loose)) { return }
    guard isPoints else {
      return report(
        .arithmetic,
        "From \(words(from)) to \(words(to)) is \(NumberText.plain(points)) percentage points, not \(words(change)).",
        fix: "Correct the change or the figures.", at: from, to, change)
    }
    report(
      .percentPoint,
      "From \(words(from)) to \(words(to)) is \(NumberText.plain(points)) percentage points; \(words(change)) of \(words(from)) would be another change.",
      fix: "Write \"\(NumberText.plain(change.value)) percentage points\".", at: from, to, change)
  }

  private mutating func checkPoints(_ change: Figure, from: Figure, to: Figure) {
    mark(change, from, to)
    guard from.unit?.dimension == .percent else {
      // Points of something that is no percentage: a scale's points, which have no unit.
      guard from.unit != nil, from.unit?.dimension != .count else {
        var plain = change
        plain.unit = .count
        return checkDifference(plain, from: from, to: to)
      }
      return report(
        .unitClash,
        "Points are said of a change from \(words(from)) to \(words(to)), which are not percentages.",
        fix: "Give the change in the unit of the figures.", at: from, to, change)
    }
    guard !Self.difference(from: from, to: to).overlaps(change.loose) else { return }
    let relative = 100 * Self.exactDifference(from: from, to: to) / from.value
    let isRelative = change.bounds(isCount: false).contains(relative)
    report(
      isRelative ? .percentPoint : .arithmetic,
      "From \(words(from)) to \(words(to)) is \(NumberText.plain(Self.exactDifference(from: from, to: to))) percentage points, not \(words(change)).",
      fix: isRelative
        ? "Write \"\(NumberText.plain(change.value))%\" or correct the points."
        : "Correct the points or the figures.",
      at: from, to, change)
  }

  /// "halved", "threefold", "three times".
  private mutating func checkFactor(_ change: Figure, from: Figure, to: Figure) {
    mark(change, from, to)
    let factor = change.value < 1 ? 1 / change.value : change.value
    let (low, high) =
      from.value * (from.unit?.scale ?? 1) < to.value * (to.unit?.scale ?? 1) ? (from, to) : (to, from)
    guard low.base.lowerBound > 0 else { return }
    let ratio = (high.base.lowerBound / low.base.upperBound)...(high.base.upperBound / low.base.lowerBound)
    // "Halved" and its like are said of what comes within an eighth of it.
    let room: ClosedRange<Double> =
      switch change.hedge {
      case .over: (factor * 0.98)...(factor * 1.5)
      case .under: (factor * 0.75)...(factor * 1.02)
      case .exact, .about: (factor * 0.88)...(factor * 1.14)
      }
    guard !ratio.overlaps(room) else { return }
    report(
      .factor,
      "From \(words(from)) to \(words(to)) is a factor of \(NumberText.plain(high.value * (high.unit?.scale ?? 1) / (low.value * (low.unit?.scale ?? 1)), places: 1)); \"\(words(change))\" says \(NumberText.plain(factor)).",
      fix: "Choose the word that fits, or correct the figures.", at: from, to, change)
  }

  /// A change in the unit of the figures: "a fall of 18 hours".
  private mutating func checkDifference(_ change: Figure, from: Figure, to: Figure) {
    var change = change
    if change.unit == nil || change.unit == .count { change.unit = from.unit }
    mark(change, from, to)
    guard areComparable(change, from) else {
      guard change.value == abs(from.value - to.value), change.unit?.dimension != .workingTime else { return }
      return report(
        .unitClash,
        "The change is in another unit than the figures: \(words(change)) from \(words(from)) to \(words(to)).",
        fix: "Give the change in the unit of the figures.", at: from, to, change)
    }
    guard !Self.difference(from: from, to: to).overlaps(change.loose) else { return }
    report(
      .arithmetic, "From \(words(from)) to \(words(to)) is not a change of \(words(change)).",
      fix: "Correct the change or the figures.", at: from, to, change)
  }

  // MARK: Reckoning

  /// How far apart the figures may be, in the base of their dimension.
  private static func difference(from: Figure, to: Figure) -> ClosedRange<Double> {
    let (low, high) = from.base.lowerBound <= to.base.lowerBound ? (from.base, to.base) : (to.base, from.base)
    // Doubles of decimal figures differ in the last bits.
    let hair = 1e-9 * max(1, high.upperBound)
    return max(0, high.lowerBound - low.upperBound - hair)...(max(0, high.upperBound - low.lowerBound) + hair)
  }

  private static func exactDifference(from: Figure, to: Figure) -> Double {
    let scale = from.unit?.scale ?? 1
    // Rounded to nine places, so that 9.4 - 9.3 is 0.1.
    return (abs(from.value * scale - to.value * (to.unit?.scale ?? 1)) / scale * 1e9).rounded() / 1e9
  }

  /// The change in per cent of where it began, as far as the printed places tell.
  private static func relative(from: Figure, to: Figure) -> ClosedRange<Double> {
    let base = from.base
    guard base.lowerBound > 0 else { return 0...Double.greatestFiniteMagnitude }
    let low = to.base.lowerBound / base.upperBound - 1
    let high = to.base.upperBound / base.lowerBound - 1
    let ends = [abs(low), abs(high)]
    let hair = 1e-9
    let least = low <= 0 && high >= 0 ? 0 : min(ends[0], ends[1])
    return (100 * least - hair)...(100 * max(ends[0], ends[1]) + hair)
  }

  private func percent(from: Figure, to: Figure) -> String {
    let change = 100 * Self.exactDifference(from: from, to: to) / from.value
    return "\(NumberText.plain(change, places: change < 10 ? 1 : 0))%"
  }
}
