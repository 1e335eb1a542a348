import BidModel
import BidStorage
import BidTestSupport
import Screen
import Testing

@testable import Workbench

/// Parts that an answer names or repeats as its question wants.
@Suite struct PartTests {
  private func bench() throws -> WorkbenchHarness {
    let scene = WorkbenchScene.answers([
      "1.md":
        "---\nquestion: 1\ntemplate: cases\ntemplate_version: 1\n---\n\n## Case\n\nOne.\n\n## Role\n\nTwo.\n"
    ])
    let template =
      "kind: answer\nid: cases\ntitle: Cases\nversion: 1\nsource: s\nfacts_as_of: 2026-01-01\nparts:\n"
      + "  - key: case\n    title: Case\n    repeats: yes\n  - key: role\n    title: Role\n"
    scene.put(template, at: "/templates/answers/cases.yaml")
    return try WorkbenchHarness(scene, size: Size(rows: 24, columns: 100))
  }

  private func run(_ command: String, in bench: WorkbenchHarness) {
    bench.keys("F2")
    bench.type(command)
    bench.keys("Enter")
  }

  @Test("a part has the heading that its answer gives it, in the file and when it is read again")
  func rename() throws {
    let bench = try bench()
    let before = AnswerFile.print(bench.answer)
    bench.keys("Ctrl-End")
    run("rename this part", in: bench)
    bench.keys("Ctrl-U")
    bench.type("Referral and triage")
    bench.keys("Enter")
    #expect(bench.answer.parts.map(\.title) == ["Case", "Referral and triage"])
    let printed = String(decoding: AnswerFile.print(bench.answer), as: UTF8.self)
    #expect(printed.contains("role: Referral and triage") && printed.contains("## Referral and triage"))
    let again = try AnswerFile.scan(
      Array(printed.utf8), id: bench.answer.id, templates: bench.state.session.templates
    ).answer
    #expect(again.parts.map(\.key) == ["case", "role"])
    bench.keys("Ctrl-Z")
    #expect(AnswerFile.print(bench.answer) == before)
  }

  @Test("a part that repeats gets a number, and each is known by it")
  func repeats() throws {
    let bench = try bench()
    bench.keys("Ctrl-Home")
    run("add one more", in: bench)
    bench.type("Three.")
    #expect(bench.answer.parts.map(\.title) == ["Case", "Case 2", "Role"])
    let again = try AnswerFile.scan(
      AnswerFile.print(bench.answer), id: bench.answer.id, templates: bench.state.session.templates
    ).answer
    #expect(again.parts.map(\.key) == ["case", "case", "role"])
    bench.keys("Ctrl-End")
    run("add one more", in: bench)
    #expect(bench.message.contains("repeats: yes"))
  }
}
