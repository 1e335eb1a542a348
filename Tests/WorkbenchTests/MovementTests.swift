import BidTestSupport
import Testing

/// Where the cursor goes, key by key.
@Suite struct MovementTests {
  @Test(
    "one key moves the cursor by what a person sees as one",
    arguments: [
      ("Right", "abc", "a|bc"), ("Right", "日本", "日|本"), ("Right", "e\u{301}a", "e\u{301}|a"),
      ("Right", "👩‍👩‍👧x", "👩‍👩‍👧|x"), ("Right", "🇬🇧x", "🇬🇧|x"),
      ("Ctrl-Right", "one two", "one |two"), ("Ctrl-Right", "don’t stop", "don’t |stop"),
      ("Ctrl-Right", "a, b", "a, |b"), ("End", "one two", "one two|"), ("Ctrl-End", "one two", "one two|"),
      ("Left", "abc", "|abc"), ("Ctrl-Left", "abc", "|abc"), ("Home", "abc", "|abc"), ("Up", "abc", "|abc"),
      ("Ctrl-Down", "abc", "abc|"), ("Alt-Down", "abc", "abc|"), ("Alt-Up", "abc", "|abc"),
    ])
  func fromStart(_ key: String, _ text: String, _ expected: String) throws {
    let bench = try InlineAnswer.bench(text)
    bench.keys(key)
    #expect(bench.caretLine == expected)
  }

  @Test(
    "one key moves back from the end by what a person sees as one",
    arguments: [
      ("Left", "abc", "ab|c"), ("Left", "日本", "日|本"), ("Left", "ae\u{301}", "a|e\u{301}"),
      ("Left", "x👩‍👩‍👧", "x|👩‍👩‍👧"), ("Left", "x🇬🇧", "x|🇬🇧"), ("Ctrl-Left", "one two", "one |two"),
      ("Ctrl-Left", "one two. ", "one |two. "), ("Home", "one two", "|one two"), ("Right", "abc", "abc|"),
      ("Ctrl-Up", "abc", "|abc"), ("Down", "abc", "abc|"),
    ])
  func fromEnd(_ key: String, _ text: String, _ expected: String) throws {
    let bench = try InlineAnswer.bench(text.trimmingSpaces())
    bench.keys("Ctrl-End")
    if text.hasSuffix(" ") { bench.type(" ") }
    bench.keys(key)
    #expect(bench.caretLine == expected)
  }

  @Test("going up and down keeps to the column through short rows and wide characters")
  func stickyColumn() throws {
    let bench = try InlineAnswer.bench("abcdefgh\n\nab\n\n日本語日本語")
    bench.keys("Right", "Right", "Right", "Right", "Right")
    bench.keys("Down")
    #expect(bench.caretLine == "ab|")
    bench.keys("Down")
    #expect(bench.caretLine == "日本|語日本語")
    bench.keys("Up", "Up")
    #expect(bench.caretLine == "abcde|fgh")
    bench.keys("Left", "Down", "Up")
    #expect(bench.caretLine == "abcd|efgh")
  }

  @Test("rows of a wrapped paragraph are walked one by one, and Home and End stay in the row")
  func wrappedRows() throws {
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    let bench = try InlineAnswer.bench(words)
    var columns: [Int] = []
    bench.keys("Right", "Right", "Right")
    let column = try #require(bench.cursor?.column)
    for _ in 0..<3 {
      bench.keys("Down")
      columns.append(try #require(bench.cursor?.column))
    }
    #expect(columns == [column, column, column])
    let row = bench.cursor?.row
    bench.keys("End")
    #expect(bench.cursor?.row == row)
    bench.keys("Home")
    #expect(bench.cursor?.row == row && bench.cursor?.column == column - 3)
    #expect(bench.state.editor.caret.offset > 0)
  }

  @Test("a chip is passed a byte at a time once the cursor is in it, and is shown as it is written")
  func chips() throws {
    let bench = try InlineAnswer.bench("a {{flow.los_reduced}} b")
    #expect(bench.screen.contains("[◌ flow.los_reduced]"))
    bench.keys("Right", "Right")
    #expect(bench.screen.contains("[◌ flow.los_reduced]"))
    bench.keys("Right")
    #expect(bench.screen.contains("a {{flow.los_reduced}} b"))
    bench.keys("End", "Left", "Left")
    #expect(bench.caretLine == "a {{flow.los_reduced}}| b")
    #expect(bench.screen.contains("[◌ flow.los_reduced]"))
  }

  @Test("paragraphs and parts are gone to by one key each")
  func parts() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\none\n\ntwo\n\n## Our Role\n\nthree\n"]))
    bench.keys("Ctrl-Home")
    var walk: [String] = []
    for key in ["Ctrl-Down", "Ctrl-Down", "Ctrl-Up", "Alt-Up", "Alt-Down", "End", "Alt-Up", "Alt-Up"] {
      bench.keys(key)
      walk.append(bench.caretLine)
    }
    #expect(walk == ["|two", "|three", "|two", "|one", "|three", "three|", "|three", "|one"])
  }

  @Test("a page down and a page up come back to the same row")
  func pages() throws {
    let text = (1...60).map { "paragraph \($0)" }.joined(separator: "\n\n")
    let bench = try InlineAnswer.bench(text, rows: 24)
    bench.keys("PageDown")
    let middle = bench.caretLine
    bench.keys("PageDown", "PageUp")
    #expect(bench.caretLine == middle)
    bench.keys("PageUp")
    #expect(bench.caretLine == "|paragraph 1")
    bench.keys("PageDown", times: 20)
    #expect(bench.caretBlock.text == "paragraph 60")
  }
}
