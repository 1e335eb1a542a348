import BidTestSupport
import Testing

/// What one Ctrl-Z takes back.
@Suite struct UndoTests {
  @Test("typing over a selection is one step to undo")
  func typingOver() throws {
    let bench = try InlineAnswer.bench("one\n\ntwo")
    bench.keys("Shift-Down", "Shift-End")
    bench.type("x")
    #expect(bench.texts == ["x"])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["one", "two"])
  }

  @Test("typing is taken back by words")
  func words() throws {
    let bench = try InlineAnswer.bench("")
    bench.type("one two three")
    var seen: [String] = []
    for _ in 0..<3 {
      bench.keys("Ctrl-Z")
      seen.append(bench.caretBlock.text)
    }
    #expect(seen == ["one two ", "one ", ""])
    bench.keys("Ctrl-Y", "Ctrl-Y", "Ctrl-Y")
    #expect(bench.caretLine == "one two three|")
  }

  @Test("a pause in a word parts what is taken back")
  func pause() throws {
    let bench = try InlineAnswer.bench("")
    for character in "ab" { bench.send(Array(String(character).utf8)) }
    bench.pause(.seconds(5))
    for character in "cd" { bench.send(Array(String(character).utf8)) }
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["ab"])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [""])
  }

  @Test("a command between two letters parts what is taken back", arguments: ["Left", "Ctrl-S", "F4"])
  func command(_ key: String) throws {
    let bench = try InlineAnswer.bench("")
    for character in "ab" { bench.send(Array(String(character).utf8)) }
    bench.keys(key)
    if key == "F4" { bench.keys("Esc") }
    if key == "Left" { bench.keys("Right") }
    for character in "cd" { bench.send(Array(String(character).utf8)) }
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["ab"])
  }

  @Test("deleting in one direction is taken back at once, and apart from typing")
  func deleting() throws {
    let bench = try InlineAnswer.bench("")
    for byte in "abc".utf8 { bench.send([byte]) }
    for _ in 0..<2 { bench.send([0x7F]) }
    #expect(bench.texts == ["a"])
    bench.keys("Ctrl-Z")
    #expect(bench.caretLine == "abc|")
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [""])
  }

  @Test("there is nothing to undo at first, nor to redo after a new edit")
  func nothing() throws {
    let bench = try InlineAnswer.bench("a")
    bench.keys("Ctrl-Z")
    #expect(bench.message == "There is nothing to undo here.")
    bench.type("x")
    bench.keys("Ctrl-Z")
    bench.type("y")
    bench.keys("Ctrl-Y")
    #expect(bench.message == "There is nothing to redo here.")
    #expect(bench.texts == ["ya"])
  }

  @Test("undo goes back past a save, and the answer is edited again")
  func pastSave() throws {
    let bench = try InlineAnswer.bench("a")
    bench.type("x")
    bench.keys("Ctrl-S")
    #expect(bench.state.session.isModified == false)
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["a"])
    #expect(bench.state.session.isModified)
  }

  @Test("each answer has its own history, and undo in one leaves the other")
  func perAnswer() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\none\n", "2.md": "## Context\n\ntwo\n"]))
    bench.keys("Ctrl-Home")
    bench.type("x")
    bench.keys("Alt-N", "Ctrl-Home")
    bench.type("y")
    bench.keys("Alt-P", "Ctrl-Z")
    #expect(bench.texts == ["one"])
    bench.keys("Alt-N")
    #expect(bench.texts == ["ytwo"])
  }
}
