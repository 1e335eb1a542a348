import BidTestSupport
import Testing

@testable import Workbench

/// Edits made after a save fit the saved file, whose blocks are counted anew when it is read.
@Suite struct AlignmentTests {
  @Test("work after a save that had moved paragraphs about is recovered where it was")
  func afterSave() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n\ntwo\n\nthree\n"])
    let bench = try WorkbenchHarness(scene, journal: folder.path, boot: "an earlier one")
    bench.keys("Ctrl-Home", "End", "Enter")
    bench.type("new")
    bench.keys("Ctrl-S")
    bench.type(" line")
    bench.keys("Ctrl-Down")
    bench.type("also ")
    #expect(bench.texts == ["one", "new line", "also two", "three"])
    bench.terminal.send(.hangup)
    bench.settle()
    let again = try WorkbenchHarness(scene, journal: folder.path)
    again.keys("Enter")
    #expect(again.texts == ["one", "new line", "also two", "three"])
  }
}
