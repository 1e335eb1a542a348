import BidModel

/// Figures of one measure in units that cannot be set against each other.
///
/// Limitations: working days are not compared with days.
struct NumberUnitClash: NumberCheck {
  let kind = NumberFault.Kind.unitClash
  let about = CheckDescription(
    "number-unit-clash", title: "One measure in two units",
    why: "A change cannot be judged when its two ends are measured differently.",
    fix: "Give both figures in one unit.", severity: .warning)
  let good: [CheckExample] = [
    "The wait fell from 3 days to 36 hours.", "Completion rose from 44 to 63%.",
  ]
  let bad: [CheckExample] = [
    "The wait fell from 36 hours to 18%.",
    "The wait fell from 36 hours to 18 hours, a cut of 18 percentage points.",
  ]
}
