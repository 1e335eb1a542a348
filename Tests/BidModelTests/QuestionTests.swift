import Testing

@testable import BidModel

/// What front matter says of a question, and how it is edited.
@Suite struct QuestionTests {
  private func matter(_ entries: [(String, String)]) -> FrontMatter {
    FrontMatter(
      entries: entries.enumerated().map { index, entry in
        FrontMatter.Entry(key: entry.0, value: entry.1, source: "\(entry.0): \(entry.1)\n", line: index + 2)
      })
  }

  @Test("every key is read into its own field")
  func fields() {
    var problems: [FrontMatterProblem] = []
    let question = Question(
      matter([
        ("question", "2.1"), ("title", "Integration"), ("text", "How?\nWhy?"), ("sub_asks", "One\n\n  Two\n"),
        ("weight", "15%"), ("limit", "5,000 characters"), ("scale", "zero-to-five"), ("minimum_score", "3"),
        ("criterion", "Quality"), ("pass_fail", "Yes"), ("target_themes", "integration, digital,"),
        ("template", "ics-five-part"), ("state", "in review"), ("writer", "priya"), ("expert", "tom"),
        ("reviewers", "ann, joe"), ("due", "2026-11-27"), ("unknown", "kept"),
      ]), problems: &problems)
    #expect(problems.isEmpty)
    #expect(question.number == "2.1" && question.title == "Integration" && question.text == "How?\nWhy?")
    #expect(question.subAsks == ["One", "Two"] && question.weight == 15)
    #expect(question.limit == Question.Limit(amount: 5_000, unit: .characters))
    #expect(question.minimumScore == 3 && question.isPassFail && question.state == .inReview)
    #expect(question.targetThemes == ["integration", "digital"] && question.reviewers == ["ann", "joe"])
    #expect(question.writer == "priya" && question.expert == "tom" && question.due == "2026-11-27")
  }

  @Test(
    "a limit is a number with or without its unit",
    arguments: [
      ("750 words", 750, CountUnit.words), ("1 word", 1, .words), ("750", 750, .words),
      ("1,500 words", 1_500, .words),
      ("900 Characters", 900, .characters), ("900 chars", 900, .characters),
    ])
  func limits(_ text: String, _ amount: Int, _ unit: CountUnit) {
    #expect(Question.Limit(text: text) == Question.Limit(amount: amount, unit: unit))
  }

  @Test(
    "what is no limit is none",
    arguments: ["", "words", "0 words", "-5", "2 sides", "750 words each", "ten words"])
  func noLimits(_ text: String) { #expect(Question.Limit(text: text) == nil) }

  @Test(
    "a limit in pages is understood and no fault, though nothing counts it",
    arguments: [
      ("2 pages", 2), ("1 page", 1), ("2 sides of A4", 2), ("Two pages", nil), ("2 pages long", nil),
    ])
  func pages(_ text: String, _ pages: Int?) {
    var problems: [FrontMatterProblem] = []
    var matter = FrontMatter(entries: [])
    matter["limit"] = text
    let question = Question(matter, problems: &problems)
    #expect(question.pageLimit == pages && question.limit == nil)
    #expect(problems.isEmpty == (pages != nil))
  }

  @Test(
    "a value that its key cannot take is told with its line, and the rest is read",
    arguments: [
      ("weight", "heavy"), ("weight", "101"), ("weight", "-1"), ("limit", "2 sheets"),
      ("minimum_score", "2.5"),
      ("pass_fail", "maybe"), ("state", "done"),
    ])
  func faults(_ key: String, _ value: String) {
    var problems: [FrontMatterProblem] = []
    let question = Question(matter([("title", "Kept"), (key, value)]), problems: &problems)
    #expect(question.title == "Kept")
    #expect(problems.count == 1 && problems[0].line == 3 && problems[0].key == key)
    #expect(problems[0].message.hasPrefix("‘\(key): \(value)’ is not understood: write "))
  }

  @Test("an empty value is as good as none")
  func empty() {
    var problems: [FrontMatterProblem] = []
    let question = Question(matter([("weight", ""), ("limit", ""), ("state", "")]), problems: &problems)
    #expect(problems.isEmpty && question == Question())
  }

  @Test("setting a key keeps its place and the other lines; a new key goes last; nil removes")
  func editing() {
    var front = matter([("question", "1"), ("state", "drafting"), ("writer", "priya")])
    front["state"] = "drafting"
    #expect(front.entries.allSatisfy { $0.source != nil })
    front["state"] = "signed"
    #expect(front.entries.map(\.key) == ["question", "state", "writer"])
    #expect(front.entries.map { $0.source == nil } == [false, true, false])
    front["due"] = "2026-12-01"
    #expect(front.entries.last?.key == "due" && front["due"] == "2026-12-01")
    front["question"] = nil
    #expect(front.entries.map(\.key) == ["state", "writer", "due"])
    front["nothing"] = nil
    #expect(front.entries.count == 3)
  }
}
