import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Nothing that is typed in the studio, and nothing that others write, is lost.
@Suite("What is typed in the studio is safe") struct StudioSafetyTests {
  private static let path = "/bids/templates/themes/own.yaml"
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
          - partner

    """

  private func scene() -> WorkbenchScene {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    scene.put(Self.lens, at: Self.path)
    return scene
  }

  private func open(_ scene: WorkbenchScene, journal: String? = nil, boot: String? = nil) throws
    -> WorkbenchHarness
  {
    try WorkbenchHarness(
      scene, size: Size(rows: 36, columns: 120), journal: journal, boot: boot, installed: true)
  }

  private func edit(_ bench: WorkbenchHarness) {
    bench.keys("Alt-Shift-O")
    bench.type("themes/own")
    bench.keys("Enter")
    bench.type("# mine\n")
  }

  private var theirs: String { "# theirs\n" + Self.lens }
  private var mine: String { "# mine\n" + Self.lens }

  @Test(
    "a template that somebody else has changed is not overwritten unasked",
    arguments: [
      (0, "# theirs", 1, "# mine"), (1, "# theirs", 2, "# mine"), (2, "# mine", 1, "# mine"),
      (3, "# theirs", 1, "# theirs"),
    ])
  func changedOnDisk(_ choice: Int, _ onDisk: String, _ files: Int, _ inHand: String) throws {
    let scene = scene()
    let bench = try open(scene)
    edit(bench)
    scene.put(theirs, at: Self.path)
    bench.keys("Ctrl-S")
    #expect(scene.text(at: Self.path) == theirs)
    #expect(bench.screen.contains("Changed on disk") && bench.screen.contains("-# theirs"), "\(bench.screen)")
    if choice == 0 { try Golden.expect(bench.screen, is: "studio-changed-120x36") }
    bench.keys("Down", times: choice)
    bench.keys("Enter")
    #expect(scene.text(at: Self.path).hasPrefix(onDisk))
    #expect(bench.state.studio?.text.lines.first == inHand)
    let names = scene.files.names(in: "/bids/templates/themes")
    #expect(names.count == files, "\(names)")
    if choice == 1 { #expect(scene.text(at: "/bids/templates/themes/own.mine.yaml") == mine) }
    if choice == 3 {
      bench.keys("Ctrl-Z")
      #expect(bench.state.studio?.text.lines.first == "# mine")
      bench.keys("Ctrl-S")
      #expect(scene.text(at: Self.path) == mine)
    }
  }

  @Test("applying and closing stop as well when the file is not the one that was opened")
  func changedBeforeApplying() throws {
    let scene = scene()
    let bench = try open(scene)
    edit(bench)
    scene.put(theirs, at: Self.path)
    bench.keys("Ctrl-E")
    #expect(bench.screen.contains("Changed on disk") && scene.text(at: Self.path) == theirs)
    bench.keys("Esc", "Esc", "Down", "Enter")
    #expect(bench.screen.contains("Changed on disk") && scene.text(at: Self.path) == theirs)
    bench.keys("Enter")
    #expect(bench.state.studio?.text.lines.first == "# mine")
  }

  @Test("a template that is gone from the disk is made anew only when that is wanted")
  func goneFromDisk() throws {
    let scene = scene()
    let bench = try open(scene)
    edit(bench)
    try scene.files.unlink(Self.path)
    bench.keys("Ctrl-S")
    #expect(bench.screen.contains("gone from the disk") && scene.text(at: Self.path).isEmpty)
    bench.keys("Down", "Down", "Enter")
    #expect(scene.text(at: Self.path) == mine)
  }

  @Test(
    "text that was not saved when the process died is offered at the next opening",
    arguments: [(0, 1), (1, 2), (2, 1)])
  func recovers(_ choice: Int, _ files: Int) throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = scene()
    try die(scene, folder)
    #expect(scene.text(at: Self.path) == Self.lens)
    let bench = try open(scene, journal: folder.path)
    #expect(bench.screen.contains("Template themes/own: the program ended before"), "\(bench.screen)")
    if choice == 0 { try Golden.expect(bench.screen, is: "studio-recovery-120x36") }
    bench.keys("Down", times: choice)
    bench.keys("Enter")
    #expect(scene.files.names(in: "/bids/templates/themes").count == files)
    if choice == 0 {
      #expect(bench.state.studio?.text.bytes == Array(mine.utf8))
      #expect(bench.state.studio?.isModified == true)
      bench.keys("Ctrl-S")
      #expect(scene.text(at: Self.path) == mine)
    }
    if choice == 1 { #expect(scene.text(at: "/bids/templates/themes/own.recovered.yaml") == mine) }
    bench.terminal.send(.hangup)
    bench.settle()
    let again = try open(scene, journal: folder.path)
    #expect(again.state.overlays.isEmpty)
  }

  /// Types into the studio of a process that then dies without a goodbye, 250 ms later.
  private func die(_ scene: WorkbenchScene, _ folder: StateFolder) throws {
    let bench = try open(scene, journal: folder.path, boot: "an earlier one")
    edit(bench)
    bench.pause(.milliseconds(250))
    bench.loop.runTimers()
    bench.loop.desk.journal?.flush()
    bench.loop.desk.close(saved: [])
  }

  @Test("a template that is open is shown again, not opened a second time")
  func opensOnce() throws {
    let bench = try open(scene())
    edit(bench)
    edit(bench)
    #expect(bench.state.studio?.text.lines.prefix(2) == ["# mine", "# mine"])
    bench.keys("Esc", "Down", "Down", "Enter", "Esc")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("what was saved, given up or taken back by hand is not offered", arguments: [0, 1, 2])
  func nothingToOffer(_ way: Int) throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = scene()
    let bench = try open(scene, journal: folder.path, boot: "an earlier one")
    edit(bench)
    switch way {
    case 0: bench.keys("Ctrl-S")
    case 1: bench.keys("Esc", "Down", "Down", "Enter")
    default: while bench.state.studio?.isModified == true { bench.keys("Ctrl-Z") }
    }
    bench.terminal.send(.hangup)
    bench.settle()
    let again = try open(scene, journal: folder.path)
    #expect(again.state.overlays.isEmpty)
    #expect(scene.text(at: Self.path) == (way == 0 ? mine : Self.lens))
  }

  @Test("the view beside the text follows when typing rests, not with each key")
  func followsLater() throws {
    let bench = try open(scene())
    bench.keys("Alt-Shift-O")
    bench.type("themes/own")
    bench.keys("Enter")
    bench.keys("Tab", times: 4)
    let before = bench.state.studio?.found
    #expect(before?.isEmpty == false)
    bench.keys("Ctrl-End")
    bench.send(Array("#".utf8))
    #expect(bench.loop.studioDue.map { $0 > bench.terminal.now } == true)
    bench.settle()
    #expect(bench.loop.studioDue == nil)
  }
}
