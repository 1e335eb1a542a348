import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Replacing, as keys, screens and files.
@Suite struct ReplaceTests {
  private let first = "## Context\n\nA partner and a partner.\n\nOur partners meet.\n"
  private let second = "## Context\n\nOne partner, {{flow.partner}} here.\n"

  private func scene() -> WorkbenchScene { .answers(["1.md": first, "2.md": second]) }

  private func bench(_ scene: WorkbenchScene) throws -> WorkbenchHarness {
    let bench = try WorkbenchHarness(scene, size: Size(rows: 24, columns: 100))
    bench.keys("Ctrl-Home")
    return bench
  }

  private func fill(_ bench: WorkbenchHarness, _ old: String, _ new: String, scope: Int = 1) {
    bench.keys("Ctrl-R")
    bench.type(old)
    bench.keys("Tab")
    bench.type(new)
    bench.keys("Ctrl-T", times: scope)
    bench.keys("Enter")
  }

  private func allTexts(_ bench: WorkbenchHarness) -> [String] {
    bench.state.session.answers.flatMap { $0.answer.parts.flatMap(\.blocks).map(\.text) }
  }

  @Test("the preview shows before and after; a name in braces is left alone unless it is switched on")
  func preview() throws {
    let bench = try bench(scene())
    fill(bench, "partner", "friend")
    try Golden.expect(bench.screen, is: "replace-preview")
    bench.keys("Enter")
    #expect(
      allTexts(bench) == [
        "A friend and a friend.", "Our friends meet.", "One friend, {{flow.partner}} here.",
      ])
    #expect(bench.message == "Replaced in 4 places in 2 answers; Ctrl-Z takes all of it back.")
  }

  @Test("one undo takes all of it back in every answer, from whichever, and redo does it again")
  func oneUndo() throws {
    let bench = try bench(scene())
    let before = allTexts(bench)
    fill(bench, "partner", "friend")
    bench.keys("Enter")
    let after = allTexts(bench)
    bench.keys("Alt-N", "Ctrl-End", "Ctrl-Z")
    #expect(allTexts(bench) == before)
    bench.keys("Ctrl-Y")
    #expect(allTexts(bench) == after)
    bench.keys("Alt-P", "Ctrl-Z")
    #expect(allTexts(bench) == before)
    for open in bench.state.session.answers { #expect(open.answer.brokenInvariant() == nil) }
  }

  @Test("a match that is switched off stays as it is")
  func switchedOff() throws {
    let bench = try bench(scene())
    fill(bench, "partner", "friend", scope: 0)
    bench.keys("Tab")
    bench.keys("Down", "Down")
    bench.type(" ")
    bench.keys("Enter")
    #expect(bench.texts == ["A partner and a friend.", "Our partners meet."])
    fill(bench, "partner", "colleague", scope: 0)
    bench.keys("Ctrl-A", "Enter")
    #expect(bench.message == "Every match is switched off: Tab switches one on.")
  }

  @Test("a pattern's groups are put into the replacement")
  func groups() throws {
    let bench = try bench(.answers(["1.md": "## Context\n\nFrom 36 h to 18 h.\n"]))
    bench.keys("Ctrl-R", "Alt-X")
    bench.type("(\\d+) h\\b")
    bench.keys("Tab")
    bench.type("$1 hours")
    bench.keys("Enter", "Enter")
    #expect(bench.texts == ["From 36 hours to 18 hours."])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["From 36 h to 18 h."])
  }

  @Test("when another has one of the files, nothing is replaced in any")
  func locked() throws {
    let scene = scene()
    let other = try WorkbenchHarness(scene, process: 8)
    other.keys("Alt-N")
    other.type("x")
    let bench = try bench(scene)
    let before = allTexts(bench)
    fill(bench, "partner", "friend")
    bench.keys("Enter")
    #expect(allTexts(bench) == before)
    #expect(bench.message.hasPrefix("Nothing was replaced.") && bench.message.contains("priya"))
    bench.keys("Ctrl-Home")
    bench.type("y")
    #expect(bench.texts[0].hasPrefix("y"))
    let third = try WorkbenchHarness(scene, process: 9)
    third.keys("Ctrl-Home")
    third.type("z")
    #expect(third.texts[0].hasPrefix("A"), "the lock of the file that was edited is held")
  }

  @Test("the cursor keeps its place beside what is replaced, in letters of any width")
  func caret() throws {
    let bench = try bench(.answers(["1.md": "## Context\n\néé partner éé\n"]))
    bench.keys("Ctrl-End")
    fill(bench, "é", "x", scope: 0)
    bench.keys("Enter")
    #expect(bench.caretLine.contains("|"))
    #expect(bench.texts == ["xx partner xx"])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["éé partner éé"])
  }
}
