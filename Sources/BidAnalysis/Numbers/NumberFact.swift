/// One value of one measure, ready to be compared with others of the same key.
struct NumberFact: Hashable, Sendable {
  /// Measure, unit, side of a change, period and names: facts are comparable when these are equal.
  var key: String
  var figure: Figure
  /// The values it may stand for, in the base of its dimension.
  var bounds: ClosedRange<Double>

  /// Words that alone name no measure.
  private static let vague: Set<String> = [
    "peopl", "person", "staff", "visit", "client", "patient", "resid", "famili", "carer", "referr", "case",
    "household", "wait", "time", "respons",
    "those", "member", "children", "young", "adult", "bed", "day", "hour", "week", "cost", "work", "support",
    "care", "home",
  ]

  /// What a claim says that another place may contradict.
  ///
  /// Aims, denials, earlier states and hedged figures say nothing that could be contradicted.
  static func facts(of claim: NumberClaim) -> [NumberFact] {
    guard claim.status == .achieved, !claim.isDenied, !claim.isEarlier, claim.part == nil,
      claim.parts.isEmpty,
      names(claim)
    else { return [] }
    var facts: [NumberFact] = []
    for (side, figure) in [("before", claim.from), ("now", claim.to)] {
      if let figure { append(figure, side: side, of: claim, to: &facts) }
    }
    for change in claim.changes { append(change.figure, side: "change", of: claim, to: &facts) }
    return facts
  }

  /// Whether the words are enough to know the measure again.
  ///
  /// One word must be a plain one and have a unit that measures: retention of 84%. Of several, vague ones
  /// alone will do for a measured unit ("response time") and not for a count ("people in care").
  private static func names(_ claim: NumberClaim) -> Bool {
    let hasPlain = claim.metric.stems.contains { !vague.contains($0) }
    let isMeasured = [.percent, .points, .rate, .money, .time].contains(claim.unit.dimension)
    return claim.metric.stems.count > 1 ? hasPlain || isMeasured : hasPlain && isMeasured
  }

  private static func append(
    _ figure: Figure, side: String, of claim: NumberClaim, to facts: inout [NumberFact]
  ) {
    guard figure.hedge == .exact, figure.upper == nil else { return }
    let unit = figure.unit ?? .count
    let name = [.rate, .other].contains(unit.dimension) ? unit.name : ""
    let pieces = [
      claim.metric.stems.joined(separator: " "), "\(unit.dimension.rawValue)\(name)", side, claim.verb,
      claim.period.joined(separator: " "), claim.scope.filter { !isOf($0, claim) }.joined(separator: " "),
    ]
    facts.append(NumberFact(key: pieces.joined(separator: "|"), figure: figure, bounds: figure.base))
  }

  /// Whether a name is a word of the measure itself.
  private static func isOf(_ name: String, _ claim: NumberClaim) -> Bool {
    claim.metric.stems.contains { name.hasPrefix($0) }
  }
}
