import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Undo that outlives a save and a closed file, and the list of what was done.
@Suite struct HistoryTests {
  private let text = "## Context\n\none\n\ntwo  \n\n* three\n"

  private func close(_ bench: WorkbenchHarness) {
    bench.keys("Ctrl-Q")
    if !bench.state.isFinished { bench.keys("Down", "Down", "Enter") }
    bench.loop.desk.history?.flush()
    #expect(bench.state.isFinished)
  }

  private func text(_ bench: WorkbenchHarness) -> String { String(decoding: bench.printed, as: UTF8.self) }

  @Test("what was done before the file was closed is undone to the byte, and done again")
  func afterClosing() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.keys("Ctrl-Home", "End")
    bench.type(" more\nnew paragraph")
    bench.keys("Ctrl-S", "Ctrl-End")
    bench.type("\nfour")
    bench.keys("Ctrl-S")
    let saved = text(bench)
    close(bench)
    let again = try WorkbenchHarness(scene, journal: folder.path)
    #expect(text(again) == saved && !again.state.session.isModified)
    again.keys("Ctrl-Z", times: 12)
    #expect(again.message == "There is nothing to undo here.")
    #expect(text(again) == text)
    again.keys("Ctrl-Y", times: 12)
    #expect(text(again) == saved)
    #expect(again.answer.brokenInvariant() == nil)
  }

  @Test("what was undone when the file was saved can still be done again after closing")
  func redo() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.keys("Ctrl-Home")
    bench.type("a b ")
    bench.keys("Ctrl-Z", "Ctrl-S")
    close(bench)
    let again = try WorkbenchHarness(scene, journal: folder.path)
    #expect(again.texts[0] == "a one")
    again.keys("Ctrl-Y")
    #expect(again.texts[0] == "a b one")
    again.type("c")
    again.keys("Ctrl-Y")
    #expect(again.message == "There is nothing to redo here.")
  }

  @Test("a file that somebody else has changed begins a new history")
  func changed() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.type("x")
    bench.keys("Ctrl-S")
    close(bench)
    scene.put(text + "\nfrom elsewhere\n", at: scene.answerPath("1.md"))
    let again = try WorkbenchHarness(scene, journal: folder.path)
    again.keys("Ctrl-Z")
    #expect(again.message == "There is nothing to undo here.")
  }

  @Test("work after an undo of an earlier session is recovered where it was")
  func recovered() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.keys("Ctrl-Home", "End")
    bench.type("\nnew")
    bench.keys("Ctrl-S")
    close(bench)
    let second = try WorkbenchHarness(scene, journal: folder.path, boot: "an earlier one")
    second.keys("Ctrl-Home", "Ctrl-Down")
    second.type("very ")
    second.keys("Ctrl-Down")
    second.type("also ")
    let lost = second.texts
    #expect(
      lost == ["one", "very new", "also two  ", "three"] || lost == ["one", "very new", "also two", "three"])
    second.terminal.send(.hangup)
    second.settle()
    let third = try WorkbenchHarness(scene, journal: folder.path)
    third.keys("Enter")
    #expect(third.texts == lost)
  }

  @Test("what was done in several answers is taken back in each by itself after closing")
  func several() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers(["1.md": "## Context\n\nold\n", "2.md": "## Context\n\nold\n"])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.keys("Ctrl-R")
    bench.type("old")
    bench.keys("Tab")
    bench.type("new")
    bench.keys("Ctrl-T", "Enter", "Enter", "Alt-S")
    close(bench)
    #expect(scene.text(at: scene.answerPath("2.md")) == "## Context\n\nnew\n")
    let again = try WorkbenchHarness(scene, journal: folder.path)
    again.keys("Ctrl-Z", "Alt-N")
    #expect(again.texts == ["new"])
    again.keys("Ctrl-Z")
    #expect(again.texts == ["old"])
  }

  @Test("an undo that begins a session waits for the lock, and is not begun without it")
  func locked() throws {
    let folder = StateFolder()
    let other = StateFolder()
    defer {
      folder.remove()
      other.remove()
    }
    let scene = WorkbenchScene.answers(["1.md": text])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.type("x")
    bench.keys("Ctrl-S")
    close(bench)
    let late = try WorkbenchHarness(scene, journal: folder.path)
    let first = try WorkbenchHarness(scene, journal: other.path, process: 8)
    first.type("y")
    let before = late.texts
    late.keys("Ctrl-Z")
    #expect(late.texts == before && late.message.contains("priya"))
  }

  @Test("the list shows what was done and when, and Enter goes there and back")
  func list() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\none\n"]), size: Size(rows: 24, columns: 100))
    bench.keys("Alt-Y")
    #expect(bench.message == "Nothing was done in this answer yet.")
    bench.keys("Ctrl-Home")
    bench.type("first second ")
    bench.keys("Ctrl-W")
    bench.paste("a\n\nb")
    bench.keys("Ctrl-Z", "Alt-Y")
    try Golden.expect(bench.screen, is: "history")
    bench.keys("Down", "Down", "Enter")
    #expect(bench.texts == ["first one"])
    #expect(bench.message == "Gone to after ‘Typing’; Ctrl-Z and Ctrl-Y go on from here.")
    bench.keys("Alt-Y", "PageUp", "Enter")
    #expect(bench.texts == ["first a", "bone"])
    bench.keys("Alt-Y", "PageDown", "Enter")
    #expect(bench.texts == ["one"])
    #expect(!bench.state.session.undoLog.undone.isEmpty)
    bench.keys("Alt-Y", "Enter")
    #expect(bench.texts == ["one"] && bench.state.overlays.isEmpty)
  }

  @Test("any edits, saved and closed, are undone to every byte of the first file", arguments: 1...40)
  func property(_ seed: Int) throws {
    let folder = StateFolder()
    defer { folder.remove() }
    var generator = SeededGenerator(seed: UInt64(9_000 + seed))
    let scene = WorkbenchScene.answers([
      "1.md": "---\nquestion: 1\n---\n\n## Context\n\none two\n\n- a\n- b\n\n## Our Role\n"
    ])
    let original = scene.text(at: scene.answerPath("1.md"))
    for _ in 0..<3 {
      let bench = try WorkbenchHarness(scene, journal: folder.path)
      let keys = [
        "Enter", "Backspace", "Delete", "Up", "Down", "Left", "Ctrl-Right", "Shift-Down", "Ctrl-X", "Ctrl-V",
        "Ctrl-Z", "Ctrl-Y", "Ctrl-S", "End", "Alt-Down", "Alt-Enter",
      ]
      for _ in 0..<25 {
        if generator.happens(oneIn: 3) {
          bench.type(generator.pick(["word ", "x", "- ", "é", "## ", "\n"]))
        } else {
          bench.keys(generator.pick(keys))
        }
      }
      bench.keys("Ctrl-S")
      close(bench)
    }
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    for _ in 0..<300 where bench.message != "There is nothing to undo here." { bench.keys("Ctrl-Z") }
    #expect(text(bench) == original)
  }
}
