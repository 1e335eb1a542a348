import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Lenses that are switched on and off for the bid from the program.
@Suite("Lenses of the bid") struct LensSwitchTests {
  private static let bid = "/bids/bids/harbourside-d2a/bid.yaml"

  private func sample(rows: Int = 36, columns: Int = 120) throws -> WorkbenchHarness {
    try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: rows, columns: columns), installed: true)
  }

  private func choose(_ lens: String, in bench: WorkbenchHarness) {
    bench.keys("F2")
    bench.type("lenses of this bid")
    bench.keys("Enter")
    bench.type(lens)
    bench.keys("Enter")
  }

  @Test("what a lens would show stands before it is switched on; bid.yaml keeps every other byte")
  func switches() throws {
    let bench = try sample()
    let before = bench.scene.text(at: Self.bid)
    bench.keys("F2")
    bench.type("lenses of this bid")
    bench.keys("Enter")
    try Golden.expect(bench.screen, is: "lenses-120x36")
    bench.type("five-pillars")
    bench.keys("Enter")
    try Golden.expect(bench.screen, is: "lens-on-120x36")
    #expect(bench.scene.text(at: Self.bid) == before)
    bench.keys("Down", "Enter")
    let after = before.replacing("lenses: [ics-scoring]", with: "lenses: [ics-scoring, five-pillars]")
    #expect(bench.scene.text(at: Self.bid) == after && after != before)
    #expect(bench.state.session.lenses.map(\.id) == ["ics-scoring", "five-pillars"])
    #expect(bench.state.session.themes.id == "ics-scoring")
    bench.keys("Alt-Shift-L")
    #expect(bench.state.session.themes.id == "five-pillars")
    choose("five-pillars", in: bench)
    bench.keys("Down", "Enter")
    #expect(bench.scene.text(at: Self.bid) == before)
    #expect(bench.state.session.themes.id == "ics-scoring")
  }

  @Test("leaving it changes nothing, and the last lens stays")
  func leaves() throws {
    let bench = try sample(rows: 24, columns: 80)
    let before = bench.scene.text(at: Self.bid)
    choose("five-pillars", in: bench)
    try Golden.expect(bench.screen, is: "lens-on-80x24")
    bench.keys("Enter")
    #expect(bench.scene.text(at: Self.bid) == before)
    bench.keys("Esc")
    choose("ics-scoring", in: bench)
    #expect(bench.message.contains("only lens"))
  }

  @Test("Ctrl-E on a lens that the bid does not name asks, and says nothing that is not so")
  func fromTheStudio() throws {
    let bench = try sample()
    bench.keys("Alt-Shift-O")
    bench.type("themes/three-domains")
    bench.keys("Enter", "Down", "Enter")
    bench.keys("Tab", times: 4)
    #expect(bench.screen.contains("This bid does not use it"), "\(bench.screen)")
    #expect(bench.state.studio?.found.contains { $0.text.contains("is claimed") } == true)
    bench.keys("Ctrl-E")
    #expect(bench.screen.contains("Switch a lens on") && !bench.message.contains("is read with"))
    bench.keys("Down", "Enter")
    #expect(bench.state.session.lenses.map(\.id) == ["ics-scoring", "three-domains"])
    #expect(bench.state.studio?.name.id == "three-domains")
    bench.keys("Ctrl-E")
    #expect(bench.message == "The bid has the new themes/three-domains; Alt-Shift-L opens it.")
  }

  @Test("a file that the bid does not use is not said to be read")
  func unused() throws {
    let bench = try sample()
    bench.keys("Alt-Shift-O")
    bench.type("scales/zero-to-four")
    bench.keys("Enter", "Down", "Enter", "Ctrl-E")
    #expect(bench.message.contains("does not use scales/zero-to-four"), "\(bench.message)")
  }

  @Test("reloading takes what bid.yaml names anew")
  func reloads() throws {
    let bench = try sample()
    let text = bench.scene.text(at: Self.bid)
    bench.scene.put(
      text.replacing("lenses: [ics-scoring]", with: "lenses: [ics-scoring, three-domains]"), at: Self.bid)
    bench.keys("F2")
    bench.type("reload from disk")
    bench.keys("Enter")
    #expect(bench.message == "Taken anew: lenses ics-scoring, three-domains.")
    bench.keys("F2")
    bench.type("reload from disk")
    bench.keys("Enter")
    #expect(bench.message == "Nothing has changed on disk.")
  }

  @Test("a bid that says lenses and themes opens with both, and is told so")
  func bothKeys() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    scene.put(
      scene.text(at: Self.bid).replacing(
        "lenses: [ics-scoring]", with: "themes: [ics-scoring]\nlenses: [three-domains]"), at: Self.bid)
    let bench = try WorkbenchHarness(scene, installed: true)
    #expect(bench.state.session.lenses.map(\.id) == ["three-domains", "ics-scoring"])
    #expect(bench.state.session.problems.contains { $0.message.contains("older name of ‘lenses’") })
  }
}
