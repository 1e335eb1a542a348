import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Long random sessions, after which what must always hold still does.
@Suite("Random sessions")
struct RandomSessionTests {
  private static let texts = [
    "word ", "x", "We meet weekly with the ward. ", "{{", "- ", "1. ", "é", "👩‍👩‍👧", "\u{202E}abc", "\u{7}", "漢字",
    "# ", "| a |",
    "{{flow.referral_to_start}}", "\\", "  ",
  ]
  private static let names = [
    "Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Ctrl-Left", "Ctrl-Right",
    "Shift-Left",
    "Shift-Down", "Shift-Up", "Alt-Up", "Alt-Down", "Enter", "Enter", "Backspace", "Backspace", "Delete",
    "Ctrl-W", "Alt-D",
    "Ctrl-C", "Ctrl-X", "Ctrl-V", "Alt-Enter", "Ctrl-Home", "Ctrl-End", "Ctrl-Up", "Ctrl-Down", "Ctrl-Z",
    "Ctrl-Y",
  ]

  private func play(_ count: Int, _ random: inout SeededGenerator, on harness: WorkbenchHarness) {
    for _ in 0..<count {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: harness.type(random.pick(Self.texts))
      case 4: harness.paste(random.pick(Self.texts) + "\n\n" + random.pick(Self.texts) + "\n- item\n")
      default: harness.keys(random.pick(Self.names))
      }
      if !harness.loop.state.overlays.isEmpty { harness.keys("Esc") }
    }
  }

  @Test(
    "the file holds the text, coverage is what a full reading gives, and undo restores every byte",
    arguments: 0..<24)
  func invariants(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let path =
      "/sample/bids/harbourside-d2a/answers/"
      + (seed.isMultiple(of: 2) ? "1.1-safeguarding.md" : "2.1-integration.md")
    let harness = try WorkbenchHarness(path, size: Size(rows: 20, columns: 70))
    let original = harness.printed
    play(60, &random, on: harness)
    #expect(harness.answer.brokenInvariant() == nil)
    let scanned = try AnswerFile.scan(harness.printed, id: harness.answer.id, template: nil).answer
    #expect(scanned.fileContent == harness.answer.fileContent)
    #expect(harness.coverageIsWhatAFullReadingGives)
    for _ in 0..<400 where harness.loop.state.session.undoLog.done.count > 0 { harness.keys("Ctrl-Z") }
    #expect(harness.printed == original)
  }

  @Test("the screen painted row by row is the screen painted whole", arguments: 0..<16)
  func paintingIsExact(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let harness = try WorkbenchHarness(size: Size(rows: 24, columns: 90))
    for _ in 0..<10 {
      play(4, &random, on: harness)
      let painted = harness.screen
      harness.loop.state.message = nil
      harness.keys("Ctrl-L")
      var lines = painted.split(separator: "\n", omittingEmptySubsequences: false)
      var whole = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
      // The last row may have held a message, which the key took away.
      lines.removeLast()
      whole.removeLast()
      #expect(lines == whole)
    }
  }

  @Test("the count on the screen is the count of the submitted text", arguments: 0..<12)
  func countsAgree(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(2_000 + seed))
    let harness = try WorkbenchHarness(size: Size(rows: 20, columns: 70))
    play(40, &random, on: harness)
    let session = harness.loop.state.session
    let index = try #require(session.index(of: harness.answer.id))
    let text = SubmissionText(
      harness.answer, template: session.template, values: session.values, rule: session.rule)
    #expect(harness.loop.state.session.count(ofAnswerAt: index).total == text.count)
    #expect(TextCount(text.text, rule: session.rule).characters == text.count.characters)
  }
}
