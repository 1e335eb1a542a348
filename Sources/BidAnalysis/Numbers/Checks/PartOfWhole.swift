import BidModel

/// A part greater than its whole, or a percentage that is not the part's.
///
/// Limitations: only counts that "of", "out of" or "in" ties together are compared.
struct PartOfWhole: NumberCheck {
  let kind = NumberFault.Kind.partOfWhole
  let about = CheckDescription(
    "number-part-of-whole", title: "A percentage that is not the part's, or a part greater than its whole",
    why: "Counts beside a percentage are what an evaluator checks first.",
    fix: "Correct the percentage or the counts.", severity: .warning)
  let good: [CheckExample] = [
    "In all, 42 of 50 people (84%) went home.",
    "Of the 826 people who left, 91 went to hospital and 688 stayed home.",
    "Two in 2024 involved a feed chart.",
  ]
  let bad: [CheckExample] = [
    "In all, 42 of 50 people (94%) went home.", "Of the 82 people who left, 91 went to hospital.",
    "84% (21 of 28) said the plan was theirs.",
  ]
}
