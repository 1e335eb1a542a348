import BidModel

/// Parts that exclude each other and add up to more than their total.
///
/// Limitations: only lists after words such as "comprising" or "split", or with "the remaining", are
/// taken to exclude each other.
struct PartsExceedTotal: NumberCheck {
  let kind = NumberFault.Kind.partsExceedTotal
  let about = CheckDescription(
    "number-parts-exceed-total", title: "Parts that add up to more than their total",
    why: "A breakdown that does not add up makes both the parts and the total doubtful.",
    fix: "Correct the parts or the total.", severity: .warning)
  let good: [CheckExample] = [
    "The 50 places comprise 30 for adults and 20 for children.",
    "Of the 50 people asked, 42 were glad and 45 would return.",
    "The team has 50 staff, comprising 30 carers and 20 nurses.",
    "Our 60 staff are 25 nurses, 20 therapists and 15 support workers.",
  ]
  let bad: [CheckExample] = [
    "The team has 50 staff, comprising 30 carers and 25 nurses.",
    "Our 60 staff are 25 nurses, 20 therapists and 22 support workers.",
    "Income is split 60% from the ICB, 30% from the council and 20% from trusts.",
    "Of the 120 people who left, 91 went home and the remaining 39 moved to care homes.",
  ]
}
