import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Boxes and notices as people see them, and what their answers do.
@Suite struct OverlayGoldenTests {
  private func sample(_ answer: String = "2.1-integration.md", rows: Int = 24, columns: Int = 100) throws
    -> WorkbenchHarness
  {
    try WorkbenchHarness(.sample(answer: answer), size: Size(rows: rows, columns: columns))
  }

  @Test("the palette shows what a word of its name finds, and runs it")
  func palette() throws {
    let bench = try sample()
    bench.keys("F2")
    bench.type("por")
    try Golden.expect(bench.screen, is: "palette")
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty)
    #expect(bench.message.hasPrefix("Copied "))
  }

  @Test("help lists the keys")
  func help() throws {
    let bench = try sample()
    bench.keys("F1")
    try Golden.expect(bench.screen, is: "help")
    bench.keys("Esc")
    #expect(bench.state.overlays.isEmpty)
  }

  @Test("the form shows the fields of a fact")
  func form() throws {
    let bench = try sample()
    bench.keys("Alt-4", "Enter")
    try Golden.expect(bench.screen, is: "kpi-form")
  }

  @Test("the completion lists names below the cursor")
  func completion() throws {
    let bench = try sample("4.1-value.md")
    bench.type("Fell to {{flow")
    try Golden.expect(bench.screen, is: "completion")
  }

  @Test("coverage with a theme opened shows the words that earned each mark")
  func coverage() throws {
    let bench = try sample(rows: 40, columns: 130)
    bench.keys("Alt-3", "Enter")
    try Golden.expect(bench.screen, is: "coverage-opened")
  }

  @Test("the chain opened shows the sentences of each link, and what a missing link needs")
  func chain() throws {
    let bench = try sample("2.2-prevention.md", rows: 40, columns: 130)
    bench.keys("Alt-3", "Down", "Down", "Down", "Down", "Down", "Enter")
    try Golden.expect(bench.screen, is: "coverage-chain")
  }

  @Test("the chain opened names the example that lacks a link")
  func chainOfExample() throws {
    let text =
      "## Evidence\n\n### Case study: Friday medicines\n\nThe pharmacist added a noon check of every bag that leaves on a "
      + "Friday, and rings the ward about each gap. The ward sister signs the sheet, and our driver collects it.\n"
    let bench = try WorkbenchHarness(.answers(["1.md": text]), size: Size(rows: 40, columns: 130))
    bench.keys("Alt-3", "Down", "Down", "Down", "Down", "Down", "Enter")
    #expect(bench.screen.contains("Friday medicines\" says"), "\(bench.screen)")
  }

  @Test(
    "the panes of an answer", arguments: [("Alt-5", "findings"), ("Alt-4", "kpis"), ("Alt-6", "guidance")])
  func panes(_ key: String, _ name: String) throws {
    let bench = try sample("1.1-safeguarding.md")
    bench.keys(key)
    try Golden.expect(bench.screen, is: name)
  }

  @Test("an answer over its limit says by how much")
  func overLimit() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md":
          "---\nquestion: 1\ntitle: Short\nlimit: 5 words\n---\n\n## Context\n\none two three four five six seven\n"
      ]),
      size: Size(rows: 16, columns: 100))
    bench.keys("Alt-5")
    try Golden.expect(bench.screen, is: "over-limit")
  }

  @Test("a file with a merge's marks is read-only, says so, and takes no key")
  func readOnly() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\n<<<<<<< mine\none\n=======\ntwo\n>>>>>>> theirs\n"]),
      size: Size(rows: 14, columns: 100))
    let before = bench.printed
    bench.type("x")
    bench.keys("Enter", "Delete")
    #expect(bench.printed == before)
    #expect(bench.message.contains("read-only"))
    try Golden.expect(bench.screen, is: "read-only")
  }

  @Test("quitting with edits asks, and going on is one of the answers")
  func quitting() throws {
    let bench = try sample()
    bench.type("x")
    bench.keys("Ctrl-Q")
    try Golden.expect(bench.screen, is: "quit")
    bench.keys("Esc")
    #expect(!bench.state.isFinished && bench.state.overlays.isEmpty)
    bench.keys("Ctrl-Q", "Enter")
    #expect(bench.state.isFinished)
    #expect(bench.scene.files.bytes(at: bench.state.editor.answer.path) == bench.printed)
  }

  @Test("quitting without edits asks nothing; without saving leaves the file alone")
  func quittingAtOnce() throws {
    let quiet = try sample()
    quiet.keys("Ctrl-Q")
    #expect(quiet.state.isFinished)
    let bench = try sample()
    let before = bench.scene.files.bytes(at: bench.state.editor.answer.path)
    bench.type("x")
    bench.keys("Ctrl-Q", "Down", "Down", "Enter")
    #expect(bench.state.isFinished)
    #expect(bench.scene.files.bytes(at: bench.state.editor.answer.path) == before)
  }

  @Test("a file that was changed on disk is not overwritten unasked")
  func changedOnDisk() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let path = scene.answerPath("1.md")
    let bench = try WorkbenchHarness(scene, size: Size(rows: 20, columns: 100))
    bench.type("mine ")
    scene.put("## Context\n\none of theirs\n", at: path)
    bench.keys("Ctrl-S")
    #expect(scene.text(at: path) == "## Context\n\none of theirs\n")
    try Golden.expect(bench.screen, is: "changed-on-disk")
  }

  @Test(
    "each answer to a changed file does what it says",
    arguments: [
      (0, "## Context\n\none of theirs\n", "mine one"), (1, "## Context\n\none of theirs\n", "mine one"),
      (2, "## Context\n\nmine one\n", "mine one"), (3, "## Context\n\none of theirs\n", "one of theirs"),
    ])
  func answersToChange(_ choice: Int, _ file: String, _ text: String) throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let path = scene.answerPath("1.md")
    let bench = try WorkbenchHarness(scene)
    bench.type("mine ")
    scene.put("## Context\n\none of theirs\n", at: path)
    bench.keys("Ctrl-S")
    bench.keys("Down", times: choice)
    bench.keys("Enter")
    #expect(scene.text(at: path) == file)
    #expect(bench.texts == [text])
    let beside = scene.files.names(in: "/bids/bids/test/answers").filter {
      $0.hasSuffix(".md") && $0 != "1.md"
    }
    #expect(beside.count == (choice == 1 ? 1 : 0))
  }

  @Test("a quit that meets a changed file does not quit")
  func quitMeetsChange() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let bench = try WorkbenchHarness(scene)
    bench.type("mine ")
    scene.put("## Context\n\ntheirs\n", at: scene.answerPath("1.md"))
    bench.keys("Ctrl-Q", "Enter")
    #expect(!bench.state.isFinished)
    #expect(bench.screen.contains("Changed on disk"))
  }

  @Test("a second person at the same file may read it only, and is told who has it")
  func secondPerson() throws {
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\none\n"])
    let first = try WorkbenchHarness(scene)
    first.type("x")
    let second = try WorkbenchHarness(scene, process: 8)
    second.type("y")
    #expect(second.texts == ["one"])
    #expect(second.message.contains("priya"))
    #expect(second.screen.contains("read-only"))
  }
}
