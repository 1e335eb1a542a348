import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The screens of the sample bid, as they were looked at and found right.
@Suite("Screens are what they were")
struct ScreenGoldenTests {
  static let folder = WorkbenchHarness.repository + "/Tests/WorkbenchTests/Goldens"

  @Test(
    "the sample bid at every layout",
    arguments: [
      ("sample-80x24", 24, 80), ("sample-100x30", 30, 100), ("sample-120x36", 36, 120),
      ("sample-200x50", 50, 200),
      ("sample-20x5", 5, 20),
    ])
  func layouts(name: String, rows: Int, columns: Int) throws {
    let harness = try WorkbenchHarness(size: Size(rows: rows, columns: columns))
    #expect(Golden.difference(harness.screen, name: name, in: Self.folder) == nil)
  }

  @Test("without colour, styles still tell what things are")
  func monochrome() throws {
    let harness = try WorkbenchHarness(size: Size(rows: 24, columns: 100))
    let screen = harness.terminal.snapshotWithStyles()
    #expect(Golden.difference(screen, name: "sample-monochrome", in: Self.folder) == nil)
  }

  @Test(
    "what lies over the panes",
    arguments: [
      ("palette", ["F2"], "count"), ("menu", ["Esc"], ""), ("help", ["F1"], ""),
      ("completion", ["Ctrl-K"], ""),
      ("kpi-form", ["Alt-4", "Enter"], ""), ("coverage-open", ["Alt-3", "Enter"], ""),
      ("findings", ["Alt-5", "Down"], ""), ("guidance", ["Alt-6"], ""),
      ("quit-edited", ["Enter", "Ctrl-Q"], ""),
      ("empty-answer", ["Alt-N", "Alt-N", "Alt-N", "Alt-N", "Alt-N"], ""),
    ])
  func overlays(name: String, keys: [String], text: String) throws {
    let harness = try WorkbenchHarness()
    for key in keys { harness.keys(key) }
    if !text.isEmpty { harness.type(text) }
    #expect(Golden.difference(harness.screen, name: name, in: Self.folder) == nil)
  }

  @Test("every size down to one by one paints without a trap, and keeps the text when it grows again")
  func tinySizes() throws {
    let harness = try WorkbenchHarness()
    let before = harness.screen
    for rows in 1...12 {
      for columns in stride(from: 1, through: 130, by: 3) {
        harness.resize(Size(rows: rows, columns: columns))
        #expect(harness.terminal.screen.size == Size(rows: rows, columns: columns))
      }
    }
    harness.resize(Size(rows: 36, columns: 120))
    #expect(harness.screen.split(separator: "\n").count == before.split(separator: "\n").count)
  }
}
