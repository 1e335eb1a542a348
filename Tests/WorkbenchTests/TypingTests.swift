import BidModel
import BidTestSupport
import Testing

/// What typing, breaking and deleting make of the text.
@Suite struct TypingTests {
  /// What the file holds of the part Context, less its heading.
  private func file(_ bench: WorkbenchHarness) -> String {
    let text = String(decoding: bench.printed, as: UTF8.self)
    return text.replacing("## Context\n\n", with: "")
  }

  @Test(
    "a marker typed at the start of a paragraph makes a list item or a heading",
    arguments: [
      ("- item", "- item\n"), ("* item", "* item\n"), ("1. item", "1. item\n"), ("7) item", "7) item\n"),
      ("### Title", "### Title\n"), ("-item", "-item\n"), ("a - b", "a - b\n"),
      ("1900. year", "\\1900. year\n"),
      ("- one\ntwo", "- one\n- two\n"), ("1. one\ntwo", "1. one\n2. two\n"),
      ("- one\n\nprose", "- one\n\nprose\n"),
      ("### Title\nprose", "### Title\n\nprose\n"), ("one\ntwo", "one\n\ntwo\n"),
    ])
  func markers(_ typed: String, _ expected: String) throws {
    let bench = try InlineAnswer.bench("")
    bench.type(typed)
    #expect(file(bench).debugDescription == expected.debugDescription)
  }

  @Test(
    "text that would read as structure is kept as words",
    arguments: ["## x", "| a |", "```", "<!-- x", "---", "> q"])
  func escapes(_ typed: String) throws {
    let bench = try InlineAnswer.bench("")
    bench.paste(typed)
    bench.keys("Ctrl-S")
    let path = bench.scene.answerPath("1.md")
    let again = try WorkbenchHarness(.answers(["1.md": bench.scene.text(at: path)]))
    #expect(again.texts.contains(typed))
  }

  @Test(
    "Enter splits where the cursor is",
    arguments: [
      ("ab", 1, "a\n\nb\n"), ("- ab", 1, "- a\n- b\n"), ("ab", 0, "\n\nab\n"),
      ("### ab", 1, "### a\n\n### b\n"),
    ])
  func enter(_ text: String, _ steps: Int, _ expected: String) throws {
    let bench = try InlineAnswer.bench(text)
    bench.keys("Right", times: steps)
    bench.keys("Enter")
    #expect(bench.blocks.count == 2)
    if steps > 0 { #expect(file(bench).debugDescription == expected.debugDescription) }
    #expect(bench.state.editor.caret.offset == 0)
  }

  @Test("Alt-Enter breaks the line within the paragraph")
  func lineBreak() throws {
    let bench = try InlineAnswer.bench("ab")
    bench.keys("Right", "Alt-Enter")
    #expect(bench.texts == ["a\nb"])
    #expect(file(bench) == "a\nb\n")
  }

  @Test("Backspace and Delete take one grapheme, and Ctrl with them a word")
  func deleting() throws {
    let cases: [(String, [String], String)] = [
      ("abc", ["End", "Backspace"], "ab"), ("abc", ["Delete"], "bc"), ("e\u{301}x", ["Delete"], "x"),
      ("x👩‍👩‍👧", ["End", "Backspace"], "x"), ("🇬🇧x", ["Delete"], "x"), ("one two", ["End", "Ctrl-W"], "one "),
      ("one two", ["Alt-D"], "two"), ("one two", ["End", "Ctrl-Backspace", "Ctrl-Backspace"], ""),
      ("abc", ["Backspace"], "abc"), ("abc", ["End", "Delete"], "abc"),
    ]
    for (text, keys, expected) in cases {
      let bench = try InlineAnswer.bench(text)
      for key in keys { bench.keys(key) }
      #expect(bench.texts == [expected], "\(text) \(keys)")
    }
  }

  @Test("Backspace at a start and Delete at an end join paragraphs; an item first becomes a paragraph")
  func joining() throws {
    let bench = try InlineAnswer.bench("one\n\ntwo\n\n- three")
    bench.keys("Ctrl-Down", "Backspace")
    #expect(bench.texts == ["onetwo", "three"] && bench.caretLine == "one|two")
    bench.keys("End", "Delete")
    #expect(bench.texts == ["onetwothree"])
    bench.keys("Ctrl-Z")
    bench.keys("Ctrl-Down", "Backspace")
    #expect(bench.blocks.map(\.kind) == [.prose, .prose])
    bench.keys("Backspace")
    #expect(bench.texts == ["onetwothree"])
  }

  @Test("a join never crosses a part's heading")
  func partsStay() throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\none\n\n## Our Role\n\ntwo\n"]))
    bench.keys("Ctrl-End", "Home", "Backspace")
    #expect(bench.texts == ["one", "two"])
    bench.keys("Ctrl-Home", "End", "Delete")
    #expect(bench.texts == ["one", "two"])
  }

  @Test("an edit of one paragraph changes its lines alone")
  func onlyItsLines() throws {
    let text = "one  \nstill one\n\n*  two\n\n\n3. three"
    let bench = try InlineAnswer.bench(text)
    bench.keys("Ctrl-Down", "Ctrl-Down", "End")
    bench.type("!")
    #expect(file(bench) == text + "!\n")
  }
}
