import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Going from comment to comment in the walk, and what is said of sub-asks when a question is handed in.
@Suite struct WalkMarkTests {
  private func walk(_ scene: WorkbenchScene = .sample(), as person: String = "ann") throws -> WorkbenchHarness
  {
    let bench = try WorkbenchHarness(scene, asked: person)
    bench.keys("F8", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "2.1" { bench.keys("Right") }
    return bench
  }

  /// Comments on the sentence in hand; `abouts` is how often Right is pressed in "About".
  private func comment(_ bench: WorkbenchHarness, _ words: String, about: String) {
    bench.type("c" + words)
    bench.keys("Tab")
    bench.type(about)
    bench.keys("Enter")
  }

  @Test("m reaches every comment: two on one sentence, and those on the answer, in turn and back")
  func everyComment() throws {
    let bench = try walk()
    bench.keys("Down", "Down")
    comment(bench, "On the paragraph.", about: "p")
    bench.type("cOn the sentence.")
    bench.keys("Enter")
    comment(bench, "On the answer.", about: "a")
    bench.keys("Up", "Up")
    func steps(_ key: String) -> [String] {
      (0..<4).map { _ in
        bench.type(key)
        return bench.message
      }
    }
    let onward = steps("m")
    for words in ["On the paragraph.", "On the sentence.", "On the answer."] {
      #expect(onward.prefix(3).contains { $0.hasSuffix(words) }, "\(words): \(onward)")
    }
    #expect(onward[3] == onward[0], "it goes round")
    #expect(onward[0].contains(" of 3 · Ann Marker, note"))
    #expect(Array(steps("M").prefix(3)) == [onward[2], onward[1], onward[0]])
  }

  @Test("handing in tells of sub-asks without a place, 0 says that they are not found, and takes it back")
  func notFound() throws {
    let bench = try walk()
    bench.type("2")
    bench.type("s")
    #expect(bench.screen.contains("No place for sub-asks 1, 3, 4, 5 yet (0: not found)."), "\(bench.screen)")
    bench.type("3")
    bench.keys("Tab")
    bench.type("Because.")
    bench.keys("Enter")
    #expect(
      bench.message == "Handed in: 2.1 has 3. No place for sub-asks 1, 3, 4, 5 yet (0: not found).")
    bench.type("0")
    #expect(bench.message == "Not found in this answer: 1, 3, 4, 5.")
    #expect(bench.screen.contains("not found"))
    #expect(bench.state.unplacedAsks.isEmpty)
    bench.type("3")
    #expect(bench.state.walkedSheet?.found.first { $0.ask == 3 }?.anchor != nil)
    bench.type("0")
    #expect(bench.message == "Taken back: 1, 4, 5.")
    #expect(bench.state.unplacedAsks == [1, 4, 5])
  }
}
