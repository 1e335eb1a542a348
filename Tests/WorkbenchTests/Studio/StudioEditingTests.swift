import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Writing in the studio: completion, selection, labelled sentences and impact.
@Suite struct StudioEditingTests {
  private func sample(
    rows: Int = 36, columns: Int = 120, _ prepare: (WorkbenchScene) -> Void = { _ in }
  ) throws -> WorkbenchHarness {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    prepare(scene)
    return try WorkbenchHarness(scene, size: Size(rows: rows, columns: columns), installed: true)
  }

  private func open(_ name: String, in bench: WorkbenchHarness) {
    bench.keys("Alt-Shift-O")
    bench.type(name)
    bench.keys("Enter", "Down", "Enter")
  }

  private func find(_ words: String, in bench: WorkbenchHarness) {
    bench.keys("Ctrl-F", "Ctrl-U")
    bench.type(words)
    bench.keys("Enter")
  }

  /// The line of the studio's cursor.
  private func line(_ bench: WorkbenchHarness) -> String {
    for case .studio(let file) in bench.state.overlays { return file.text.lines[file.text.row] }
    return ""
  }

  private var completion: (WorkbenchHarness) -> [String] {
    { bench in
      if case .completion(let list) = bench.state.overlays.last { list.items.map(\.name) } else { [] }
    }
  }

  @Test("the keys that may stand here are offered as one is typed, then its values; Tab and Enter take one")
  func completes() throws {
    let bench = try sample()
    open("five-part", in: bench)
    find("share: 12", in: bench)
    bench.keys("End", "Enter")
    bench.type("ex")
    #expect(completion(bench) == ["export"])
    try Golden.expect(bench.screen, is: "studio-completion-120x36")
    bench.resize(24, 80)
    try Golden.expect(bench.screen, is: "studio-completion-80x24")
    bench.keys("Tab")
    #expect(line(bench) == "    export: ")
    #expect(completion(bench) == ["own", "merged", "hidden"])
    bench.keys("Down", "Enter")
    #expect(line(bench) == "    export: merged")
    #expect(bench.state.studio?.faults.isEmpty == true, "\(bench.screen)")
    bench.keys("Ctrl-Z")
    #expect(line(bench) == "    export: ")
  }

  @Test("typing narrows the list, Esc closes it, and a finished word needs none")
  func narrows() throws {
    let bench = try sample()
    open("five-part", in: bench)
    find("share: 12", in: bench)
    bench.keys("End", "Enter")
    bench.type("e")
    #expect(completion(bench) == ["export"])
    bench.keys("Esc")
    #expect(completion(bench).isEmpty && line(bench) == "    e")
    bench.keys("Backspace", "Ctrl-Space")
    #expect(completion(bench).contains("optional") && !completion(bench).contains("share"))
    bench.type("opt")
    #expect(completion(bench) == ["optional"])
    bench.keys("Backspace")
    #expect(completion(bench) == ["optional"] && line(bench) == "    op")
    bench.keys("Backspace", "Backspace")
    bench.type("at")
    #expect(completion(bench) == ["repeats"])
    bench.keys("Backspace", "Backspace")
    bench.type("op")
    bench.type("tional: ")
    #expect(completion(bench) == ["yes", "no"])
    bench.keys("Left")
    #expect(completion(bench).isEmpty && line(bench) == "    optional: ")
    find("guidance", in: bench)
    bench.keys("Ctrl-Space")
    #expect(bench.screen.contains("No key and no word is known for this place"))
  }

  @Test("a new template begins as a copy of another, under an id that is asked for")
  func newTemplate() throws {
    let bench = try sample(rows: 24, columns: 100)
    bench.keys("Alt-Shift-O")
    bench.type("zero-to-five")
    bench.keys("Ctrl-N")
    bench.type("Ours")
    bench.keys("Enter")
    #expect(bench.screen.contains("small letters, digits and hyphens"))
    bench.keys("Ctrl-U")
    bench.type("our-scale")
    try Golden.expect(bench.screen, is: "studio-new")
    bench.keys("Enter")
    #expect(bench.state.studio?.name == TemplateName(.scales, "our-scale"))
    #expect(bench.scene.text(at: "/bids/templates/scales/our-scale.yaml").contains("id: our-scale"))
    bench.keys("Esc")
    #expect(bench.screen.contains("Templates · "))
  }

  @Test("text is selected, copied, cut and pasted with the editor's keys, and taken back")
  func clipboard() throws {
    let bench = try sample()
    open("five-part", in: bench)
    let before = try #require(bench.state.studio).text.bytes
    find("id: ics-five-part", in: bench)
    bench.keys("Shift-Down", "Shift-Down")
    try Golden.expect(bench.screen, is: "studio-selection-120x36")
    bench.keys("Ctrl-C", "Ctrl-End", "Ctrl-V")
    let pasted = try #require(bench.state.studio).text.lines.suffix(3)
    #expect(pasted.first == "id: ics-five-part" && pasted.dropFirst().first?.hasPrefix("title:") == true)
    bench.keys("Ctrl-Z")
    #expect(bench.state.studio?.text.bytes == before)
    bench.keys("Ctrl-A", "Ctrl-X")
    #expect(bench.state.studio?.text.bytes.isEmpty == true)
    bench.keys("Ctrl-V")
    #expect(bench.state.studio?.text.bytes == before)
    bench.keys("Ctrl-Z", "Ctrl-Z", "Ctrl-Home", "Shift-End")
    bench.type("# Ours")
    #expect(bench.state.studio?.text.lines.first == "# Ours")
    bench.keys("Ctrl-W")
    #expect(bench.state.studio?.text.lines.first == "# ")
    bench.keys("Ctrl-C")
    #expect(bench.screen.contains("Nothing is selected"))
  }

  private static let gold = """
    {"id": "a-1", "text": "A joined up plan is agreed by the hospital and the council.", "themes": ["integration"], "signals": []}
    {"id": "a-2", "text": "Every week the lanternkeeper visits the board.", "themes": ["lanterns"], "signals": ["cadence"]}
    {"id": "b-1", "text": "The van is blue.", "themes": [], "signals": []}
    {"id": "b-2", "text": "The lantern is polished.", "themes": [], "signals": []}
    """
  private static let lens = """
    kind: themes
    id: own
    title: Own
    version: 1
    source: s
    facts_as_of: 2026-01-01
    themes:
      - key: lanterns
        title: Lanterns
        meaning: m
        strong:
          - lantern

    """

  @Test("labelled sentences give precision and recall of each label, and say what changed since the save")
  func labelled() throws {
    let bench = try sample { scene in
      scene.put(Self.gold, at: "/bids/gold/ours.jsonl")
      scene.put(Self.lens, at: "/bids/templates/themes/own.yaml")
    }
    bench.keys("Alt-Shift-O")
    bench.type("themes/own")
    bench.keys("Enter", "Tab", "Tab", "Tab")
    #expect(bench.screen.contains("No sentence is read otherwise"), "\(bench.screen)")
    find("- lantern", in: bench)
    bench.keys("End")
    bench.type("keeper")
    try Golden.expect(bench.screen, is: "studio-labelled-120x36")
    #expect(
      bench.state.studio?.found.contains {
        $0.text.hasPrefix("Since the last save 2 read otherwise, 2 of them as they are labelled")
      } == true)
    bench.keys("Ctrl-S")
    #expect(bench.screen.contains("No sentence is read otherwise"))
  }

  @Test("the pane says where weights decide, and how a labelled file is made")
  func weighed() throws {
    let bench = try sample()
    open("ics-scoring", in: bench)
    bench.keys("Tab", "Tab", "Tab")
    #expect(bench.screen.contains("No sentence is labelled") && bench.screen.contains("gold/ours.jsonl"))
    bench.scene.put(Self.gold, at: "/bids/gold/ours.jsonl")
    bench.keys("Tab", "Shift-Tab")
    let found = bench.state.studio?.found ?? []
    #expect(
      found.contains { $0.text.hasPrefix("weights/tender-sentences decides on these labels") }, "\(found)")
  }

  @Test("impact names every bid that uses the template, with text that is not saved yet")
  func impact() throws {
    let bench = try sample { scene in
      let head =
        "kind: check\nid: own\ntitle: T\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\nseverity: advice\n"
      scene.put(
        head
          + "why: w\nfix: f\nmessage: m\nphrases:\n  - nothing\ntests:\n  bad: [Nothing.]\n  good: [All.]\n",
        at: "/bids/templates/checks/own.yaml")
      scene.put(
        "title: Other\ntemplate: method-statement\n", at: "/bids/bids/aaa/bid.yaml")
      scene.put(
        "---\nquestion: 1\ntitle: One\n---\n\n## Method\n\nWe plan.\n", at: "/bids/bids/aaa/answers/1.md")
      scene.put("title: Third\n", at: "/bids/bids/ccc/bid.yaml")
      scene.put(
        "---\nquestion: 1\ntitle: Sole\ntarget_themes: integration\n---\n\n## Context\n\nIt is so.\n",
        at: "/bids/bids/ccc/answers/1.md")
    }
    bench.keys("Ctrl-End")
    bench.type(" A lanternkeeper joins.")
    bench.keys("Alt-Shift-O")
    bench.type("checks/own")
    bench.keys("Enter")
    find("- nothing", in: bench)
    bench.keys("End", "Enter")
    bench.type("- lanternkeeper")
    bench.keys("Tab", "Tab", "Tab", "Tab")
    var lines = bench.state.studio?.found.map(\.text) ?? []
    #expect(lines.first == "Text that is not saved yet is counted as it stands.")
    #expect(lines.contains("harbourside-d2a · 2.1 Integration"), "\(lines)")
    #expect(lines.contains { $0.contains("New finding, own") }, "\(lines)")
    bench.keys("Esc", "Down", "Down", "Enter", "Esc")
    open("five-part", in: bench)
    find("title: Context", in: bench)
    bench.keys("End")
    bench.type(" here")
    bench.keys("Tab", "Tab", "Tab", "Tab")
    lines = bench.state.studio?.found.map(\.text) ?? []
    #expect(
      lines.contains { $0.hasPrefix("ccc · ") } && lines.contains { $0.hasPrefix("harbourside-d2a · ") })
    #expect(!lines.contains { $0.hasPrefix("aaa") }, "\(lines)")
  }
}
