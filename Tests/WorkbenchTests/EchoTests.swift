import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// A letter is shown before its edit is made, and what is shown is what the document says.
@Suite struct EchoTests {
  private static let letters = Array("aeiouxyz.,;:!?()'\"-+=%&0123456789".utf8)

  private func bench(_ seed: UInt64) throws -> WorkbenchHarness {
    let sizes = [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 50, columns: 200)]
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: sizes[Int(seed % 3)])
    bench.keys("Ctrl-Home", "Alt-Down", "Alt-Down", "End")
    bench.type("x")
    return bench
  }

  @Test("what the document paints after an echo sends nothing more", arguments: 1...3 as ClosedRange<UInt64>)
  func exact(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bench = try bench(seed)
    var echoed = 0
    for _ in 0..<60 {
      let move =
        ["Ctrl-Right", "Right", "Down", "Up", "End", "Left"].randomElement(using: &generator) ?? "Right"
      bench.keys(move, times: Int.random(in: 0...3, using: &generator))
      let count = bench.loop.echoCount
      let letter = Self.letters.randomElement(using: &generator) ?? 0x61
      bench.send([letter])
      if bench.loop.echoCount > count {
        echoed += 1
        #expect(bench.terminal.lastCellsSent == 0, "\(Character(Unicode.Scalar(letter))) after \(move)")
      }
      bench.settle()
    }
    #expect(echoed > 30)
  }

  @Test("a space is echoed only at the end of its text, where it parts no word")
  func space() throws {
    let bench = try bench(1)
    bench.keys("Ctrl-End")
    bench.type("x")
    let count = bench.loop.echoCount
    bench.send([0x20])
    #expect(bench.loop.echoCount == count + 1)
    bench.settle()
    bench.keys("Ctrl-Left", "Right")
    bench.send([0x20])
    #expect(bench.loop.echoCount == count + 1)
  }

  @Test(
    "signs of placeholders and emphasis wait for the painting",
    arguments: ["{", "}", "*", "_", "|", "é", "\t"])
  func signs(_ sign: String) throws {
    let bench = try bench(1)
    let count = bench.loop.echoCount
    bench.send(Array(sign.utf8))
    #expect(bench.loop.echoCount == count)
  }

  @Test("an echo of an edit that is refused is painted over")
  func refused() throws {
    let bench = try bench(1)
    let before = bench.terminal.snapshot().split(separator: "\n", omittingEmptySubsequences: false)
    bench.loop.state.session.answers[bench.state.currentIndex].readOnlyReason = "Ann has it open."
    let count = bench.loop.echoCount
    bench.send([0x71])
    #expect(bench.loop.echoCount == count + 1)
    bench.settle()
    let after = bench.terminal.snapshot().split(separator: "\n", omittingEmptySubsequences: false)
    let text = bench.state.editor.area
    for row in text.row..<text.endRow {
      #expect(before[row].prefix(text.endColumn) == after[row].prefix(text.endColumn))
    }
  }
}
