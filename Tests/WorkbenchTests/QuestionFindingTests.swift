import BidModel
import BidTestSupport
import Testing

@testable import Workbench

/// What is found of questions and of the register without a look at text.
@Suite struct QuestionFindingTests {
  private static func answer(_ number: String, weight: Int, _ text: String = "Some words.") -> String {
    "---\nquestion: \(number)\ntitle: T\nweight: \(weight)\n---\n## Context\n\n\(text)\n"
  }

  private func messages(_ answers: [String: String], register: String = "") throws -> [String] {
    let bench = try WorkbenchHarness(.answers(answers, register: register))
    var report = CheckReport(base: "/bids")
    report.add(bench.state.session)
    return report.findings.map { "\($0.finding.check) \($0.finding.severity): \($0.finding.message)" }
  }

  @Test("two questions with one number are an error in both files")
  func numberTwice() throws {
    let found = try messages(["a.md": Self.answer("1.1", weight: 50), "b.md": Self.answer("1.1", weight: 50)])
    #expect(found.filter { $0.hasPrefix("question-number-twice error") }.count == 2)
    #expect(found.contains { $0.contains("b.md has that number too") })
  }

  @Test(
    "weights are told when they do not add up to 100%, thirds are not",
    arguments: [([50, 50], false), ([33, 33, 33], true), ([60, 50], true)])
  func weights(_ weights: [Int], _ isFound: Bool) throws {
    let answers = weights.enumerated().map { ("\($0).md", Self.answer("\($0 + 1)", weight: $1)) }
    let found = try messages(Dictionary(uniqueKeysWithValues: answers))
    #expect(found.contains { $0.hasPrefix("weights-not-hundred advice") } == isFound)
  }

  @Test("an answer without a word is told, one with a word is not")
  func nothing() throws {
    let found = try messages(["a.md": Self.answer("1", weight: 100, "")])
    #expect(found.contains("nothing-written warning: Nothing is written yet."))
    let written = try messages(["a.md": Self.answer("1", weight: 100)])
    #expect(!written.contains { $0.hasPrefix("nothing-written") })
  }

  @Test("a writer who is not in the team is told; one of the team, by id or by name, is not")
  func writer() throws {
    let scene = WorkbenchScene.sample(answer: "2.1-integration.md")
    let path = scene.path
    for (name, isFound) in [("priya", false), ("Priya Quill", false), ("pryia", true)] {
      scene.put(
        scene.text(at: path).split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.hasPrefix("writer:") ? "writer: \(name)" : String($0) }.joined(separator: "\n"), at: path)
      let bench = try WorkbenchHarness(scene)
      let found = bench.state.currentFindings.contains { $0.check == "writer-not-in-team" }
      #expect(found == isFound, "\(name)")
    }
  }

  @Test("a value that is no number is an error with its line, until it is mended in the form")
  func register() throws {
    let register = InlineAnswer.register("flow.los_reduced,,days,,many,,,,,,,,")
    let found = try messages(["a.md": Self.answer("1", weight: 100)], register: register)
    #expect(found.contains { $0.hasPrefix("kpi-not-a-number error: ") && $0.contains("kpis.csv:2") })
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Evidence\n\n{{flow.los_reduced}} shorter.\n"], register: register))
    bench.keys("Ctrl-Home", "F9", "Ctrl-U")
    bench.type("thirty-one")
    bench.keys("Enter")
    #expect(bench.screen.contains("The value must be a number in days"), "\(bench.screen)")
    bench.keys("Ctrl-U")
    bench.type("31")
    bench.keys("Enter")
    #expect(!bench.state.session.problems.contains { $0.check == "kpi-not-a-number" })
  }
}
