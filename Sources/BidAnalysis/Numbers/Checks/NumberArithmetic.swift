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
  ]
  let bad: [CheckExample] = [
    "The wait fell from 36 h to 18 h, a cut of 40%.", "Complaints fell by 60%, from 30 to 20.",
    "Bed days went from 212 to 39, a saving of 137.",
  ]
}
