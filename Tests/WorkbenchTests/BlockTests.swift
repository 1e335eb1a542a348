import BidModel
import BidTestSupport
import Testing

/// Whole paragraphs, lists and tables taken in hand.
@Suite struct BlockTests {
  /// What the file holds after its first heading.
  private func file(_ bench: WorkbenchHarness) -> String {
    String(decoding: bench.printed, as: UTF8.self).replacing("## Context\n\n", with: "")
  }

  @Test(
    "each command on the first paragraph makes of the text what it says",
    arguments: [
      ("Alt-Shift-Down", "one\n\ntwo", "two\n\none\n"),
      ("Alt-Shift-Down", "1. one\n2. two\n3. three", "1. two\n2. one\n3. three\n"),
      ("Alt-Shift-Down", "4) one\n5) two", "4) two\n5) one\n"),
      ("Alt-Shift-Down", "- one\n\ntwo", "two\n\n- one\n"),
      ("Alt-U", "one\n\ntwo", "one\n\none\n\ntwo\n"),
      ("Alt-U", "1. one\n2. two", "1. one\n2. one\n3. two\n"),
      ("Alt-M", "one\n\ntwo\n\nthree", "one two\n\nthree\n"),
      ("Alt-M", "- one\n- two", "- one two\n"),
      ("Alt-L", "one\n\ntwo", "- one\n\ntwo\n"), ("Alt-L", "- one", "one\n"), ("Alt-L", "1. one", "- one\n"),
      ("Alt-O", "one", "1. one\n"), ("Alt-O", "- one\n- two", "1. one\n- two\n"),
      ("Alt-=", "one\n\ntwo", "### one\n\ntwo\n"), ("Alt-=", "### one", "one\n"),
      ("Tab", "- one\n- two", "  - one\n- two\n"), ("Shift-Tab", "  - one", "- one\n"),
    ])
  func first(_ key: String, _ text: String, _ expected: String) throws {
    let bench = try InlineAnswer.bench(text)
    let before = bench.printed
    bench.keys(key)
    #expect(file(bench).debugDescription == expected.debugDescription)
    bench.keys("Ctrl-Z")
    #expect(bench.printed == before)
  }

  @Test(
    "a numbered list goes on in order when an item is put in, taken out or moved out",
    arguments: [
      (["End", "Enter", "x"], "1. a\n2. x\n3. b\n4. c\n"),
      (["Down", "Home", "Backspace", "Backspace"], "1. ab\n2. c\n"),
      (["Down", "Tab"], "1. a\n  1. b\n2. c\n"),
    ])
  func numbering(_ keys: [String], _ expected: String) throws {
    let bench = try InlineAnswer.bench("1. a\n2. b\n3. c")
    for key in keys { if key == "x" { bench.type("x") } else { bench.keys(key) } }
    #expect(file(bench).debugDescription == expected.debugDescription)
  }

  @Test("all selected paragraphs are moved and made into a list together, and stay selected")
  func several() throws {
    let bench = try InlineAnswer.bench("one\n\ntwo\n\nthree")
    bench.keys("Shift-Down", "Shift-Down", "Alt-L")
    #expect(file(bench) == "- one\n\n- two\n\nthree\n")
    bench.keys("Alt-Shift-Down")
    #expect(bench.texts == ["three", "one", "two"])
    #expect(bench.state.editor.selection != nil)
  }

  @Test("a paragraph goes to the next part and back, and leaves a place to write behind")
  func parts() throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\none\n\n## Our Role\n\ntwo\n"]))
    bench.keys("Ctrl-Home", "Alt->")
    #expect(bench.answer.parts.map { $0.blocks.map(\.text) } == [[""], ["one", "two"]])
    #expect(bench.caretBlock.text == "one")
    bench.keys("Alt-<")
    #expect(bench.answer.parts.map { $0.blocks.map(\.text) } == [["one"], ["two"]])
    bench.keys("Ctrl-Z", "Ctrl-Z")
    #expect(String(decoding: bench.printed, as: UTF8.self) == "## Context\n\none\n\n## Our Role\n\ntwo\n")
  }

  @Test("at the edge of a part a paragraph moved on goes into the next part, and at the last stays")
  func edge() throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\none\n\n## Our Role\n\ntwo\n"]))
    bench.keys("Ctrl-Home", "Alt-Shift-Down", "Alt-Shift-Down", "Alt-Shift-Down")
    #expect(bench.answer.parts.map { $0.blocks.map(\.text) } == [[""], ["two", "one"]])
    #expect(bench.screen.contains("This is the last part."))
  }

  @Test("a table is made, filled cell by cell, and grows by rows and columns")
  func table() throws {
    let bench = try InlineAnswer.bench("")
    bench.keys("Alt-T")
    bench.type("Measure")
    bench.keys("Tab")
    bench.type("Result")
    bench.keys("Tab")
    bench.type("Delay")
    bench.keys("Tab")
    bench.type("18 h")
    bench.keys("Tab")
    bench.type("Stay")
    #expect(bench.texts == ["| Measure | Result |\n|---|---|\n| Delay | 18 h |\n| Stay |  |"])
    bench.keys("Shift-Tab")
    bench.type("19 h")
    #expect(
      bench.texts[0].contains("19 h") && !bench.texts[0].contains("18 h"), "typing takes a cell's place")
    bench.keys("Alt-T")
    #expect(bench.texts[0].split(separator: "\n").allSatisfy { $0.count { $0 == "|" } == 4 })
    let cells = TableRow.cells(of: bench.texts[0].split(separator: "\n")[0])
    #expect(cells == ["Measure", "Result", ""] || cells == ["Measure", "Result"])
  }

  @Test("a table stands in columns, and the cursor steps over the rule under its head")
  func columns() throws {
    let bench = try InlineAnswer.bench("| A | Longer words |\n|---|---|\n| Delay | **18** h |")
    for row in ["| A     | Longer words |", "|-------|--------------|", "| Delay | **18** h     |"] {
      #expect(bench.screen.contains(row), "\(bench.screen)")
    }
    bench.keys("Ctrl-Home", "Down")
    #expect(bench.caretLine.hasSuffix("| |Delay | **18** h |"))
    bench.keys("Up", "End")
    #expect(bench.caretLine.hasPrefix("| A | Longer words| |"))
    bench.keys("Right")
    #expect(bench.caretLine.hasSuffix("| |Delay | **18** h |"))
    bench.keys("Left")
    #expect(bench.caretLine.hasPrefix("| A | Longer words| |"))
    bench.keys("Down", "End", "End")
    bench.type(" x")
    #expect(bench.texts[0].hasSuffix("| Delay | **18** h x |"), "typing stays in the table")
    bench.keys("Ctrl-End")
    bench.type("y")
    #expect(bench.texts[0].hasSuffix("h xy |"))
  }

  @Test("what is typed into a cell wider than the screen is seen")
  func wideTable() throws {
    let long = String(repeating: "many words ", count: 30)
    let bench = try InlineAnswer.bench("| A | B |\n|---|---|\n| \(long)| end of it |")
    #expect(bench.screen.contains("end of it"))
    bench.keys("Ctrl-Home", "Tab", "Tab", "Tab")
    bench.type("seen")
    #expect(bench.texts[0].hasSuffix("| seen |") && bench.screen.contains("seen"))
  }

  @Test("bold and italic are put around the selection or the word, taken away, and never submitted")
  func emphasis() throws {
    let bench = try InlineAnswer.bench("calm words")
    bench.keys("Ctrl-B")
    #expect(bench.texts == ["**calm** words"])
    bench.keys("End", "Alt-Shift-I")
    #expect(bench.texts == ["**calm** *words*"])
    #expect(bench.state.session.answers.count == 1)
    let text = SubmissionText(
      bench.answer, template: nil, values: bench.state.session.values, rule: bench.state.session.rule)
    #expect(text.text == "calm words" && text.count.words == 2)
    bench.keys("Home", "Shift-End", "Ctrl-Home", "Right", "Right", "Right", "Ctrl-B")
    #expect(bench.texts == ["calm *words*"])
  }

  @Test(
    "steps by sentence and by KPI",
    arguments: [
      (["Alt-Right"], 5), (["Alt-Right", "Alt-Right"], 13), (["End", "Alt-Left"], 13),
      (["End", "Alt-Left", "Alt-Left"], 5), (["Alt-Shift-N"], 16), (["End", "Alt-Shift-P"], 16),
      (["Alt-Shift-N", "Alt-Shift-N"], 16),
    ])
  func steps(_ keys: [String], _ offset: Int) throws {
    let bench = try InlineAnswer.bench("One. Two it. At {{flow.los_reduced}} days.")
    for key in keys { bench.keys(key) }
    #expect(bench.state.editor.caret.offset == offset)
  }

  @Test(
    "a placeholder is deleted whole, from either side and by word",
    arguments: [
      (["Alt-Shift-N", "Delete"], "At  days."), (["Alt-Shift-N", "Ctrl-Right", "Backspace"], "At  days."),
      (["End", "Ctrl-Left", "Ctrl-Left", "Ctrl-Delete"], "At  days."),
    ])
  func placeholders(_ keys: [String], _ expected: String) throws {
    let bench = try InlineAnswer.bench("At {{flow.los_reduced}} days.")
    for key in keys { bench.keys(key) }
    #expect(bench.texts == [expected])
  }
}
