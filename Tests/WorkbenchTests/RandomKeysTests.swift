import BidAnalysis
import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Any keys in any order leave a workbench whose parts agree with each other.
///
/// The generator is seeded, so that a failure names the seed that shows it again.
@Suite struct RandomKeysTests {
  /// Keys of every command that stays in the program, text keys more often.
  private static let keys: [Key] = {
    let table = CommandTable.standard.commands.filter {
      !["file.quit", "file.suspend", "edit.outside", "edit.outside-whole", "edit.pipe"].contains($0.id)
    }
    let writing = table.filter { ["edit", "move", "select", "form"].contains($0.group) }
    return (table + writing + writing).flatMap(\.keys)
  }()

  private static let texts = [
    "a", "word ", " ", "recieve ", "wrod", "Teh ",
    "- ", "1. ", "### ", "{{", "flow.los_reduced}}", "}}", "\\", "👩‍👩‍👧", "🇬🇧", "é", "e\u{301}",
    "日本",
    "שלום", "مرحبا", "\t", "Our nurse joins the MDT every weekday. ", "|", "## x", "<!-- ", "\u{200D}",
    "\u{FE0F}",
  ]

  private static let pastes = [
    "one\ntwo", "one\n\ntwo\nthree", "- a\n- b\n", "\u{1B}[31m\u{0}\u{7}", "x\r\ny\r\n",
    "| a | b |\n|---|---|\n",
    "{{flow.los_reduced}} {{safety.incidents}}", "\n\n", "   ", "---", "\u{2028}\u{85}",
  ]

  private func open(_ seed: UInt64, generator: inout SeededGenerator) throws -> (
    WorkbenchHarness, [AnswerID: [UInt8]]
  ) {
    let sample = seed % 4 == 0
    let scene =
      sample
      ? WorkbenchScene.sample()
      : .answers(
        [
          "1.md":
            "---\nquestion: 1\nlimit: 40 words\n---\n\n## Context\n\nOne {{flow.los_reduced}} two.  \nbroken\n\n* a\n* b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Our Role\n\n",
          "2.md": "## Context\r\n\r\nWindows lines.\r\n\r\n3. three\r\n\r\n## Evidence",
        ], register: InlineAnswer.register("flow.los_reduced,,days,,2.5,,,,,,,,"))
    let sizes = [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 6, columns: 30)]
    // A dictionary takes a while to load: some of the runs will do.
    let bench = try WorkbenchHarness(scene, size: generator.pick(sizes), spelling: seed % 5 == 0)
    let files = bench.state.session.answers.map { ($0.id, AnswerFile.print($0.answer)) }
    return (bench, Dictionary(uniqueKeysWithValues: files))
  }

  private func act(_ bench: WorkbenchHarness, _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0..<6: bench.press(generator.pick(Self.keys))
    case 6..<9: bench.send(Array(generator.pick(Self.texts).utf8))
    case 9: bench.send(Array("\u{1B}[200~\(generator.pick(Self.pastes))\u{1B}[201~".utf8))
    case 10:
      bench.terminal.resize(
        to: Size(
          rows: Int.random(in: 1...40, using: &generator), columns: Int.random(in: 1...140, using: &generator)
        ))
    default: bench.pause(.milliseconds(Int.random(in: 0...2_000, using: &generator)))
    }
    if generator.happens(oneIn: 3) { bench.settle() }
  }

  @Test("any sixty keys leave file, readings, counts and screen in agreement", arguments: 1...200)
  func agreement(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (bench, _) = try open(UInt64(seed), generator: &generator)
    for _ in 0..<60 { act(bench, &generator) }
    bench.settle()
    try expectFilesHold(bench)
    expectReadings(bench)
    expectCounts(bench)
    expectScreen(bench)
  }

  @Test("what a letter paints at once is what painting everything would", arguments: 1...60)
  func typing(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(2_000 + seed))
    let (bench, _) = try open(UInt64(seed), generator: &generator)
    var compared = 0
    for _ in 0..<40 {
      if generator.happens(oneIn: 8) {
        bench.press(generator.pick(["Left", "Up", "End", "Enter"].compactMap(Key.init(name:))))
      }
      bench.send(Array(generator.pick(Self.texts).utf8))
      if expectText(bench) { compared += 1 }
      if generator.happens(oneIn: 3) { bench.settle() }
    }
    #expect(compared > 0)
  }

  /// The rows of the text, as painted so far, are those of a painting from nothing.
  ///
  /// - Returns: Whether they were compared: below a box they are not.
  private func expectText(_ bench: WorkbenchHarness) -> Bool {
    var state = bench.state
    guard state.overlays.isEmpty else { return false }
    let painted = state.editor.painted
    state.editor.painted = []
    var surface = Surface(size: state.size)
    let cursor = state.paintText(on: &surface)
    #expect(cursor == bench.cursor)
    #expect(state.editor.painted.map(\.line) == painted.map(\.line))
    let area = state.editor.area
    // A message that is longer than the last row lies over some until it goes.
    for (offset, row) in painted.enumerated() where row.line?.block != nil && row.stamp != PaintedRow.covered
    {
      #expect(cells(bench.loop.surface, area.row + offset, area) == cells(surface, area.row + offset, area))
    }
    return true
  }

  /// Text and style of each column of a row of the text.
  private func cells(_ surface: Surface, _ row: Int, _ area: Rect) -> [String] {
    (area.column..<area.endColumn).map { "\(surface[row, $0])" }
  }

  @Test("undoing everything gives back every byte of every file", arguments: 1...100)
  func undoAll(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    let (bench, files) = try open(UInt64(seed), generator: &generator)
    for _ in 0..<60 { act(bench, &generator) }
    bench.settle()
    var state = bench.state
    while let last = state.session.undoLog.done.last {
      let target = try #require(last.targets.first)
      _ = try state.session.undo(in: target)
    }
    for (id, bytes) in files {
      let answer = try #require(state.session[id]?.answer)
      #expect(
        String(decoding: AnswerFile.print(answer), as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    }
  }

  /// What was printed is read back as what is in hand.
  private func expectFilesHold(_ bench: WorkbenchHarness) throws {
    for open in bench.state.session.answers {
      #expect(open.answer.brokenInvariant() == nil)
      let again = try AnswerFile.scan(
        AnswerFile.print(open.answer), id: open.id, template: bench.state.session.template)
      #expect(again.answer.fileContent == open.answer.fileContent)
    }
  }

  /// What was read block by block, as it changed, is what a fresh reading of everything gives.
  private func expectReadings(_ bench: WorkbenchHarness) {
    let session = bench.state.session
    var fresh = BidSession(
      heading: session.heading,
      answers: session.answers.map { OpenAnswer(answer: $0.answer, question: $0.question) },
      template: session.template, themes: session.themes, rule: session.rule, values: session.values,
      checks: session.checks)
    fresh.readAll(with: bench.reader)
    #expect(fresh.readings == session.readings)
    for open in session.answers {
      #expect(fresh.shownFindings(in: open.answer) == session.shownFindings(in: open.answer))
    }
  }

  /// The cached counts are those of the text that is submitted.
  private func expectCounts(_ bench: WorkbenchHarness) {
    var session = bench.state.session
    for index in session.answers.indices {
      let text = SubmissionText(
        session.answers[index].answer, template: session.template, values: session.values, rule: session.rule)
      #expect(session.count(ofAnswerAt: index).total == text.count)
      #expect(TextCount(text.text, rule: session.rule).characters == text.count.characters)
    }
  }

  /// What was painted row by row, as it changed, is what painting everything anew gives.
  private func expectScreen(_ bench: WorkbenchHarness) {
    var state = bench.state
    state.editor.painted = []
    state.editor.layouts.removeAll()
    let before = bench.screen
    var surface = Surface(size: state.size)
    let cursor = state.paint(on: &surface)
    let fresh = MemoryTerminal(size: state.size)
    fresh.present(&surface, cursor: cursor)
    #expect(Golden.difference(from: before, to: fresh.snapshot()) == [])
    #expect(fresh.snapshotWithStyles() == bench.terminal.snapshotWithStyles())
    #expect(fresh.cursor == bench.cursor)
  }
}
