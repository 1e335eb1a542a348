/// What lifts a claim: a thing an evaluator can point at in the sentence.
package enum Signal: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Who does or owns it: a post, professional role, named lead, team or panel.
  case role
  /// A routine frequency, or a time standard that work is held to.
  case cadence
  /// A threshold that triggers action, or a route upward or outward.
  case escalation
  /// Actions, risks or referrals are recorded and followed.
  case tracking
  /// A quantified result or target.
  case measure
  /// The period or date that a measure or result relates to.
  case timeframe
  /// How data or practice is checked.
  case verification

  /// The order in which signals are listed.
  package static func < (left: Signal, right: Signal) -> Bool {
    order(left) < order(right)
  }

  private static func order(_ signal: Signal) -> Int { allCases.firstIndex(of: signal) ?? 0 }
}
