import BidModel

/// "Halved", "threefold" or "a third" that its figures do not bear out.
///
/// Limitations: a word for a factor is allowed an eighth either way.
struct NumberFactor: NumberCheck {
  let kind = NumberFault.Kind.factor
  let about = CheckDescription(
    "number-factor", title: "A word such as halved or threefold that its figures do not bear out",
    why: "A large word over a smaller figure looks like a result talked up.",
    fix: "Choose the word that fits, or correct the figures.", severity: .warning)
  let good: [CheckExample] = [
    "Incidents halved from 40 to 21.", "Referrals rose threefold, from 12 to 37.",
    "Waits were cut by a third, from 18 weeks to 12.",
  ]
  let bad: [CheckExample] = [
    "Incidents halved from 40 to 31.", "Referrals doubled from 12 to 37.",
    "Waits were cut by a third, from 18 weeks to 9.",
  ]
}
