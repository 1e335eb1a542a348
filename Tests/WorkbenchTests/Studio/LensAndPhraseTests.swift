import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Several lenses, phrases with gaps, and checklists.
@Suite struct LensAndPhraseTests {
  private func bench(_ bid: String = "lenses: [ics-scoring, five-pillars]\nchecklists: [dspt]\n") throws
    -> WorkbenchHarness
  {
    let scene = WorkbenchScene.answers([
      "1.md":
        "---\nquestion: 1\ntarget_themes: integration\n---\n\n## Our Role\n\nOur triage nurse joins the MDT with the hospital and the council every Monday; actions go into the shared tracker.\n"
    ])
    scene.put("title: Test bid\n" + bid, at: "/bids/bids/test/bid.yaml")
    return try WorkbenchHarness(scene, size: Size(rows: 30, columns: 110))
  }

  @Test("one key opens the next lens, whose themes are grey where the question asks for none of them")
  func lenses() throws {
    let bench = try bench()
    let open = bench.state.session.answers[0]
    #expect(bench.state.session.themes.id == "ics-scoring" && bench.state.session.targets(of: open) == [0])
    bench.keys("Alt-Shift-L")
    #expect(bench.state.session.themes.id == "five-pillars")
    #expect(bench.state.session.targets(of: open).isEmpty)
    try Golden.expect(bench.screen, is: "lens-five-pillars")
    bench.keys("Alt-Shift-L")
    #expect(bench.state.session.themes.id == "ics-scoring")
    #expect(!bench.state.session.readings.coverage(of: open.id).marks(of: 0).isEmpty)
  }

  @Test("a bid with one lens says how to have more")
  func oneLens() throws {
    let bench = try bench("")
    bench.keys("Alt-Shift-L")
    #expect(bench.message.contains("Lenses"))
  }

  @Test("a phrase is chosen by section and line, and its gaps are filled one after the other")
  func phrases() throws {
    let bench = try bench()
    bench.keys("Ctrl-End")
    bench.keys("F2")
    bench.type("insert a phrase")
    bench.keys("Enter")
    try Golden.expect(bench.screen, is: "phrases")
    bench.type("trained […] dashboard")
    bench.keys("Ctrl-U")
    bench.type("thresholds agreed")
    bench.keys("Enter")
    let text = try #require(bench.answer.parts.last?.blocks.last?.text)
    #expect(text.contains("We work to the thresholds of […]"))
    #expect(bench.state.session.shownFindings(in: bench.answer).contains { $0.check == "leftover-note" })
    bench.type("the council")
    #expect(
      bench.answer.parts.last?.blocks.last?.text.contains("thresholds of the council, agreed with […]")
        == true)
    bench.keys("F2")
    bench.type("next gap")
    bench.keys("Enter")
    bench.type("the ICB")
    #expect(bench.answer.parts.last?.blocks.last?.text.contains("agreed with the ICB and printed") == true)
  }

  @Test("the checklists that the bid switches on are shown with what would show each item")
  func checklists() throws {
    let bench = try bench()
    bench.keys("F2")
    bench.type("checklists")
    bench.keys("Enter")
    try Golden.expect(bench.screen, is: "checklists")
    bench.keys("Esc")
    #expect(bench.state.overlays.isEmpty)
  }
}
