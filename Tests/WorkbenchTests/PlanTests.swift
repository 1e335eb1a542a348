import BidAnalysis
import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The plan beside the text, and what is walked and inserted from it.
@Suite struct PlanTests {
  private func bench(_ plan: String, _ parts: String, asks: [String], rows: Int = 36, columns: Int = 120)
    throws
    -> WorkbenchHarness
  {
    let asks = asks.isEmpty ? "" : "sub_asks: |\n" + asks.map { "  \($0)\n" }.joined()
    return try WorkbenchHarness(
      .answers(["1.md": "---\nquestion: 1\n\(asks)---\n\n## Plan\n\n\(plan)\n\n\(parts)"]),
      size: Size(rows: rows, columns: columns))
  }

  private func signs(_ bench: WorkbenchHarness) -> [String] {
    var state = bench.state
    return state.plannedAsks(AnswerPlan(bench.answer, template: state.session.template)).map(\.sign)
  }

  @Test("the plan pane looks as it did", arguments: [(24, 80), (36, 120), (30, 100)])
  func golden(_ rows: Int, _ columns: Int) throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: rows, columns: columns))
    bench.keys("Alt-Down", "Alt-Down", "Alt-Down", "Alt-7")
    try Golden.expect(bench.screen, is: "plan-\(columns)x\(rows)")
  }

  @Test("a sub-ask ticks as its words are written, and unticks as they go")
  func ticking() throws {
    let bench = try bench(
      "- Key message: one door.", "## Context\n\n## Our Role\n\n",
      asks: ["Referral and triage", "Multidisciplinary working"])
    #expect(signs(bench) == ["□", "□"])
    bench.keys("Alt-2", "Ctrl-Home", "Alt-Down")
    bench.type("Every referral ")
    #expect(signs(bench) == ["◐", "□"])
    bench.type("is triaged; the MDT works daily.")
    #expect(signs(bench) == ["✓", "✓"])
    bench.keys("Ctrl-W", times: 5)
    #expect(signs(bench) == ["◐", "□"])
  }

  @Test("each paragraph's words are told as spent on the sub-ask that it speaks of most")
  func spent() throws {
    let bench = try bench(
      "- Key message: one door.",
      "## Context\n\nNothing of it.\n\n## Our Role\n\nEvery referral is triaged by nurses.\n\nThe MDT decides.\n",
      asks: ["Referral and triage", "Multidisciplinary working"])
    var state = bench.state
    let asks = state.plannedAsks(AnswerPlan(bench.answer, template: state.session.template))
    #expect(asks.map(\.spent) == [6, 3])
    let rows = state.planRows(width: 40).map(\.plain)
    #expect(rows.contains { $0.contains("6 words spent on it") })
  }

  @Test("the sub-asks tick in the guidance pane as in the plan")
  func guidance() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md": "---\nquestion: 1\ntext: |\n  Tell us.\nsub_asks: |\n"
          + "  Referral and triage\n  Multidisciplinary working\n---\n\n## Context\n\nEvery referral is triaged.\n"
      ]))
    var state = bench.state
    let rows = state.guidanceRows(width: 60).map(\.plain)
    #expect(rows.contains("✓ Referral and triage") && rows.contains("□ Multidisciplinary working"))
  }

  @Test("the words of two parts do not add up to an answer in one")
  func oneParty() throws {
    let bench = try bench(
      "x", "## Context\n\nEscalation.\n\n## Our Role\n\nDisagreements are settled.\n",
      asks: ["Escalation of disagreements settled"])
    #expect(signs(bench) == ["✓"])
    let other = try self.bench(
      "x", "## Context\n\nEscalation.\n\n## Our Role\n\nDisagreements.\n",
      asks: ["Escalation of disagreements settled"])
    #expect(signs(other) == ["◐"])
  }

  @Test("what the hidden plan says is no answer")
  func planIsNoAnswer() throws {
    #expect(
      signs(
        try bench(
          "- Sub-ask → part: referral and triage in Our Role", "## Context\n\n", asks: ["Referral and triage"]
        )) == ["□"])
  }

  @Test("a plan's lines are read by their labels, whatever else stands there")
  func reading() throws {
    let answer = try bench(
      "- Key message: one door: always.\n- Win themes: integration\n- Sub-ask → part: referral in Our Approach; results in Evidence, checked in Assurance\n- Proof to use: starts, length of stay; falls\n- Mind the tone.\n- Buyer's words: place",
      "## Context\n\n", asks: ["Referral", "Results", "Something else"]
    ).answer
    let template = try WorkbenchHarness(.sample()).state.session.template
    let plan = AnswerPlan(answer, template: template)
    #expect(plan.keyMessage?.text == "one door: always." && plan.winThemes?.text == "integration")
    #expect(plan.proofItems == ["starts", "length of stay", "falls"])
    #expect(plan.others.map(\.text) == ["Mind the tone.", "Buyer's words: place"])
    let words = AskWords(["Referral", "Results", "Something else"])
    #expect(plan.parts(for: words) == [["our-role"], ["evidence", "assurance"], []])
  }

  @Test("headings mirror the sub-asks that the plan gives the part, once, and undo as one")
  func headings() throws {
    let bench = try bench(
      "- Sub-ask → part: referral in Our Role; results in Evidence", "## Context\n\n## Our Role\n\nOne.\n",
      asks: ["Referral and triage", "Results achieved"])
    let before = bench.printed
    bench.keys("Alt-2", "Ctrl-End", "Alt-Shift-H")
    bench.type("Two.")
    #expect(
      String(decoding: bench.printed, as: UTF8.self).hasSuffix(
        "## Our Role\n\nOne.\n\n### Referral and triage\n\nTwo.\n\n"))
    bench.keys("Alt-Shift-H")
    #expect(bench.message == "Every sub-ask has its heading.")
    bench.keys("Ctrl-Z", "Ctrl-Z")
    #expect(bench.printed == before)
  }

  @Test("an empty paragraph makes way for the headings; without a plan all sub-asks come")
  func headingsInEmptyPart() throws {
    let bench = try bench("x", "## Context\n\n## Our Role\n\n", asks: ["A first", "B second"])
    bench.keys("Alt-2", "Ctrl-End", "Alt-Shift-H")
    #expect(
      String(decoding: bench.printed, as: UTF8.self).hasSuffix(
        "## Our Role\n\n### A first\n\n### B second\n\n")
    )
    bench.keys("Ctrl-Home", "Alt-Shift-H")
    #expect(bench.message.hasPrefix("Go to the part"))
  }

  @Test("walking a theme goes to each of its sentences, says what it earns, and begins again")
  func walking() throws {
    let bench = try InlineAnswer.bench(
      """
      Our triage nurse joins the shared MDT with the council's social workers every weekday. Nothing. \
      We work in partnership with the council.

      The MDT with the GP practices and the council meets weekly.
      """
    )
    bench.keys("Alt-Shift-W")
    #expect(bench.message.hasPrefix("Integration, 1 of 3: claimed, operational"))
    bench.keys("Alt-Shift-W")
    #expect(
      bench.caretLine.hasPrefix(
        "Our triage nurse joins the shared MDT with the council's social workers every weekday. Nothing. "
          + "We work in partnership with the council.|"))
    bench.keys("Alt-Shift-W")
    #expect(bench.caretBlock.text == "The MDT with the GP practices and the council meets weekly.")
    bench.keys("Alt-Shift-W")
    #expect(bench.message.hasPrefix("Integration, 1 of 3"))
  }

  @Test("walking the whole bid goes on into the next answer")
  func walkingTheBid() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md": "## Context\n\nThe MDT with the GP practices and the council meets weekly.\n",
        "2.md": "## Context\n\nThe MDT with the GP practices and the council meets daily.\n",
      ]))
    bench.keys("F5", "Alt-Shift-W", "Alt-Shift-W")
    #expect(
      bench.state.editor.answer.path.hasSuffix("2.md") && bench.message.hasPrefix("Integration, 2 of 2"))
  }

  @Test("coverage of part and bid look as they did", arguments: [("part", 3), ("bid", 1)])
  func coverage(_ scope: String, _ presses: Int) throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 50, columns: 130))
    bench.keys("F5", times: presses == 3 ? 2 : 1)
    bench.keys("Alt-3", "Enter")
    #expect(bench.screen.contains("Coverage · \(scope)"))
    try Golden.expect(bench.screen, is: "coverage-\(scope)")
  }

  @Test("the KPI pane shows the families expected, and where a KPI is used")
  func uses() throws {
    let bench = try WorkbenchHarness(
      .sample(answer: "2.1-integration.md"), size: Size(rows: 24, columns: 80))
    bench.keys("Alt-4", "Right")
    try Golden.expect(bench.screen, is: "kpi-uses-80x24")
    bench.keys("Down", "Down", "Down", "Enter")
    #expect(bench.state.focus == .editor && bench.caretBlock.text.contains("{{flow.referral_to_start"))
  }

  @Test("the selected KPI is quoted at the cursor, as one step")
  func inserting() throws {
    let bench = try InlineAnswer.bench(
      "Stays fell by ", register: InlineAnswer.register("flow.los_reduced,,days,,2.5,,,,,,,,"))
    bench.keys("End", "Alt-4", "Down")
    let name = bench.screen.contains("flow.referral_to_start")
    #expect(name)
    bench.keys("Insert")
    #expect(bench.texts[0].hasPrefix("Stays fell by {{flow.") && bench.state.focus == .editor)
    bench.keys("Ctrl-Z")
    #expect(bench.texts == ["Stays fell by"] || bench.texts == ["Stays fell by "])
  }
}
