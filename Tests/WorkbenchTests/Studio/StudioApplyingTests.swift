import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// What comes after a template was applied from the studio, and small things of its screen.
@Suite("After applying in the studio") struct StudioApplyingTests {
  private static let path = "/bids/templates/answers/ics-five-part.yaml"

  /// The sample with version 2 of the five-part template: a part renamed.
  private func bench(rows: Int = 36, columns: Int = 120, part: String? = nil) throws -> WorkbenchHarness {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md", isSigned: false)
    scene.put(
      """
      kind: answer
      id: ics-five-part
      title: Ours
      version: 2
      source: s
      facts_as_of: 2026-01-01
      extends: ics-five-part
      parts:
        - key: \(part ?? "context\n    title: Where we stand")

      """, at: Self.path)
    return try WorkbenchHarness(scene, size: Size(rows: rows, columns: columns), installed: true)
  }

  private func openStudio(_ bench: WorkbenchHarness) {
    bench.keys("Alt-Shift-O")
    bench.type("ics-five-part")
    bench.keys("Enter")
  }

  @Test("Ctrl-Z in the studio takes the application back as is said, and Ctrl-Y does it again")
  func undo() throws {
    let bench = try bench()
    let before = bench.state.session.answers.map { AnswerFile.print($0.answer) }
    openStudio(bench)
    bench.type("# note\n")
    let text = bench.state.studio?.text.bytes
    bench.keys("Ctrl-E", "Enter")
    #expect(bench.message.contains("Ctrl-Z takes all of it back"))
    let applied = bench.state.session.answers.map { AnswerFile.print($0.answer) }
    #expect(applied != before)
    bench.keys("Ctrl-Z")
    #expect(bench.state.session.answers.map { AnswerFile.print($0.answer) } == before)
    #expect(bench.state.studio?.text.bytes == text)
    bench.keys("Ctrl-Y")
    #expect(bench.state.session.answers.map { AnswerFile.print($0.answer) } == applied)
    bench.keys("Ctrl-Z")
    bench.keys("Ctrl-Z")
    #expect(bench.state.studio?.text.bytes != text)
    #expect(bench.state.session.answers.map { AnswerFile.print($0.answer) } == before)
  }

  @Test("once it is applied, nothing more would change, saved or not")
  func impactAfterwards() throws {
    let bench = try bench()
    openStudio(bench)
    bench.keys("Tab", times: 4)
    #expect(bench.state.studio?.found.contains { $0.text.contains("is renamed to") } == true)
    bench.keys("Ctrl-E", "Enter")
    #expect(bench.state.studio?.found.last?.text == "✓ No answer of the bid that uses it would change.")
    bench.keys("Alt-S")
    #expect(bench.message.hasPrefix("Saved 7 files: "))
    bench.keys("Tab", "Shift-Tab")
    #expect(bench.state.studio?.found.last?.text == "✓ No answer of the bid that uses it would change.")
  }

  @Test("an answer that is signed keeps its parts, and is named")
  func signed() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let change = "kind: answer\nid: ics-five-part\nversion: 2\nextends: ics-five-part\nparts:\n"
    scene.put(change + "  - key: context\n    title: Where we stand\n", at: Self.path)
    let bench = try WorkbenchHarness(scene, size: Size(rows: 36, columns: 120), installed: true)
    openStudio(bench)
    bench.keys("Ctrl-E", "Enter")
    #expect(bench.message.hasSuffix("Signed, so left as it is: 2.2."))
    let titles = bench.state.session.answers.filter {
      $0.answer.parts.contains { $0.title == "Where we stand" }
    }
    #expect(titles.count == bench.state.session.answers.count - 1)
    #expect(bench.state.session.answers.first { $0.question.number == "2.2" }?.isModified == false)
  }

  @Test("a Plan that the template no longer has is not counted, not exported and not read")
  func privatePlan() throws {
    let bench = try bench(part: "plan\n    remove: yes")
    let before = bench.state.portalText
    openStudio(bench)
    bench.keys("Ctrl-E")
    #expect(bench.screen.contains("is not submitted, as before"), "\(bench.screen)")
    bench.keys("Enter", "Esc", "Esc")
    #expect(bench.answer.parts.last?.title == "Plan")
    #expect(bench.answer.frontMatter?["private_parts"] == "plan: Plan")
    #expect(bench.state.portalText == before)
    bench.keys("Alt-S")
    let path = bench.state.editor.answer.path
    #expect(bench.scene.text(at: path).contains("private_parts: \"plan: Plan\""))
    let again = try WorkbenchHarness(bench.scene, installed: true)
    #expect(again.state.portalText == before)
    #expect(again.answer.parts.last?.key == "plan")
  }

  @Test("text that a template has no part for is a finding of its answer")
  func unplaced() throws {
    let bench = try bench(part: "evidence\n    remove: yes\n  - key: assurance\n    share: 42")
    openStudio(bench)
    bench.keys("Ctrl-E", "Enter", "Esc", "Esc")
    let found = bench.state.session.wholeFindings(of: bench.state.editor.answer)
    #expect(
      found.map(\.check).contains("unplaced-text")
        && found.contains { $0.message == "Text under ‘Evidence’ has no place in the template." })
  }

  @Test("Ctrl-N goes to a sentence that is read otherwise than the file says")
  func failingSentence() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md", isSigned: false)
    scene.put(
      """
      kind: themes
      id: own
      title: Own
      version: 1
      source: s
      facts_as_of: 2026-01-01
      themes:
        - key: lanterns
          title: Lanterns
          meaning: m
          strong:
            - lantern
          holds:
            - The lamp is lit.

      """, at: "/bids/templates/themes/own.yaml")
    let bench = try WorkbenchHarness(scene, installed: true)
    bench.keys("Alt-Shift-O")
    bench.type("themes/own")
    bench.keys("Enter", "Tab", "Ctrl-N")
    #expect(bench.state.studio.map { $0.text.lines[$0.text.row] } == "      - The lamp is lit.")
    bench.keys("Tab", "Tab", "Ctrl-N")
    #expect(bench.message.contains("tries its sentences"))
  }

  @Test(
    "a view is not scrolled beyond its last line, and says how much is below",
    arguments: [(36, 120), (24, 80)])
  func scrolling(_ rows: Int, _ columns: Int) throws {
    let bench = try bench(rows: rows, columns: columns)
    openStudio(bench)
    bench.keys("Tab", times: 5)
    #expect(bench.screen.contains("more below"))
    #expect(bench.screen.contains("Alt-↓ scroll"))
    bench.keys("Alt-Down", times: 40)
    #expect(!bench.screen.contains("more below"))
    let last = try #require(bench.state.studio?.found.last?.text.split(separator: " ").last)
    #expect(bench.screen.contains(last))
    let top = try #require(bench.state.studio?.viewTop)
    bench.keys("Alt-Up")
    #expect(bench.state.studio?.viewTop == max(0, top - 5))
  }
}
