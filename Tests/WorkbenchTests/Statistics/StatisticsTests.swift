import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The figures of the text, as numbers and as a screen.
@Suite struct StatisticsTests {
  private func box(_ bench: WorkbenchHarness) throws -> StatisticsBox {
    bench.keys("Alt-#")
    guard case .sheet(.statistics(let box)) = bench.state.overlays.last else {
      Issue.record("The statistics did not open.")
      return StatisticsBox(columns: [], progress: [])
    }
    return box
  }

  @Test("part, answer and bid have the counts that are submitted, and the longest sentence is gone to")
  func figures() throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 30, columns: 110))
    let box = try box(bench)
    try Golden.expect(bench.screen, is: "statistics")
    let session = bench.state.session
    let counts = Dictionary(uniqueKeysWithValues: box.columns.map { ($0.title, $0.statistics.count) })
    let texts = session.answers.map {
      SubmissionText($0.answer, template: session.template, values: session.values, rule: session.rule)
    }
    #expect(counts["answer"] == texts[bench.state.currentIndex].count)
    #expect(counts["bid"]?.words == texts.reduce(0) { $0 + $1.count.words })
    let longest = try #require(box.columns.last?.statistics.longest)
    bench.keys("Down", "Down", "Enter")  // The last is the bid's.
    #expect(bench.state.editor.answer == longest.answer && bench.state.overlays.isEmpty)
    #expect(bench.state.editor.selection?.to.offset == longest.range.upperBound)
    for open in session.answers {
      for block in open.answer.parts.flatMap(\.blocks)
      where block.id == longest.block && open.id == longest.answer {
        #expect(longest.range.upperBound <= block.text.utf8.count)
      }
    }
  }

  @Test("a selection has figures of its own")
  func selection() throws {
    let bench = try InlineAnswer.bench("One two. Three four five.\n\nSix.")
    bench.keys("Ctrl-Right", "Ctrl-Right")
    bench.keys("Shift-Down", "Shift-Down", "Shift-Down")
    #expect(bench.state.selectedText?.isEmpty == false)
    let box = try box(bench)
    let column = try #require(box.columns.first)
    #expect(column.title == "selection")
    #expect(column.statistics.count.words == 4)
    #expect(column.statistics.readability.sentences == 2)
    #expect(column.statistics.longest?.text == "Three four five.")
    #expect(column.statistics.longest?.range == 9..<25)
  }

  @Test("words written today are kept over sessions, and cutting takes away")
  func written() throws {
    let folder = StateFolder()
    defer { folder.remove() }
    let scene = WorkbenchScene.answers([
      "1.md": "---\nquestion: 1\nlimit: 100 words\n---\n\n## Context\n\none\n"
    ])
    let bench = try WorkbenchHarness(scene, journal: folder.path)
    bench.keys("Ctrl-Home")
    bench.type("a b c ")
    #expect(try box(bench).progress[0] == "Written today in this bid: 3 words.")
    bench.keys("Esc", "Ctrl-S", "Ctrl-W")
    #expect(try box(bench).progress[0] == "Written today in this bid: 2 words.")
    bench.keys("Esc", "Ctrl-S", "Ctrl-Q")
    bench.loop.desk.history?.flush()
    let again = try WorkbenchHarness(scene, journal: folder.path)
    again.keys("Ctrl-Home")
    again.type("z ")
    let progress = try box(again).progress
    #expect(progress[0] == "Written today in this bid: 3 words.")
    #expect(progress[1] == "Room up to the limits: 96 words. The bid names no deadline.")
  }

  @Test(
    "the days to the deadline share out the room that is left",
    arguments: [
      ("2026-12-01 12:00", "9 days to the deadline, room for 98 words up to the limits: 11 a day."),
      ("2026-11-22", "1 day to the deadline, room for 98 words up to the limits: 98 a day."),
      ("2026-11-21", "Less than a day to the deadline, room for 98 words up to the limits: 98 a day."),
      ("2026-11-19", "The deadline has passed."),
    ])
  func deadline(_ deadline: String, _ line: String) throws {
    let scene = WorkbenchScene.answers(["1.md": "---\nlimit: 100 words\n---\n\n## Context\n\none two\n"])
    scene.put(
      "title: T\nbuyer: B\ndeadline: \(deadline)\ntime_zone: Europe/London\n", at: "/bids/bids/test/bid.yaml")
    #expect(try box(try WorkbenchHarness(scene)).progress.last == line)
  }

  @Test(
    "days are counted by the calendar",
    arguments: [
      ("2026-11-21", "2026-12-21", 30), ("2028-02-28", "2028-03-01", 2), ("2027-02-28", "2027-03-01", 1),
      ("2026-12-31", "2027-01-01", 1), ("2026-01-01", "2025-01-01", -365), ("1999-12-31", "2000-03-01", 61),
    ])
  func days(_ from: String, _ to: String, _ days: Int) throws {
    let first = try #require(Day(from))
    #expect(try #require(Day(to)).number - first.number == days)
    #expect(Day("soon") == nil && Day("2026-13-01") == nil && Day("") == nil)
  }
}
