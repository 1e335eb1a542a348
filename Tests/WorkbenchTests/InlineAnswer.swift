import BidModel
import BidTestSupport
import Screen

/// Answers written in a test, opened in a workbench of their own.
enum InlineAnswer {
  /// A bench that shows one answer whose part Context holds `text`, with the cursor at its start.
  static func bench(
    _ text: String, register: String = "", rows: Int = 30, columns: Int = 80
  ) throws -> WorkbenchHarness {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\n" + (text.isEmpty ? "" : "\(text)\n")], register: register),
      size: Size(rows: rows, columns: columns))
    bench.keys("Ctrl-Home")
    return bench
  }

  /// The head and one row of a register.
  static func register(_ rows: String...) -> String {
    (["kpi,scope,unit,baseline,value,change,period,source,verification,owner,reviewed,review_by,note"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
