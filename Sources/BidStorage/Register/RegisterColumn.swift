import BidModel

/// A column of `kpis.csv` that this program reads.
enum RegisterColumn: String, CaseIterable, Sendable {
  case kpi, scope, unit, baseline, value, change, period, source, verification, owner, reviewed
  case reviewBy = "review_by"
  case note

  /// Where the column's cell stands in a fact.
  var path: WritableKeyPath<KPIFact, String> {
    switch self {
    case .kpi: \.reference.kpi
    case .scope: \.reference.scope
    case .unit: \.unit
    case .baseline: \.baseline
    case .value: \.value
    case .change: \.change
    case .period: \.period
    case .source: \.source
    case .verification: \.verification
    case .owner: \.owner
    case .reviewed: \.reviewed
    case .reviewBy: \.reviewBy
    case .note: \.note
    }
  }

  /// The header of a new register.
  package static var header: String { allCases.map(\.rawValue).joined(separator: ",") }
}
