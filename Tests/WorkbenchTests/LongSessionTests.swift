import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Twenty minutes at the sample bid, as a writer spends them: mostly typing, some moving about, saves,
/// pastes, lists, tables, undos, other questions.
@Suite struct LongSessionTests {
  private static let words = """
    the trusted assessor meets each person on the ward by noon and agrees a plan with the family and the \
    GP so that support starts the same day; last year waits fell from 36 hours to 18 and no one was left \
    waiting over a weekend because our duty lead calls the hub every morning and logs each action
    """.split(separator: " ").map(String.init)

  private static let commands = [
    "edit.undo", "edit.redo", "edit.cut", "edit.copy", "edit.paste", "edit.bold", "edit.italic",
    "edit.select-sentence", "edit.select-paragraph", "block.up", "block.down", "block.part-after",
    "block.part-before", "block.duplicate", "block.join", "block.bullets", "block.numbers", "block.heading",
    "block.in", "block.out", "block.table", "go.next-question", "go.previous-question", "go.next-finding",
    "view.quiet", "view.typewriter", "view.narrower", "view.wider", "pane.scope",
  ]

  /// Half a second to two seconds of work.
  private func act(_ bench: WorkbenchHarness, _ generator: inout SeededGenerator) throws {
    switch Int.random(in: 0..<40, using: &generator) {
    case 0..<24:
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bench.send(Array((generator.pick(Self.words) + " ").utf8))
      }
    case 24..<27: bench.send([0x7F, 0x7F, 0x7F])
    case 27..<31:
      let keys = [
        "Up", "Down", "Home", "End", "Ctrl-Left", "Alt-Right", "Ctrl-Up", "Alt-Down", "Ctrl-End", "Enter",
      ]
      bench.press(try #require(Key(name: generator.pick(keys))))
    case 31: bench.send(Array("{{flow.referral_to_start}} ".utf8))
    case 32: bench.send(Array("\u{1B}[200~One.\n\n\u{2022}\ttwo\n\u{2022}\tthree\u{A0}3\n\u{1B}[201~".utf8))
    case 33:
      bench.press(
        try #require(Key(name: generator.pick(["Shift-Down", "Ctrl-Shift-Left", "Alt-Shift-Right"]))))
    default:
      let command = try #require(CommandTable.standard[generator.pick(Self.commands)])
      if let key = command.keys.first { bench.press(key) }
    }
    while !bench.state.overlays.isEmpty { bench.keys("Esc") }
    bench.pause(.milliseconds(Int.random(in: 300...2_100, using: &generator)))
    bench.loop.step()
  }

  @Test(
    "after twenty minutes each file reads back as it was written, and undoing it all restores every byte",
    arguments: [1, 2])
  func session(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(9_000 + seed))
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let bench = try WorkbenchHarness(scene)
    let files = bench.state.session.answers.map { ($0.id, AnswerFile.print($0.answer)) }
    let end = bench.terminal.now.advanced(by: .seconds(20 * 60))
    var actions = 0
    while bench.terminal.now < end {
      try act(bench, &generator)
      actions += 1
      if actions.isMultiple(of: 100) {
        bench.settle()
        try expectAgreement(bench)
        bench.keys("Ctrl-S")
      }
    }
    #expect(actions > 600)
    bench.settle()
    try expectAgreement(bench)
    var state = bench.state
    while let last = state.session.undoLog.done.last {
      _ = try state.session.undo(in: try #require(last.targets.first))
    }
    for (id, bytes) in files {
      let answer = try #require(state.session[id]?.answer)
      #expect(
        String(decoding: AnswerFile.print(answer), as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    }
  }

  /// parse(print) gives the same content back, and what was read as it changed is what a fresh reading gives.
  private func expectAgreement(_ bench: WorkbenchHarness) throws {
    let session = bench.state.session
    var fresh = BidSession(
      heading: session.heading,
      answers: session.answers.map { OpenAnswer(answer: $0.answer, question: $0.question) },
      template: session.template, themes: session.themes, rule: session.rule, values: session.values,
      checks: session.checks)
    fresh.readAll(with: bench.reader)
    #expect(fresh.readings == session.readings)
    for open in session.answers {
      #expect(open.answer.brokenInvariant() == nil)
      let again = try AnswerFile.scan(AnswerFile.print(open.answer), id: open.id, template: session.template)
      #expect(again.answer.fileContent == open.answer.fileContent)
      #expect(fresh.shownFindings(in: open.answer) == session.shownFindings(in: open.answer))
    }
  }
}
