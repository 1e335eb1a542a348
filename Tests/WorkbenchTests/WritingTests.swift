import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What keys do to the text.
@Suite("Writing")
struct WritingTests {
  /// An empty answer in a loose file.
  private func loose(_ text: String = "") throws -> WorkbenchHarness {
    try WorkbenchHarness(.loose(text), size: Size(rows: 24, columns: 60))
  }

  @Test(
    "keys and what the file then holds",
    arguments: [
      (["One.", "Enter", "Two."], "One.\n\nTwo.\n"),
      (["- first", "Enter", "second", "Enter", "Enter", "prose"], "- first\n- second\n\nprose\n"),
      (["1. first", "Enter", "second"], "1. first\n2. second\n"),
      (["### Why", "Enter", "Because."], "### Why\n\nBecause.\n"),
      (["ab", "Left", "Enter", "Backspace"], "ab\n"),
      (["ab", "Enter", "cd", "Home", "Backspace"], "abcd\n"),
      (["one two", "Ctrl-W", "three"], "one three\n"),
      (["one two", "Home", "Alt-D"], "two\n"),
      (["one", "Shift-Left", "Shift-Left", "X"], "oX\n"),
      (["one", "Ctrl-A", "Ctrl-X", "two ", "Ctrl-V"], "two one\n"),
      (["e\u{301}x", "Left", "Backspace"], "x\n"),
      (["👩‍👩‍👧 x", "Left", "Left", "Backspace"], " x\n"),
      (["# no heading"], "\\# no heading\n"),
      (["a", "Alt-Enter", "b"], "a\nb\n"),
    ] as [([String], String)])
  func typing(keys: [String], file: String) throws {
    let harness = try loose()
    for key in keys {
      if Key(name: key) != nil, key.count > 1, !key.contains(" ") {
        harness.keys(key)
      } else {
        harness.type(key)
      }
    }
    #expect(String(decoding: harness.printed, as: UTF8.self) == file)
  }

  @Test("a paste is one step, whatever it holds")
  func pasteIsOneStep() throws {
    let harness = try loose()
    harness.type("Before ")
    harness.paste("one\n\n• two\n• three\n\nfour")
    #expect(String(decoding: harness.printed, as: UTF8.self) == "Before one\n\n- two\n- three\n\nfour\n")
    harness.keys("Ctrl-Z")
    #expect(String(decoding: harness.printed, as: UTF8.self) == "Before \n")
  }

  @Test("moving up and down keeps to its column through short rows and wrapped rows")
  func stickyColumn() throws {
    let harness = try loose("abcdefghij\n\nab\n\nabcdefghij\n")
    harness.keys("Ctrl-Home", "End", "Down", "Down")
    let block = harness.answer.parts[0].blocks[2]
    #expect(harness.loop.state.editor.caret == TextPosition(block: block.id, offset: 10))
  }

  @Test("saving writes the file, and an edit of one paragraph changes only its lines")
  func saving() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let path = scene.path
    let harness = try WorkbenchHarness(scene)
    let before = harness.scene.text(at: path).split(separator: "\n", omittingEmptySubsequences: false)
    harness.keys("Alt-2", "Ctrl-Home", "Alt-Down")
    harness.type("Changed. ")
    harness.keys("Ctrl-S")
    let after = harness.scene.text(at: path).split(separator: "\n", omittingEmptySubsequences: false)
    let difference = after.difference(from: before)
    #expect(difference.insertions.count == 1 && difference.removals.count == 1)
    #expect(harness.screen.contains("saved 12:04"))
  }

  @Test("a file changed on disk is not overwritten unasked")
  func changedOnDisk() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let path = scene.path
    let harness = try WorkbenchHarness(scene)
    harness.type("Mine. ")
    let theirs = Array("## Context\n\nTheirs.\n".utf8)
    harness.scene.files.put(theirs, at: path)
    harness.keys("Ctrl-S")
    #expect(harness.screen.contains("Changed on disk"))
    #expect(harness.scene.files.bytes(at: path) == theirs)
    harness.keys("Down", "Enter")
    #expect(harness.scene.files.bytes(at: path) == theirs)
    #expect(
      scene.text(at: scene.path.replacing("2.1-integration.md", with: "2.1-integration.mine.md")).contains(
        "Mine. "))
  }

  @Test("a fact changed in the form changes at every use at once, and in its row of the register")
  func kpiForm() throws {
    let harness = try WorkbenchHarness(.sample())
    harness.loop.state.editFact(KPIReference("safety.medication_errors", scope: "harbourside"))
    harness.type("0.7")
    harness.keys("Enter")
    #expect(harness.screen.contains("[0.7 per 1,000 doses]"))
    let rows = harness.scene.text(at: "/bids/kpis.csv").split(separator: "\n")
    #expect(rows.count { $0.hasPrefix("safety.medication_errors,harbourside") && $0.contains("0.7") } == 1)
    harness.keys("Alt-4", "Ctrl-Z")
    #expect(!harness.screen.contains("[0.7 per 1,000 doses]"))
  }

  @Test("the parts a text lacks are added where the template has them, as one step")
  func missingParts() throws {
    let harness = try loose("## Evidence\n\nNumbers.\n")
    harness.keys("F2")
    harness.type("missing parts")
    harness.keys("Enter")
    #expect(
      harness.answer.parts.compactMap(\.title)
        == ["Plan", "Context", "Our Role", "Partnership Controls", "Evidence", "Assurance"])
    harness.keys("Ctrl-Z")
    #expect(String(decoding: harness.printed, as: UTF8.self) == "## Evidence\n\nNumbers.\n")
  }
}
