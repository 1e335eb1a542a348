import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Several people at one review: what others hand in shows, and figures stay figures.
@Suite struct SharedReviewTests {
  private let scene = WorkbenchScene.sample()

  /// Somebody in the red walk at question 1.1.
  private func walk(as asked: String, size: Size = Size(rows: 36, columns: 120)) throws -> WorkbenchHarness {
    let bench = try WorkbenchHarness(scene, size: size, asked: asked)
    bench.keys("F8", "Down", "Enter")
    while bench.state.walkedAnswer?.reviewKey != "1.1" { bench.keys("Left") }
    return bench
  }

  private func score(_ bench: WorkbenchHarness, _ score: String) {
    bench.type("s" + score)
    bench.keys("Tab")
    bench.type("Because.")
    bench.keys("Enter")
  }

  @Test(
    "what another hands in meanwhile shows on the next screen that is opened, and before a score is agreed")
  func fresh() throws {
    let joe = try walk(as: "joe")
    score(joe, "3")
    joe.type("a")
    #expect(!joe.screen.contains("ann 5"))
    let ann = try walk(as: "ann")
    ann.type("fSay more of this.")
    ann.keys("Enter")
    score(ann, "5")
    joe.keys("PageUp", "Enter")
    #expect(joe.screen.contains("Ann Marker · 5"), "the form to agree shows all: \(joe.screen)")
    joe.keys("Esc", "Esc")
    joe.loop.state.showReview(.fixes)
    joe.keys("Up")
    #expect(joe.screen.contains("Say more of this."), "\(joe.screen)")
    joe.loop.state.showReview(.scores)
    joe.keys("Up")
    #expect(joe.screen.contains("ann 5  joe 3  spread 2"), "\(joe.screen)")
  }

  /// Ann asks for other words in the place of those that quote `{{experience.carer_feedback}}`.
  private func suggest(_ words: String) throws -> WorkbenchHarness {
    let ann = try walk(as: "ann")
    while ann.state.walkSelection.map({ selection in
      !(ann.state.walkedAnswer?.answer[selection[0].place].text.contains("{{experience.carer_feedback}}")
        ?? false)
    }) ?? true { ann.keys("Down") }
    ann.type("fMake it plainer.")
    ann.keys("Tab", "Tab", "Tab", "Tab")
    ann.type(words)
    ann.keys("Enter")
    score(ann, "3")
    let writer = try WorkbenchHarness(scene, asked: "priya")
    writer.loop.state.openReview(.fixes)
    writer.keys("Up")
    writer.type("a")
    return writer
  }

  @Test("better words keep the figures that they hold as placeholders, and say which they do not hold")
  func figures() throws {
    let writer = try suggest("Of unpaid carers, 88% said that we had helped them.")
    let texts = writer.state.session.answers.flatMap { $0.answer.parts.flatMap(\.blocks).map(\.text) }
    #expect(
      texts.contains {
        $0.contains("Of unpaid carers, {{experience.carer_feedback}} said that we had helped")
      })
    #expect(
      writer.message.contains("but {{experience.carer_feedback.period}}")
        && writer.message.contains("is no longer quoted. Ctrl-K quotes a figure"), "\(writer.message)")
  }

  @Test("the form of a question with several criteria names each in full above its fields")
  func criteria() throws {
    let path = "/bids/bids/harbourside-d2a/answers/1.1-safeguarding.md"
    let text = scene.text(at: path)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("criterion:") })
    let names = ["Quality of the care provided", "Delivery and mobilisation"]
    scene.put(text.replacing(line, with: "criterion: \(names.joined(separator: "; "))"), at: path)
    for (rows, columns) in [(24, 80), (36, 120)] {
      let bench = try walk(as: "ann", size: Size(rows: rows, columns: columns))
      bench.type("s")
      for name in names { #expect(bench.screen.contains(name), "\(bench.screen)") }
      let shown = bench.screen.split(separator: "\n").filter { $0.contains("Next mark") }
      #expect(shown.count == 2 && bench.screen.contains("▸ Score"), "\(bench.screen)")
    }
  }

  @Test(
    "the help of the review opens at its keys at every width", arguments: [(24, 80), (36, 120), (24, 60)])
  func help(_ rows: Int, _ columns: Int) throws {
    let bench = try walk(as: "ann", size: Size(rows: rows, columns: columns))
    bench.type("?")
    let lines = bench.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let title = lines.firstIndex { $0.contains("Reviewing") }
    #expect(title.map { $0 < 4 } == true, "\(bench.screen)")
  }
}
