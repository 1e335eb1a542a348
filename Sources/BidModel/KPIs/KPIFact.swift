/// What names a fact in the register: a KPI of the set, and the contract or service it is true of.
package struct KPIReference: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// `family.kpi`, such as `flow.referral_to_start`.
  package var kpi: String
  /// The contract or service; empty for a fact that is true everywhere.
  package var scope: String

  package init(_ kpi: String, scope: String = "") {
    self.kpi = kpi
    self.scope = scope
  }

  /// As it stands between the braces: `flow.referral_to_start@northside`.
  package var description: String { scope.isEmpty ? kpi : "\(kpi)@\(scope)" }

  package static func < (left: KPIReference, right: KPIReference) -> Bool {
    (left.kpi, left.scope) < (right.kpi, right.scope)
  }
}

/// One row of the KPI register: a typed fact that answers quote and nobody types by hand.
///
/// A fact may be a value with its baseline, a change alone ("down 24%"), a factor ("x3") or a count,
/// zero included.
package struct KPIFact: Hashable, Sendable, Codable {
  package var reference: KPIReference
  package var unit = ""
  package var baseline = ""
  package var value = ""
  /// As written, with its sign: `-24%`, `+12`, `x3`.
  package var change = ""
  package var period = ""
  package var source = ""
  package var verification = ""
  package var owner = ""
  /// Day the fact was last checked, `2026-09-30`.
  package var reviewed = ""
  /// Day by which it must be checked again.
  package var reviewBy = ""
  package var note = ""

  package init(_ reference: KPIReference) { self.reference = reference }

  /// Whether the fact says nothing yet.
  package var isEmpty: Bool { value.isEmpty && change.isEmpty }

  /// Whether the day by which it must be checked again is before `today` (both `yyyy-mm-dd`).
  package func isStale(on today: String) -> Bool { !reviewBy.isEmpty && reviewBy < today }
}
