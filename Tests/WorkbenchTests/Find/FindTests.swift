import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Finding, as keys and screens.
@Suite struct FindTests {
  private func bench(rows: Int = 24, columns: Int = 100) throws -> WorkbenchHarness {
    let scene = WorkbenchScene.answers([
      "1.md":
        "---\nquestion: 1.1\ntitle: First\n---\n\n## Context\n\nA partner and a Partner.\n\nOur partners meet.\n\n## Our Role\n\nThe partner leads.\n",
      "2.md": "---\nquestion: 2.1\ntitle: Second\n---\n\n## Context\n\nOne partner here.\n",
    ])
    scene.put("title: Other\nbuyer: Them\n", at: "/bids/bids/other/bid.yaml")
    scene.put(
      "---\nquestion: 7\ntitle: Past\n---\n\n## Context\n\nA partner of old.\n",
      at: "/bids/bids/other/answers/7.md")
    let bench = try WorkbenchHarness(scene, size: Size(rows: rows, columns: columns))
    bench.keys("Ctrl-Home")
    return bench
  }

  @Test("the box counts as it is typed into, marks what it finds, and Enter stays there")
  func finds() throws {
    let bench = try bench()
    bench.keys("Ctrl-F")
    bench.type("partner")
    try Golden.expect(bench.screen, is: "find")
    #expect(bench.state.find.countText == "1 of 4")
    bench.keys("Down", "Down")
    #expect(bench.state.find.countText == "3 of 4")
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty)
    #expect(bench.state.selectedText == "partner" && bench.caretBlock.text == "Our partners meet.")
    bench.keys("F3")
    #expect(bench.caretBlock.text == "The partner leads.")
    bench.keys("Ctrl-N")
    #expect(bench.message == "‘partner’: 1 of 4, from the start again.")
    bench.keys("Shift-F3")
    #expect(bench.message == "‘partner’: 4 of 4, from the end again.")
  }

  @Test("Esc goes back to where one was, in whichever answer", arguments: ["answer", "bid"])
  func escape(_ scope: String) throws {
    let bench = try bench()
    bench.keys("Right", "Right", "Ctrl-F")
    bench.type("one partner")
    if scope == "bid" { bench.keys("Ctrl-T") }
    #expect((bench.caretBlock.text == "One partner here.") == (scope == "bid"))
    bench.keys("Esc")
    #expect(bench.caretLine == "A |partner and a Partner.")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test(
    "each place to search finds what stands there",
    arguments: [(0, 4, 0), (1, 5, 0), (2, 5, 1), (3, 3, 0)])
  func scopes(_ steps: Int, _ here: Int, _ elsewhere: Int) throws {
    let bench = try bench()
    bench.keys("Ctrl-F")
    bench.type("partner")
    bench.keys("Ctrl-T", times: steps)
    #expect(bench.state.find.hits.count == here)
    #expect(bench.state.find.elsewhere.count == elsewhere)
  }

  @Test("what stands in other bids is listed, and Enter leaves for it")
  func workspace() throws {
    let bench = try bench()
    bench.keys("Ctrl-F")
    bench.type("partner of")
    bench.keys("Ctrl-T", "Ctrl-T", "Enter")
    try Golden.expect(bench.screen, is: "find-elsewhere")
    bench.keys("Enter")
    let next = try #require(bench.loop.next)
    #expect(bench.state.isFinished)
    #expect(next.bid.session.heading.title == "Other")
    var state = WorkbenchState(
      session: next.bid.session, size: Size(rows: 24, columns: 80), theme: .monochrome,
      showing: next.bid.shown)
    state.arrive(at: next.destination)
    #expect(state.selectedText == "partner of")
    state.arrive(at: Destination(path: "7.md", words: .init(text: "Gone since.", range: 0..<4)))
    #expect(state.message?.text == "The words that were found are no longer there.")
  }

  @Test("a replacement in the workspace writes the files of other bids, and one undo takes all of it back")
  func replacingElsewhere() throws {
    let bench = try bench()
    let path = "/bids/bids/other/answers/7.md"
    let (here, there) = (bench.texts, bench.scene.text(at: path))
    bench.keys("Ctrl-R")
    bench.type("partner")
    bench.keys("Tab")
    bench.type("ally")
    bench.keys("Ctrl-T", "Ctrl-T", "Enter")
    #expect(bench.screen.contains("Replace · 6 of 6") && bench.screen.contains("other "))
    bench.keys("Enter")
    #expect(bench.message.contains("and 1 of others, which are written"))
    #expect(bench.scene.text(at: path) == there.replacing("partner", with: "ally"))
    #expect(
      bench.texts == here.map { $0.replacing("partner", with: "ally").replacing("Partner", with: "ally") })
    #expect(
      bench.scene.files.names(in: "/bids/bids/other/history/7").contains { $0.contains("before-replacing") })
    bench.keys("Ctrl-Z")
    #expect(bench.scene.text(at: path) == there && bench.texts == here)
    bench.keys("Ctrl-Y")
    #expect(bench.scene.text(at: path) != there && bench.texts != here)
    bench.scene.put("## Context\n\nSomebody else's words.\n", at: path)
    let now = bench.texts
    bench.keys("Ctrl-Z")
    #expect(bench.message.hasPrefix("Nothing was taken back.") && bench.texts == now)
  }

  @Test("where matches stand in other bids alone, the replacement is undone in the answer it was made from")
  func replacingOnlyElsewhere() throws {
    let bench = try bench()
    let path = "/bids/bids/other/answers/7.md"
    let there = bench.scene.text(at: path)
    bench.keys("Ctrl-R")
    bench.type("partner of")
    bench.keys("Tab")
    bench.type("friend of")
    bench.keys("Ctrl-T", "Ctrl-T", "Enter", "Enter")
    #expect(bench.scene.text(at: path) == there.replacing("partner of", with: "friend of"))
    bench.keys("Ctrl-Z")
    #expect(bench.scene.text(at: path) == there)
  }

  @Test("of names that fit alike the one in the answer in hand is first")
  func nearest() throws {
    let bench = try bench()
    bench.keys("Ctrl-G")
    bench.type("2.1 second")
    bench.keys("Enter", "Ctrl-G")
    bench.type("context")
    bench.keys("Enter")
    #expect(bench.state.editor.answer.fileName == "2.md")
  }

  @Test("another bid is gone to by its name, and what is not saved is asked about first")
  func otherBid() throws {
    let bench = try bench()
    bench.type("X")
    bench.keys("Ctrl-G")
    bench.type("other")
    bench.keys("Enter")
    #expect(bench.screen.contains("Save and go there"))
    bench.keys("Down", "Enter")
    #expect(!bench.state.isFinished && bench.state.overlays.isEmpty)
    bench.keys("Ctrl-G")
    bench.type("other")
    bench.keys("Enter", "Enter")
    #expect(bench.state.isFinished && bench.loop.next?.destination.path == "/bids/bids/other")
    #expect(bench.scene.text(at: "/bids/bids/test/answers/1.md").contains("XA partner"))
  }

  @Test("a bid that cannot be opened keeps one where one is, with the reason")
  func unreadableBid() throws {
    let bench = try bench()
    bench.scene.put("title: [\n", at: "/bids/bids/other/bid.yaml")
    bench.keys("Ctrl-G")
    bench.type("other")
    bench.keys("Enter")
    #expect(!bench.state.isFinished && bench.loop.next == nil)
    #expect(bench.message.contains("/bids/bids/other/bid.yaml:"))
  }

  @Test("a bad pattern is told as a sentence and finds nothing")
  func badPattern() throws {
    let bench = try bench()
    bench.keys("Ctrl-F", "Alt-X")
    bench.type("(a")
    #expect(bench.screen.contains("opens a bracket"))
    bench.keys("Enter")
    #expect(bench.message.hasPrefix("The pattern opens a bracket"))
  }

  @Test("what is selected is what is found, and nothing found leaves the cursor")
  func selection() throws {
    let bench = try bench()
    bench.keys("Right", "Right", "Ctrl-Shift-Right", "Ctrl-F")
    #expect(bench.state.find.query.text == "partner ")
    bench.keys("Ctrl-U")
    bench.type("nowhere")
    #expect(bench.state.find.countText == "not found")
    bench.keys("Enter")
    #expect(bench.caretLine == "A |partner and a Partner.")
    bench.keys("F3")
    #expect(bench.message == "‘nowhere’: not found.")
  }

  @Test("the box fits any window", arguments: [(1, 1), (3, 10), (5, 20), (8, 30), (24, 80), (40, 160)])
  func sizes(_ rows: Int, _ columns: Int) throws {
    let bench = try bench(rows: rows, columns: columns)
    bench.keys("Ctrl-R")
    bench.type("partner")
    bench.keys("Tab")
    bench.type("friend")
    bench.keys("Enter")
    bench.keys("Esc", "Esc")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("going to anything shows what the letters fit, and goes there")
  func goTo() throws {
    let bench = try bench()
    bench.keys("Ctrl-G")
    bench.type("21con")
    try Golden.expect(bench.screen, is: "go-to")
    bench.keys("Enter")
    #expect(bench.caretLine == "|One partner here.")
    bench.keys("Ctrl-G")
    bench.type("los_reduced")
    bench.keys("Enter")
    guard case .form(let form) = bench.state.overlays.last else {
      Issue.record("The KPI's form did not open.")
      return
    }
    #expect(form.reference.kpi == "flow.los_reduced")
  }
}
