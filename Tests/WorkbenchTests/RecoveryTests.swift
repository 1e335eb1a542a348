import BidStorage
import BidTestSupport
import Glibc
import Screen
import Testing

@testable import Workbench

/// Work that a process left when it died.
@Suite struct RecoveryTests {
  /// Types into a bench that then ends as a hangup ends it, its work unsaved.
  private func die(_ scene: WorkbenchScene, _ folder: StateFolder) throws {
    let bench = try WorkbenchHarness(scene, journal: folder.path, boot: "an earlier one")
    bench.keys("Ctrl-Home")
    bench.type("lost ")
    bench.terminal.send(.hangup)
    bench.settle()
    #expect(bench.state.isFinished)
  }

  @Test(
    "unsaved work is offered at the next opening, and each answer does what it says",
    arguments: [(0, "lost one", 1), (1, "one", 2), (2, "one", 1)])
  func offers(_ choice: Int, _ text: String, _ files: Int) throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    try die(scene, folder)
    #expect(scene.text(at: scene.answerPath("1.md")) == "## Context\n\none\n")
    let bench = try WorkbenchHarness(scene, size: Size(rows: 20, columns: 100), journal: folder.path)
    if choice == 0 { try Golden.expect(bench.screen, is: "recovery") }
    bench.keys("Down", times: choice)
    bench.keys("Enter")
    #expect(bench.texts == [text])
    #expect(scene.files.names(in: "/bids/bids/test/answers").count { $0.hasSuffix(".md") } == files)
    if choice == 0 {
      bench.keys("Ctrl-Z")
      #expect(bench.texts == ["one"])
    }
    bench.keys("Ctrl-Q")
    if !bench.state.isFinished { bench.keys("Down", "Down", "Enter") }
    let again = try WorkbenchHarness(scene, journal: folder.path)
    #expect(again.state.overlays.isEmpty)
  }

  @Test(
    "a process that dies while it is typed into leaves every letter older than 250 ms",
    arguments: [3, 17, 40])
  func diesWhileTyping(_ letters: Int) throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let bench = try WorkbenchHarness(scene, journal: folder.path, boot: "an earlier one")
    bench.keys("Ctrl-Home")
    let text = String(repeating: "typed without a pause ", count: 2).prefix(letters)
    var typed: [(Character, ContinuousClock.Instant)] = []
    for letter in text {
      bench.send(Array(String(letter).utf8))
      typed.append((letter, bench.terminal.now))
      bench.pause(.milliseconds(31))
      bench.loop.runTimers()
    }
    // The thread that writes is let to finish what it was given, and nothing more: no signal, no goodbye.
    bench.loop.desk.journal?.flush()
    // The system lets go of the locks of a process that is gone.
    bench.loop.desk.close(saved: [])
    let old = typed.filter { $0.1.duration(to: bench.terminal.now) >= .milliseconds(250) }
    let again = try WorkbenchHarness(scene, journal: folder.path)
    if !again.state.overlays.isEmpty { again.keys("Enter") }
    let recovered = try #require(again.texts.first)
    #expect(recovered.hasPrefix(String(old.map(\.0))))
    #expect(recovered.hasSuffix("one") && "\(text)one".hasPrefix(recovered.dropLast(3)))
  }

  @Test("what was saved is not offered again")
  func saved() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let bench = try WorkbenchHarness(scene, journal: folder.path, boot: "an earlier one")
    bench.type("kept ")
    bench.keys("Ctrl-S")
    bench.terminal.send(.hangup)
    bench.settle()
    let again = try WorkbenchHarness(scene, journal: folder.path)
    #expect(again.state.overlays.isEmpty && again.texts == ["kept one"])
  }
}
