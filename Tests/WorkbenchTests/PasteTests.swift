import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What is pasted, beside what was there.
@Suite struct PasteTests {
  @Test(
    "a pasted paragraph that ends in a line feed leaves what follows a paragraph of its own",
    arguments: [
      ("The council pays.", "A.\n\nB.\n", ["A.", "B.", "The council pays."]),
      ("The council pays.", "A.\n\nB.", ["A.", "B.The council pays."]),
      ("", "A.\n\nB.\n", ["A.", "B."]),
    ])
  func lineFeed(_ text: String, _ pasted: String, _ expected: [String]) throws {
    let bench = try InlineAnswer.bench(text)
    bench.keys("Ctrl-Home")
    bench.paste(pasted)
    #expect(bench.texts == expected)
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [text])
  }

  @Test("an item before which paragraphs are pasted keeps its bullet")
  func item() throws {
    let bench = try InlineAnswer.bench("- one\n- two")
    bench.keys("Ctrl-Home")
    bench.paste("A.\n\nB.\n")
    #expect(bench.texts == ["A.", "B.", "one", "two"])
    #expect(bench.blocks.map(\.kind.isItem) == [false, false, true, true])
  }

  @Test("the bullets of a word processor keep their levels")
  func levels() throws {
    let bench = try InlineAnswer.bench("")
    bench.paste("•\tone\no\ttwo\n▪\tthree\n•\tfour")
    #expect(bench.texts == ["one", "two", "three", "four"])
    let levels = bench.blocks.map { block in
      if case .bullet(let item) = block.kind { item.level } else { -1 }
    }
    #expect(levels == [0, 1, 2, 0])
  }

  @Test("undo back to what the file holds is saved again")
  func savedAgain() throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\none\n"]))
    bench.keys("Ctrl-Home")
    bench.type("x")
    #expect(bench.state.session.answers[0].isModified)
    bench.keys("Ctrl-Z")
    #expect(!bench.state.session.answers[0].isModified)
    bench.keys("Ctrl-Y")
    #expect(bench.state.session.answers[0].isModified)
    bench.keys("Ctrl-Z", "Ctrl-Q")
    #expect(bench.state.isFinished, "nothing is asked")
  }

  @Test("a message longer than the last row is read to its end, and goes with the next key")
  func longMessage() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Context\n\none\n"]), size: Size(rows: 24, columns: 60)
    ) { state in
      state.say(String(repeating: "A long sentence about a file. ", count: 4) + "Press the key.", as: .error)
    }
    #expect(bench.screen.contains("Press the key."))
    let rows = bench.screen.split(separator: "\n")
    #expect(rows.suffix(3).contains { $0.contains("A long sentence") })
    bench.keys("Right")
    #expect(!bench.screen.contains("Press the key.") && !bench.screen.contains("A long sentence"))
  }
}
