/// A way in which a sentence claims without giving the evaluator anything to score.
package enum Pitfall: String, CaseIterable, Hashable, Sendable {
  /// Partnership with no structure: no role, rhythm, route, follow-up or named mechanism.
  case genericPartnership = "generic-partnership"
  /// Assurance that rests on having a policy or certificate, with no routine of review.
  case policyOnly = "policy-only"
  /// A commitment to equality with no targeted action and no monitoring.
  case equitySlogan = "equity-slogan"
}

/// A pitfall with the words that show it.
package struct PitfallHit: Hashable, Sendable {
  /// Which pitfall the sentence falls into.
  package var pitfall: Pitfall
  /// UTF-8 bytes of ``Block/text``.
  package var spans: [Range<Int>]

  package init(_ pitfall: Pitfall, spans: [Range<Int>]) {
    self.pitfall = pitfall
    self.spans = spans
  }
}
