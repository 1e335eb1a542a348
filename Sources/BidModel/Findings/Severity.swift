/// How much a finding matters.
package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case advice, warning, error

  /// Whether one matters less than the other.
  package static func < (left: Severity, right: Severity) -> Bool { rank(left) < rank(right) }

  private static func rank(_ severity: Severity) -> Int { allCases.firstIndex(of: severity) ?? 0 }
}
