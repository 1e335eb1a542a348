import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// The list of questions: what it shows, how it is chosen and ordered, and what is edited in it.
@Suite struct OutlineTests {
  private func sample(rows: Int = 24, columns: Int = 80) throws -> WorkbenchHarness {
    try WorkbenchHarness(.sample(), size: Size(rows: rows, columns: columns))
  }

  /// Numbers of the questions shown, in order.
  private func numbers(_ view: OutlineView) throws -> [String] {
    var session = try sample().state.session
    return session.shown(in: view).map { session.answers[$0].question.number }
  }

  @Test("the outline looks as it did", arguments: [(24, 80), (36, 120)])
  func golden(_ rows: Int, _ columns: Int) throws {
    let bench = try sample(rows: rows, columns: columns)
    bench.keys("Alt-1", "Tab", "Down")
    try Golden.expect(bench.screen, is: "outline-\(columns)x\(rows)")
  }

  @Test(
    "each order puts the questions as it says",
    arguments: [
      (OutlineOrder.number, ["1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"]),
      (.weight, ["2.2", "4.1", "2.1", "3.2", "1.1", "3.1", "4.2"]),
      (.state, ["4.1", "4.2", "1.1", "3.1", "3.2", "2.1", "2.2"]),
      (.due, ["2.2", "3.2", "1.1", "2.1", "3.1", "4.1", "4.2"]),
    ])
  func orders(_ order: OutlineOrder, _ expected: [String]) throws {
    #expect(try numbers(OutlineView(order: order)) == expected)
  }

  @Test("by gap the worst comes first, and a question that lacks nothing last")
  func gapOrder() throws {
    var session = try sample().state.session
    let order = session.shown(in: OutlineView(order: .gap)).map { session.gaps(ofAnswerAt: $0).rank }
    #expect(order == order.sorted(by: >) && order.first != order.last)
  }

  @Test(
    "each filter keeps what it says",
    arguments: [
      (OutlineFilter.all, 7), (.state(.drafting), 3), (.state(.signed), 1), (.state(.fixing), 0), (.mine, 4),
    ])
  func filters(_ filter: OutlineFilter, _ count: Int) throws {
    #expect(try numbers(OutlineView(filter: filter)).count == count)
  }

  @Test("letters that are typed look for words of name, state and people; Esc shows all again")
  func typing() throws {
    let bench = try sample()
    bench.keys("Alt-1")
    bench.type("draft nell")
    #expect(bench.screen.contains("3.2 Equity") && !bench.screen.contains("3.1 Digital"))
    bench.keys("Backspace", times: 10)
    #expect(bench.state.planning.outline.query.isEmpty)
    bench.type("value")
    bench.keys("Esc")
    #expect(bench.state.focus == .outline && !bench.state.planning.outline.isFiltered)
    bench.keys("Esc")
    #expect(bench.state.focus == .editor)
  }

  @Test("a filter that keeps nothing is passed over, and letters that find nothing say so")
  func empty() throws {
    let bench = try sample()
    bench.keys("Alt-1")
    for _ in OutlineFilter.choices.indices {
      bench.keys("Right")
      #expect(!bench.screen.contains("No question is so"))
    }
    bench.type("zzz")
    #expect(bench.screen.contains("No question is so"))
    bench.keys("Enter")
  }

  @Test("the form changes state, people and day in the front matter alone, as one step")
  func details() throws {
    let text =
      "---\nquestion: 7\n# a remark\nstate: planned  # since Monday\nmystery: 12:30\nwriter: priya\n---\n\n## Context\n\nOne.\n"
    let bench = try WorkbenchHarness(.answers(["1.md": text]), size: Size(rows: 24, columns: 80))
    bench.keys("Alt-Shift-A")
    try Golden.expect(bench.screen, is: "details-80x24")
    bench.keys("Right", "Down")
    bench.keys("Backspace", times: 5)
    bench.type("nell")
    bench.keys("Down", "Down", "Down")
    bench.type("2026-12-01")
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty)
    let printed = String(decoding: bench.printed, as: UTF8.self)
    #expect(
      printed
        == "---\nquestion: 7\n# a remark\nstate: drafting  # since Monday\nmystery: 12:30\nwriter: nell\ndue: 2026-12-01\n---\n\n## Context\n\nOne.\n"
    )
    #expect(bench.state.session.answers[0].question.state == .drafting)
    bench.keys("Ctrl-Z")
    #expect(String(decoding: bench.printed, as: UTF8.self) == text)
  }

  @Test(
    "the form refuses what is no state and no day",
    arguments: [
      (["Ctrl-U"], "", "The state is one of"),
      (["Up", "Down", "Down", "Down", "Down"], "2026-02-30", "a day"),
    ])
  func refusals(_ keys: [String], _ text: String, _ words: String) throws {
    let bench = try WorkbenchHarness(.answers(["1.md": "## Context\n\nOne.\n"]))
    bench.keys("Alt-Shift-A")
    for key in keys { bench.keys(key) }
    bench.type(text)
    bench.keys("Enter")
    #expect(bench.screen.contains(words))
    #expect(bench.state.overlays.count == 1)
  }

  @Test("a form that changed nothing changes no byte")
  func unchanged() throws {
    let bench = try sample()
    let before = bench.printed
    bench.keys("Alt-Shift-A", "Enter")
    #expect(bench.printed == before && bench.message == "Nothing was changed.")
  }

  @Test("the Thursday view looks as it did", arguments: [(24, 80), (36, 120)])
  func thursday(_ rows: Int, _ columns: Int) throws {
    let bench = try sample(rows: rows, columns: columns)
    bench.keys("F12", "Down")
    try Golden.expect(bench.screen, is: "thursday-\(columns)x\(rows)")
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty && bench.state.focus == .editor)
  }

  @Test("gaps name what is missing, and nothing else")
  func gaps() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md":
          "---\nlimit: 3 words\ndue: 2026-11-19\ntarget_themes: equity\n---\n\n## Context\n\nOne {{flow.los_reduced}} {{no.such}} four five.\n\n## Our Role\n\nx\n\n## Partnership Controls\n\nx\n\n## Evidence\n\n## Assurance\n\nx\n"
      ]))
    var session = bench.state.session
    #expect(
      session.gaps(ofAnswerAt: 0).words == [
        "overdue 2 days", "7 words over", "no writer", "empty: Evidence", "KPI unknown: no.such",
        "KPI to fill: flow.los_reduced", "equity: not operational or evidenced",
      ])
  }
}

/// Days and deadlines as files write them.
@Suite struct DeadlineTests {
  @Test(
    "a day is a day of the calendar, and nothing else",
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("1969-12-31", -1),
      ("2026-02-29", nil),
      ("2026-13-01", nil), ("2026-00-10", nil), ("26-11-21", nil), ("2026-11-2x", nil), ("", nil),
    ] as [(String, Int?)])
  func days(_ text: String, _ number: Int?) {
    #expect(Day(text)?.number == number)
  }

  @Test(
    "a deadline is an instant of its own time zone, before and after the clocks change",
    arguments: [
      ("2026-12-11 12:00", "Europe/London", 1_796_990_400),
      ("2026-07-01 12:00", "Europe/London", 1_782_903_600),
      ("2026-10-25 12:00", "Europe/London", 1_792_929_600), ("2026-12-11", "UTC", 1_797_033_600),
      ("tomorrow", "UTC", nil), ("2026-12-11 25:00", "UTC", nil), ("2026-12-11 12:00", "Nowhere/Atall", nil),
    ] as [(String, String, Int?)])
  func instants(_ written: String, _ zone: String, _ instant: Int?) {
    #expect(Deadline(written, zone: zone).instant == instant)
  }

  @Test(
    "what is left is rounded down, in the unit that matters",
    arguments: [
      (20 * 86_400 + 5, "20 days left"), (48 * 3_600, "2 days left"), (48 * 3_600 - 1, "47 h left"),
      (3_599, "59 min left"), (0, "0 min left"), (-1, "closed"),
    ])
  func left(_ seconds: Int, _ words: String) {
    #expect(Deadline("2026-12-11 12:00", zone: "UTC").left(at: 1_796_990_400 - seconds) == words)
  }

  @Test(
    "the header says less, never half a word, as the window narrows",
    arguments: [
      (140, "Buyer · Bid   Q1 Name · 5%   due 12:00 UTC · 2 days left"), (70, "2 days left"),
      (50, "no changes"),
      (38, "4/750   no changes"), (30, "4/750 words*"), (24, "4/750*"), (8, "4/750*"), (3, "Q…"),
    ])
  func header(_ columns: Int, _ words: String) {
    let line = HeaderLine(
      question: "Q1 Name · 5%", bid: "Buyer · Bid",
      due: ["due 12:00 UTC · 2 days left", "2 days left · 12:00", "2 days left"],
      right: ["4/750 words   no changes", "4/750   no changes", "4/750 words*", "4/750*"])
    let text = line.text(columns: columns)
    #expect(TextWidth.columns(text) == columns)
    #expect(text.contains(words), "\(text)")
  }
}
