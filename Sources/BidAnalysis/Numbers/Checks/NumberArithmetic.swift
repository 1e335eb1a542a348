import BidModel

/// A change that is not the difference of the figures beside it.
///
/// Limitations: printed places are taken to be rounded or cut off, so 51% passes for 36 h to 18 h.
struct NumberArithmetic: NumberCheck {
  let kind = NumberFault.Kind.arithmetic
  let about = CheckDescription(
    "number-arithmetic", title: "A change that its figures do not give",
    why: "An evaluator who reckons one figure and finds it wrong doubts the rest.",
    fix: "Correct the change or the figures.", severity: .warning)
  let good: [CheckExample] = [
    "The wait fell from 36 h to 18 h, a cut of 50%.",
    "Stays went from 9.2 nights to 5.6, a fall of 3.6 nights.",
    "Complaints fell from 30 to 20 (down 33%).", "We aim to cut falls by 10%.",
    "The wait fell from 21 days to 9 days between April 2025 and March 2026, a cut of 57%.",
    "The wait fell from 21 days to 9 days in May and June saw a cut of 10% in cost.",
    "Wound infections: 4.8 to 3.1 per 1,000 visits, April to September 2026 against the same months of 2025 (down 35%).",
    "Spend fell from £420k to £310k, saving £110,000.", "Spend fell from £420 to £310 a day, saving £90,000.",
    "Caseload: 10 to 12 a nurse, a reduction of 20%.",
  ]
  let bad: [CheckExample] = [
    "The wait fell from 36 h to 18 h, a cut of 40%.", "Complaints fell by 60%, from 30 to 20.",
    "Bed days went from 212 to 39, a saving of 137.",
    "The wait fell from 21 days to 9 days between April 2025 and March 2026, a cut of 47%.",
    "The wait fell from 21 days to 9 days between May and July 2025 (a cut of 47%).",
    "Wound infections: 4.8 to 3.1 per 1,000 visits, April to September 2026 against the same months of 2025 (down 53%).",
    "Compression within 14 days: 62% to 81% in 2025, a gain of 12 points.",
    "We cut spend from £420k to £310k in 2025/26, saving £90,000.",
  ]
}
