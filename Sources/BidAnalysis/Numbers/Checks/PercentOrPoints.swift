import BidModel

/// A change of a percentage given in per cent where percentage points are meant, or the reverse.
///
/// Limitations: where both come to the same printed figure nothing is said.
struct PercentOrPoints: NumberCheck {
  let kind = NumberFault.Kind.percentPoint
  let about = CheckDescription(
    "number-percent-points", title: "Per cent said where percentage points are meant",
    why: "From 80% to 90% is ten points but an eighth more; a reader cannot tell which is claimed.",
    fix: "Write percentage points for the difference of two percentages.", severity: .warning)
  let good: [CheckExample] = [
    "Satisfaction rose from 80% to 90%, a gain of ten percentage points.",
    "Satisfaction rose from 80% to 90%, a 12.5% increase.",
  ]
  let bad: [CheckExample] = [
    "Compression within 14 days: 62% to 81% over the same months, a gain of 19%.",
    "Satisfaction rose from 80% to 90%, a 10% increase.",
    "Vacancies fell from 20% to 15%, a fall of 25 percentage points.",
  ]
}
