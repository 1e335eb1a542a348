import BidAnalysis
import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Where the text passes its limit, and what could be cut.
@Suite struct LimitTests {
  private static let text = """
    We are passionate about truly seamless, person-centred care. The triage nurse joins the MDT meeting every weekday at 9 am and records each action in the shared tracker. The weather was fine for everybody who came that year.

    - Joint handovers rose from 60% to 94% between April and September 2026.
    - We work in partnership.
    """

  private func bench(limit: String, rows: Int = 24, columns: Int = 80, text: String = text) throws
    -> WorkbenchHarness
  {
    try WorkbenchHarness(
      .answers([
        "1.md":
          "---\nquestion: 1\ntitle: Limits\nlimit: \(limit)\n---\n\n## Plan\n\nNot counted at all.\n\n## Context\n\n\(text)\n"
      ]),
      size: Size(rows: rows, columns: columns))
  }

  /// The text of the answer up to the limit, of the block that holds it.
  private func within(_ limit: String, _ text: String) throws -> String? {
    let bench = try bench(limit: limit, text: text)
    let session = bench.state.session
    let limit = try #require(session.answers[0].question.limit)
    let cut = CutPoint(
      in: bench.answer, limit: limit, template: session.template, values: session.values, rule: session.rule)
    return try cut.map { cut in
      let block = bench.answer[try #require(bench.answer.place(of: cut.block))]
      return block.text.prefix(utf8: cut.offset)
    }
  }

  @Test(
    "the limit stands behind the last word or character that is within it",
    arguments: [
      ("2 words", "one two three", "one two"), ("3 words", "one two three", nil),
      ("1 word", "one\n\ntwo three", ""), ("2 words", "one\n\ntwo three", "two"),
      ("5 words", "- one\n- two three four", "two three"), ("5 characters", "abcdefgh", "abcde"),
      ("9 characters", "- abcdefgh", "abcdefg"),
      ("3 words", "a {{flow.los_reduced}} b", "a {{flow.los_reduced}}"),
      ("2 words", "café naïve  last", "café naïve"), ("1 word", "### Heading here", "Heading"),
    ] as [(String, String, String?)])
  func point(_ limit: String, _ text: String, _ expected: String?) throws {
    #expect(try within(limit, text) == expected)
  }

  @Test("the line of the limit stands in the text", arguments: [(24, 80), (36, 120)])
  func golden(_ rows: Int, _ columns: Int) throws {
    let bench = try bench(limit: "30 words", rows: rows, columns: columns)
    try Golden.expect(bench.screen, is: "limit-\(columns)x\(rows)")
  }

  @Test("what is over is told by the line and by attributes, without any colour")
  func attributes() throws {
    let bench = try bench(limit: "30 words", rows: 16)
    try Golden.expect(bench.terminal.snapshotWithStyles(), is: "limit-monochrome")
  }

  @Test("the line goes as soon as the text is within the limit, and moves with it")
  func moving() throws {
    let bench = try bench(limit: "3 words", text: "one two three four")
    #expect(bench.screen.contains("╌╌ limit: 3 words"))
    bench.keys("Ctrl-End", "Ctrl-W")
    #expect(!bench.screen.contains("╌╌ limit"))
    bench.type(" more words")
    #expect(bench.screen.contains("╌╌ limit: 3 words"))
  }

  @Test("the cursor moves across the line of the limit as if it were not there")
  func crossing() throws {
    let text = Array(repeating: "word", count: 60).joined(separator: " ")
    let bench = try bench(limit: "20 words", text: text + "\n\nLast.")
    bench.keys("Alt-Down", "Down", "Down", "Down")
    let there = bench.state.editor.caret
    bench.keys("Up", "Up", "Down", "Down")
    #expect(bench.state.editor.caret == there)
    bench.keys("Ctrl-End", "Up", "Up", "Up", "Up")
    #expect(bench.caretBlock.text == text)
  }

  @Test(
    "a bar shows the share of the limit that a part has used",
    arguments: [
      (0, 90, "╌╌╌╌╌╌"), (1, 90, "━╌╌╌╌╌"), (45, 90, "━━━╌╌╌"), (90, 90, "━━━━━━"), (200, 90, "━━━━━━"),
      (5, 0, "━━━━━━"),
    ])
  func bars(_ count: Int, _ share: Int, _ bar: String) {
    #expect(WorkbenchState.budgetBar(count, of: share) == bar)
  }

  @Test("the cut helper puts slogans and idle sentences first, and what alone holds a mark last")
  func order() throws {
    let candidates = try bench(limit: "30 words").state.cutCandidates()
    #expect(candidates.count == 5)
    #expect(candidates[0].text.hasPrefix("We are passionate") && candidates[0].reasons[0] == "slogan")
    #expect(
      candidates[1].text.hasPrefix("The weather was fine") && candidates[1].reasons.contains("earns no mark"))
    #expect(candidates.suffix(2).contains { $0.text.hasPrefix("Joint handovers rose") })
    #expect(candidates.suffix(2).contains { $0.text.hasPrefix("The triage nurse joins") })
  }

  @Test("a sentence that says again what stands above is found")
  func repeats() throws {
    let text =
      "Our triage nurse joins the weekday meeting with partner clinicians.\n\nOur triage nurse always joins the weekday meeting with partner clinicians."
    let candidates = try bench(limit: "5 words", text: text).state.cutCandidates()
    #expect(candidates[0].reasons.contains("says again what stands above"))
    #expect(!candidates[1].reasons.contains("says again what stands above"))
  }

  @Test("the cut helper looks as it did", arguments: [(24, 80), (36, 120)])
  func helper(_ rows: Int, _ columns: Int) throws {
    let bench = try bench(limit: "30 words", rows: rows, columns: columns)
    bench.keys("Alt-Shift-X", "Down")
    try Golden.expect(bench.screen, is: "cut-helper-\(columns)x\(rows)")
  }

  @Test("Delete cuts a sentence at a time until the text fits; each comes back on its own")
  func cutting() throws {
    let bench = try bench(limit: "30 words")
    let before = bench.printed
    bench.keys("Alt-Shift-X", "Delete")
    #expect(!bench.texts.contains { $0.contains("passionate") })
    #expect(bench.texts.contains { $0.hasPrefix("The triage nurse") })
    bench.keys("Delete")
    #expect(bench.texts.contains { $0.hasSuffix("in the shared tracker.") })
    bench.keys("Delete")
    #expect(!bench.texts.contains("We work in partnership."))
    bench.keys("Ctrl-Z", "Ctrl-Z", "Ctrl-Z")
    #expect(bench.printed == before)
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty && bench.state.editor.anchor != nil)
  }

  @Test("a placeholder counts as what it stands for, and Delete elsewhere cuts nothing")
  func elsewhere() throws {
    let bench = try bench(limit: "30 words", text: "Stays fell by {{flow.los_reduced}}.")
    #expect(bench.state.cutCandidates()[0].count.words == 5)
    let before = bench.printed
    bench.keys("F2", "Delete", "Esc", "F12", "Delete")
    #expect(bench.printed == before)
  }
}
