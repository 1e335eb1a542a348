import BidModel
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Marks that appear as text is typed, and what earned them.
@Suite struct CoverageTests {
  private func marks(_ bench: WorkbenchHarness, _ theme: String) -> [String] {
    let session = bench.state.session
    guard let index = session.themes.index(of: theme) else { return [] }
    return session.readings.coverage(of: bench.state.editor.answer).marks(of: index).marks.map(\.name)
  }

  @Test("a theme goes from nothing to evidenced while its sentences are written")
  func fromNothing() throws {
    let bench = try InlineAnswer.bench("", rows: 40, columns: 140)
    #expect(marks(bench, "prevention") == [])
    #expect(bench.screen.contains("target!"))
    bench.type("We help people to stay well and avoid a crisis. ")
    #expect(marks(bench, "prevention") == ["claimed"])
    bench.type(
      "Our community matron rings each person within 48 hours of discharge so that they do not go back "
        + "into hospital. ")
    #expect(marks(bench, "prevention") == ["claimed", "operational"])
    bench.type("Avoidable readmissions fell from 18% to 11% between April and September 2026.")
    #expect(marks(bench, "prevention").contains("evidenced"))
    bench.keys("Ctrl-A", "Delete")
    #expect(marks(bench, "prevention") == [])
  }

  @Test("an opened theme lists its sentences with the words that earned each mark, and Enter goes there")
  func opened() throws {
    let bench = try InlineAnswer.bench(
      "Nothing here.\n\nOur triage nurse joins the shared MDT with the council's social workers every weekday.",
      rows: 40, columns: 140)
    bench.keys("Alt-3", "Enter")
    #expect(bench.screen.contains("theme: “shared MDT"))
    bench.keys("Down", "Enter")
    #expect(bench.state.focus == .editor)
    #expect(bench.caretBlock.text.hasPrefix("Our triage nurse"))
  }

  @Test("a check of a fact assures the theme that claims it, and the pane shows the link")
  func linked() throws {
    let register = InlineAnswer.register(
      "flow.referral_to_start,,hours,,30,,April to September 2026,,,,,,")
    let bench = try WorkbenchHarness(
      .answers(
        [
          "1.md": """
          ## Evidence

          The time from referral to start was {{flow.referral_to_start}} ({{flow.referral_to_start.period}}).

          ## Assurance

          The Quality Lead audits {{flow.referral_to_start}} against visit records each month.

          """
        ], register: register), size: Size(rows: 60, columns: 160))
    #expect(marks(bench, "value") == ["claimed", "evidenced", "assured"])
    bench.keys("Alt-3", "Down", "Down", "Down", "Down", "Enter")
    let rows = bench.state.coverageRows(width: 120).map(\.plain)
    let row = try #require(rows.firstIndex { $0.hasPrefix("  ↔ Assurance: as: The Quality Lead audits 30") })
    #expect(rows[row + 1].hasPrefix("    by the same fact: "))
    bench.keys("Alt-2", "Ctrl-End")
    bench.keys("Backspace", times: 60)
    #expect(marks(bench, "value") == ["claimed", "evidenced"])
  }

  @Test("the words that earn the selected theme its marks are marked in the text while it is opened")
  func markedWords() throws {
    let bench = try InlineAnswer.bench(
      "Our triage nurse joins the shared MDT with the council's social workers every weekday.", rows: 40,
      columns: 140)
    #expect(bench.state.earnedRanges.isEmpty)
    bench.keys("Alt-3", "Enter", "Down", "Enter")
    let text = bench.caretBlock.text
    let marked = try #require(bench.state.earnedRanges[bench.state.editor.caret.block]).map {
      text.prefix(utf8: $0.upperBound).suffix(utf8From: $0.lowerBound)
    }
    #expect(bench.state.focus == .editor && marked.contains("every weekday"))
    #expect(bench.state.editor.painted.contains { !$0.earned.isEmpty })
    bench.keys("Alt-3", "Up", "Enter", "Alt-2")
    #expect(bench.state.earnedRanges.isEmpty)
  }

  @Test("the plan claims nothing and counts nothing")
  func plan() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Plan\n\nOur nurse joins the MDT every weekday.\n\n## Context\n\none two\n"]))
    #expect(marks(bench, "prevention") == [])
    #expect(bench.screen.contains(" 2 words"))
    #expect(bench.screen.contains("not submitted"))
  }

  @Test("the count is of the text as submitted, by the question's limit, and says what is over")
  func counts() throws {
    let register = InlineAnswer.register("flow.los_reduced,,days,,2.5,,,,,,,,")
    let bench = try WorkbenchHarness(
      .answers(
        [
          "1.md":
            "---\nquestion: 1\nlimit: 4 words\n---\n\n## Context\n\none {{flow.los_reduced}} {{safety.incidents}}\n"
        ],
        register: register))
    // One word, a value of two, and an empty placeholder that counts as two.
    #expect(bench.screen.contains("5/4 words (1 over)"))
    bench.keys("Ctrl-Home", "Delete", "Delete", "Delete")
    #expect(bench.screen.contains("4/4 words "))
    bench.keys("Ctrl-Z")
    #expect(bench.screen.contains("5/4 words (1 over)"))
  }

  @Test("a limit in characters is counted in characters")
  func characters() throws {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "---\nlimit: 100 characters\n---\n\n## Context\n\nab c\n\n- d\n"]))
    // Four, a bullet of two and one; the word processor's rule leaves line breaks out.
    #expect(bench.screen.contains("7/100 characters"))
  }
}
