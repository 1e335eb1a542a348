import BidModel

/// A note that should let a finding stand but does not: without a reason, for a check that does not exist,
/// or where nothing is found.
///
/// ``IgnoreSieve`` finds it, since it takes the findings of the other checks.
package struct IgnoreWithoutEffect: Check {
  package let about = CheckDescription(
    "ignore-without-effect", title: "A note to ignore a finding that does nothing",
    why: "Whoever wrote the note believes that something was looked at and decided.",
    fix: "Correct the note or take it out.", severity: .warning, scope: .answer)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}
}
