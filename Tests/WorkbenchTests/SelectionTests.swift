import BidModel
import BidTestSupport
import Testing

/// Selecting, cutting, copying and pasting.
@Suite struct SelectionTests {
  @Test("what is selected is copied as plain text, markers and empty lines included")
  func copies() throws {
    let bench = try InlineAnswer.bench("one two\n\n- a\n- b\n\n2. c")
    bench.keys("Ctrl-A", "Ctrl-C")
    #expect(bench.terminal.clipboard == ["one two\n\n- a\n- b\n2. c"])
    bench.keys("Ctrl-Home", "Ctrl-Right", "Ctrl-Shift-Right", "Ctrl-C")
    #expect(bench.terminal.clipboard.last == "two")
  }

  @Test("a selection over parts is cut from each and leaves their headings")
  func cutsAcrossParts() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\none two\n\nmiddle\n\n## Our Role\n\nthree four\n"]))
    bench.keys("Ctrl-Home", "Ctrl-Right", "Ctrl-Shift-End", "Ctrl-Shift-Left", "Ctrl-X")
    #expect(bench.texts == ["one ", "four"])
    #expect(bench.answer.parts.compactMap(\.title) == ["Context", "Our Role"])
    #expect(bench.terminal.clipboard == ["two\n\nmiddle\n\nthree "])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["one two", "middle", "three four"])
  }

  @Test("typing takes the selection's place, and one undo brings it back")
  func replaces() throws {
    let bench = try InlineAnswer.bench("one two")
    bench.keys("Ctrl-Shift-Right")
    bench.type("x")
    #expect(bench.texts == ["xtwo"])
    bench.keys("Ctrl-Z", "Ctrl-Z")
    #expect(bench.texts == ["one two"])
  }

  @Test("left and right leave a selection at its ends")
  func leaves() throws {
    let bench = try InlineAnswer.bench("one two three")
    bench.keys("Ctrl-Right", "Ctrl-Shift-Right", "Left")
    #expect(bench.caretLine == "one |two three")
    bench.keys("Ctrl-Shift-Right", "Right")
    #expect(bench.caretLine == "one two |three")
    bench.keys("Ctrl-X")
    #expect(bench.message == "Nothing is selected: hold Shift and move.")
  }

  @Test("a paste becomes what it says, as one step")
  func pastes() throws {
    let cases: [(String, [(String, Block.Kind)])] = [
      ("plain", [("XplainY", .prose)]),
      ("one\ntwo", [("Xone", .prose), ("twoY", .prose)]),
      ("one\nstill one\n\ntwo", [("Xone still one", .prose), ("twoY", .prose)]),
      ("one\r\ntwo\r\n", [("Xone", .prose), ("two", .prose), ("Y", .prose)]),
      ("one\n- a\n- b", [("Xone", .prose), ("a", .bullet(ListMarker())), ("bY", .bullet(ListMarker()))]),
      (
        "one\n•\ta\no\tb",
        [("Xone", .prose), ("a", .bullet(ListMarker())), ("bY", .bullet(ListMarker(indent: "  ")))]
      ),
      ("one\n2. a", [("Xone", .prose), ("aY", .numbered(ListMarker(symbol: "2.")))]),
      ("o clock", [("Xo clockY", .prose)]),
    ]
    for (text, expected) in cases {
      let bench = try InlineAnswer.bench("XY")
      bench.keys("Right")
      bench.paste(text)
      #expect(bench.texts == expected.map(\.0), "\(text.debugDescription)")
      #expect(bench.blocks.map(\.kind) == expected.map(\.1), "\(text.debugDescription)")
      bench.keys("Ctrl-Z")
      #expect(bench.texts == ["XY"], "\(text.debugDescription)")
      bench.keys("Ctrl-Y")
      #expect(bench.texts == expected.map(\.0), "\(text.debugDescription)")
    }
  }

  @Test("what was cut in one place is pasted in another as it was")
  func cutAndPaste() throws {
    let bench = try InlineAnswer.bench("one\n\n- a\n- b")
    bench.keys("Ctrl-Down", "Ctrl-Shift-End", "Ctrl-X", "Ctrl-Home")
    bench.keys("Ctrl-V")
    #expect(bench.texts.filter { !$0.isEmpty } == ["a", "bone"])
  }

  @Test("fifty kilobytes are pasted as one step, and undone as one")
  func longPaste() throws {
    let bench = try InlineAnswer.bench("start")
    let text = (1...800).map { "Line \($0) says something of some length to wrap around." }.joined(
      separator: "\n")
    bench.keys("End")
    bench.paste(text)
    #expect(bench.blocks.count == 800)
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["start"])
  }
}
