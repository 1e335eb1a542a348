import BidTestSupport
import Testing

/// A paste over a selection is one step.
@Suite struct PasteUndoTests {
  @Test("one undo takes back a paste and what it took the place of", arguments: ["x", "x\n\ny"])
  func pasteOverSelection(_ pasted: String) throws {
    let bench = try InlineAnswer.bench("one two")
    bench.keys("Ctrl-Shift-Right")
    bench.paste(pasted)
    #expect(bench.texts.first?.hasPrefix("x") == true)
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["one two"])
  }

  @Test("cleaning up a paste of paragraphs stays a step of its own")
  func cleaning() throws {
    let bench = try InlineAnswer.bench("one two")
    bench.keys("Ctrl-Shift-Right")
    bench.paste("\u{201C}x\u{201D}\n\ny ")
    #expect(bench.texts.first == "\"x\"")
    bench.keys("Ctrl-Z")
    #expect(bench.texts.first == "\u{201C}x\u{201D}")
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["one two"])
  }
}
