import BidStorage
import BidTestSupport
import Glibc
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

  @Test("README shows the screen as it is")
  func readme() throws {
    let bench = try WorkbenchHarness(.sample(answer: "2.1-integration.md"))
    bench.keys("Ctrl-Home")
    let path = FilePath.join(RepositoryFiles.root, "README.md")
    let files = LocalFileSystem()
    let text = String(decoding: try FileReader(files: files).read(path).bytes, as: UTF8.self)
    let begin = try #require(text.firstRange(of: "<!-- screen: begin -->\n```\n"))
    let end = try #require(text.firstRange(of: "\n```\n<!-- screen: end -->"))
    let shown = String(text[begin.upperBound..<end.lowerBound])
    guard getenv("FIVEFOLD_RECORD") == nil else {
      let new = text[..<begin.upperBound] + bench.screen + text[end.lowerBound...]
      _ = try AtomicWriter(files: files, host: "golden").write(
        Array(new.utf8), to: path, expecting: .anything)
      return
    }
    #expect(Golden.difference(from: shown, to: bench.screen) == [])
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
