/// What names a fact in the register: a KPI of the set, and the contract or service it is true of.
package struct KPIReference: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// `family.kpi`, such as `flow.referral_to_start`.
  package var kpi: String
  /// The contract or service; empty for a fact that is true everywhere.
  package var scope: String

  /// A KPI by its key, in a contract or service where `scope` names one.
  package init(_ kpi: String, scope: String = "") {
    self.kpi = kpi
    self.scope = scope
  }

  /// As it stands between the braces: `flow.referral_to_start@northside`.
  package var description: String { scope.isEmpty ? kpi : "\(kpi)@\(scope)" }

  /// The order of the register: by key, then by scope.
  package static func < (left: KPIReference, right: KPIReference) -> Bool {
    (left.kpi, left.scope) < (right.kpi, right.scope)
  }
}

/// One row of the KPI register: a typed fact that answers quote and nobody types by hand.
///
/// A fact may be a value with its baseline, a change alone ("down 24%"), a factor ("x3") or a count,
/// zero included.
package struct KPIFact: Hashable, Sendable, Codable {
  /// Which KPI it is of, and where.
  package var reference: KPIReference
  /// The unit, where it is another than the KPI set's.
  package var unit = ""
  /// What it was before, as written.
  package var baseline = ""
  /// What it is, as written.
  package var value = ""
  /// As written, with its sign: `-24%`, `+12`, `x3`.
  package var change = ""
  /// The time that the value is of.
  package var period = ""
  /// Where the value comes from.
  package var source = ""
  /// Who has checked it, and how.
  package var verification = ""
  /// Who answers for it.
  package var owner = ""
  /// Day the fact was last checked, `2026-09-30`.
  package var reviewed = ""
  /// Day by which it must be checked again.
  package var reviewBy = ""
  /// Anything else; it is never submitted.
  package var note = ""

  /// A fact without a value.
  package init(_ reference: KPIReference) { self.reference = reference }

  /// Whether the fact says nothing yet.
  package var isEmpty: Bool { value.isEmpty && change.isEmpty }

  /// Whether the day by which it must be checked again is before `today` (both `yyyy-mm-dd`).
  package func isStale(on today: String) -> Bool { !reviewBy.isEmpty && reviewBy < today }
}
