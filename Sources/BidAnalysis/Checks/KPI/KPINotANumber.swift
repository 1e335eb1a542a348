import BidModel

/// A value, baseline or change in the register that is no number though its unit wants one.
///
/// Whoever has read the register's file makes the finding, since it alone knows the line.
package struct KPINotANumber: Check {
  package let about = CheckDescription(
    "kpi-not-a-number", title: "A KPI whose value is not a number",
    why: "Every answer that quotes it would say something that cannot be measured.",
    fix: "Write the number into kpis.csv, or leave the cell empty.", severity: .error, scope: .bid)
  package let good: [CheckExample] = []
  package let bad: [CheckExample] = []

  package init() {}
}
