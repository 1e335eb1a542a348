import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Walking findings, mending them and letting them stand.
@Suite struct FindingsPaneTests {
  private static let text =
    "## Context\n\nFell to {{flow.los_reducd}} and {{x y}}.\n\nPartnership is in our DNA.\n"

  private func open(_ text: String = text) throws -> WorkbenchHarness {
    try WorkbenchHarness(.answers(["1.md": text]), size: Size(rows: 24, columns: 100))
  }

  private func selection(_ bench: WorkbenchHarness) -> String {
    guard let anchor = bench.state.editor.anchor else { return "" }
    let text = bench.caretBlock.text
    return text.prefix(utf8: bench.state.editor.caret.offset).suffix(utf8From: anchor.offset)
  }

  @Test("F6 goes through the findings and round, Shift-F6 back")
  func walking() throws {
    let bench = try open()
    var seen: [String] = []
    for key in ["F6", "F6", "F6", "F6", "Shift-F6", "Shift-F6"] {
      bench.keys(key)
      seen.append(selection(bench))
    }
    #expect(
      seen == [
        "{{flow.los_reducd}}", "{{x y}}", "Partnership", "{{flow.los_reducd}}", "Partnership", "{{x y}}",
      ])
    #expect(bench.message.contains("{{x y}} names no KPI"))
  }

  @Test("F6 stops at what is said of the whole answer too, and the pane goes along")
  func wholeAnswer() throws {
    let bench = try WorkbenchHarness(
      .answers([
        "1.md": "---\nquestion: 1\nsub_asks: |\n  Consent before sharing\n---\n\n## Context\n\n"
          + "Fell to {{x y}} in the long dark winter months.\n"
      ]), size: Size(rows: 36, columns: 140))
    let messages = bench.state.currentFindings.map(\.message)
    #expect(messages.contains("No words of \"Consent before sharing\" stand here."))
    var seen: [String] = []
    for _ in messages {
      bench.keys("F6")
      seen.append(try #require(bench.state.findingInHand).message)
      let shown = try #require(bench.state.message).text
      #expect(shown.hasPrefix(seen[seen.count - 1]) && bench.state.focus == .editor)
      #expect(bench.state.selectedFinding?.message == seen[seen.count - 1])
    }
    #expect(Set(seen) == Set(messages))
    bench.keys("Shift-F6")
    #expect(bench.state.findingInHand?.message == seen[seen.count - 2])
  }

  @Test("the fix of the finding in hand is one change, taken back by one undo")
  func mending() throws {
    let bench = try open()
    bench.keys("F6", "Alt-X")
    #expect(bench.texts[0] == "Fell to {{flow.los_reduced}} and {{x y}}.")
    #expect(bench.caretLine.hasPrefix("Fell to {{flow.los_reduced}}| and"))
    bench.keys("Ctrl-Z")
    #expect(String(decoding: bench.printed, as: UTF8.self) == Self.text)
    bench.keys("F6", "Alt-X")
    #expect(bench.texts[0].contains("{{x y}}"))
    #expect(bench.message.contains("Only you can mend"))
  }

  @Test("the selected finding of the pane is mended, and Enter goes to its words")
  func pane() throws {
    let bench = try open()
    bench.keys("Alt-5", "Enter")
    #expect(bench.state.focus == .editor && selection(bench) == "{{flow.los_reducd}}")
    bench.keys("Alt-5", "Alt-X")
    #expect(bench.texts[0].contains("{{flow.los_reduced}}"))
    bench.keys("Alt-5", "Alt-X")
    #expect(bench.message.contains("Only you can mend"))
  }

  @Test("a finding may stand once a reason is given: it is written down, and listed with its reason")
  func ignoring() throws {
    let bench = try open()
    bench.keys("F6", "F6", "Alt-E", "Enter")
    #expect(!bench.state.overlays.isEmpty && bench.message.contains("why the finding may stand"))
    bench.type("agreed with Ann")
    try Golden.expect(bench.screen, is: "ignore-prompt")
    bench.keys("Enter")
    #expect(bench.state.overlays.isEmpty && bench.message.contains("agreed with Ann"))
    let entries = try IgnoreFile.read(
      Array(bench.scene.text(at: "/bids/bids/test/ignores.yaml").utf8), path: "ignores.yaml")
    #expect(entries.map(\.quote) == ["{{x y}}"] && entries.map(\.reason) == ["agreed with Ann"])
    #expect(bench.state.currentFindings.map(\.check) == ["placeholder-unknown", "generic-partnership"])
    bench.keys("Alt-5", "PageDown", "Enter")
    try Golden.expect(bench.screen, is: "findings-ignored")
    let again = try WorkbenchHarness(bench.scene)
    #expect(again.state.currentFindings.count == 2)
  }

  @Test("two entries in a row stand side by side, and an entry by another hand is kept")
  func ignoringTwice() throws {
    let bench = try open()
    bench.scene.put("# ours\nignores:\n", at: "/bids/bids/test/ignores.yaml")
    for reason in ["one", "two"] {
      bench.keys("Alt-5", "Alt-E")
      bench.type(reason)
      bench.keys("Enter")
    }
    let text = bench.scene.text(at: "/bids/bids/test/ignores.yaml")
    #expect(text.hasPrefix("# ours\nignores:\n  - check:"))
    #expect(bench.state.session.ignores.map(\.reason) == ["one", "two"])
    #expect(bench.state.currentFindings.count == 1)
  }

  @Test("a loose file says how to let a finding stand in the text")
  func loose() throws {
    let bench = try WorkbenchHarness(.loose("It is {{x y}}.\n"))
    bench.keys("F6", "Alt-E")
    #expect(bench.message.contains("<!-- fivefold: ignore placeholder-unknown"))
  }

  @Test(
    "an acronym is mended where a list gives its words, with a capital at a sentence's start",
    arguments: [
      ("Then the MDT meets daily.", "Then the multidisciplinary team (MDT) meets daily."),
      ("It is so. MDT meetings are daily.", "It is so. Multidisciplinary team (MDT) meetings are daily."),
    ])
  func acronym(_ text: String, _ mended: String) throws {
    let bench = try InlineAnswer.bench(text)
    bench.keys("F6")
    for _ in 0..<8 where !bench.message.hasPrefix("MDT is not") { bench.keys("F6") }
    #expect(bench.message.contains("mends it"), "\(bench.message)")
    bench.keys("Alt-X")
    #expect(bench.texts == [mended])
    bench.keys("Ctrl-Z")
    #expect(bench.texts == [text])
  }

  @Test(
    "an acronym without known words, in the plural or within brackets is left to the writer",
    arguments: [
      "The QQXZ meets daily.", "The MDTs meet daily.", "All of us (nurses, the MDT and others) meet.",
    ])
  func acronymLeft(_ text: String) throws {
    let bench = try InlineAnswer.bench(text)
    let found = bench.state.currentFindings.filter { $0.check == "acronym-unexpanded" }
    #expect(found.count == 1 && found[0].replacement == nil)
  }
}
