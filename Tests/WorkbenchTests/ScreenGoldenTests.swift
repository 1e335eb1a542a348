import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The sample bid as people see it.
@Suite struct ScreenGoldenTests {
  @Test(
    "the sample bid looks as it did at every layout",
    arguments: [(24, 80), (36, 120), (50, 200), (5, 20), (30, 100)])
  func layouts(_ rows: Int, _ columns: Int) throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: rows, columns: columns))
    try Golden.expect(bench.screen, is: "sample-\(columns)x\(rows)")
  }

  @Test("without colours every role is still told, by attributes and signs")
  func monochrome() throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 30, columns: 120), theme: .monochrome)
    bench.keys("Ctrl-End")
    #expect(!bench.terminal.snapshotWithStyles().contains("cyan"))
    try Golden.expect(bench.terminal.snapshotWithStyles(), is: "monochrome-120x30")
  }

  @Test("with colours the user's own palette is used")
  func colours() throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: 24, columns: 120), theme: .standard)
    try Golden.expect(bench.terminal.snapshotWithStyles(), is: "colours-120x24")
  }

  @Test("every window from one cell to thirty by thirty is painted, in every pane and overlay")
  func smallWindows() throws {
    let bench = try WorkbenchHarness(.sample(), size: Size(rows: 1, columns: 1))
    for keys in [[], ["F4"], ["F1"], ["Esc", "F2"], ["Esc", "Alt-4", "Enter"], ["Esc", "Alt-2", "Ctrl-K"]] {
      for key in keys { bench.keys(key) }
      for rows in 1...30 {
        for columns in 1...30 {
          bench.resize(rows, columns)
          #expect(bench.terminal.screen.size == Size(rows: rows, columns: columns))
        }
      }
    }
  }
}
