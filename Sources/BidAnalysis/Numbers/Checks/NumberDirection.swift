import BidModel

/// A word that says one way where its figures go the other.
///
/// "Improved" and "worsened" are judged where the measure's head is one that everybody judges alike; where only the
/// KPI set knows which way is better, see ``NotAnImprovement``.
///
/// Limitations: "changed" says no way; a word is tied to figures only within its clause.
struct NumberDirection: NumberCheck {
  let kind = NumberFault.Kind.direction
  let about = CheckDescription(
    "number-direction", title: "A word that says one way where the figures go the other",
    why: "Figures that contradict their own sentence read as carelessness, or as a result turned round.",
    fix: "Correct the word, or the figures if they stand the wrong way round.", severity: .warning)
  let good: [CheckExample] = [
    "Attendances fell from 61 to 22 a month.", "Retention improved from 71% to 84%.",
    "On-time starts are up to 92% from 68%.", "Did-not-attend rates improved from 13% to 6%.",
    "Response to complaints improved from 62% to 81%.", "Waiting times improved from 62% to 81%.",
    "We reduced time to first appointment: 27 days in 2024, 19 days in 2025.",
  ]
  let bad: [CheckExample] = [
    "Attendances fell from 22 to 61 a month.", "Some 92% started within 24 hours, down from 68%.",
    "The wait went from 36 h to 18 h, an increase of 18 hours.",
    "Did-not-attend rates improved from 6% to 13% between May and October 2025.",
    "Patient satisfaction worsened from 71% to 88%.",
    "We reduced time to first appointment: 19 days in 2024, 27 days in 2025.",
  ]
}
