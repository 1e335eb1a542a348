import Testing

@testable import BidModel

/// What portals count, and the text that is counted.
@Suite("Counting")
struct CountingTests {
  private func rule(_ change: (inout CountRule) -> Void = { _ in }) -> CountRule {
    var rule = CountRule(id: "", title: "")
    change(&rule)
    return rule
  }

  @Test(
    "words and characters",
    arguments: [
      ("", 0, 0), ("one", 1, 3), ("one two", 2, 7), ("  one  ", 1, 7), ("well-led care", 2, 13),
      ("a – b", 3, 5),
      ("£12.50 & 5%", 3, 11), ("caf\u{E9}", 1, 4), ("👩‍👩‍👧", 1, 5), ("one\ntwo", 2, 7), ("a\u{A0}b", 2, 3),
    ])
  func plain(text: String, words: Int, characters: Int) {
    #expect(TextCount(text, rule: rule()) == TextCount(words: words, characters: characters))
  }

  @Test("rules change what is counted")
  func rules() {
    #expect(TextCount("well-led care", rule: rule { $0.splitsWordsAtHyphens = true }).words == 3)
    #expect(TextCount("a b\tc", rule: rule { $0.countsSpaces = false }).characters == 3)
    #expect(TextCount("a\nb", rule: rule { $0.lineBreakCost = 2 }).characters == 4)
    #expect(TextCount("a\nb", rule: rule { $0.lineBreakCost = 0 }).characters == 2)
  }

  private var answer: Answer {
    let kinds: [(Block.Kind, String)] = [
      (.prose, "First “line”\nbroken."), (.bullet(ListMarker()), "one"),
      (.bullet(ListMarker(indent: "  ")), "two"),
      (.verbatim, "<!-- note -->"), (.numbered(ListMarker(symbol: "3.")), "three"),
      (.heading(level: 3), "Why"),
      (.table, "| a | b\\|c |\n|---|---|\n| d | e |"), (.prose, "  "),
    ]
    let blocks = kinds.enumerated().map { Block(id: BlockID($0), kind: $1.0, text: $1.1) }
    let plan = Part(
      id: PartID(1), key: "plan", title: "Plan",
      blocks: [Block(id: BlockID(90), kind: .prose, text: "Hidden.")])
    let part = Part(id: PartID(2), key: "context", title: "Context", blocks: blocks)
    return Answer(id: AnswerID("a.md"), parts: [plan, part])
  }

  private var template: AnswerTemplate {
    var plan = PartTemplate(key: "plan", title: "Plan")
    plan.isHidden = true
    return AnswerTemplate(
      id: "t", title: "T", version: "1", parts: [plan, PartTemplate(key: "context", title: "Context")])
  }

  @Test("the submitted text is laid out by the rule, and what is counted is that text")
  func submission() {
    let text = SubmissionText(
      answer, template: template, values: KPIValues(), rule: rule { $0.straightensQuotes = true })
    #expect(
      text.text == """
        First "line" broken.

        • one
          • two
        3. three

        Why

        a\tb|c
        d\te
        """)
    #expect(text.count.characters == TextCount(text.text, rule: rule()).characters)
    #expect(text.count.words == TextCount(text.text, rule: rule()).words)
  }

  @Test("headings are submitted when the bid says so")
  func headings() {
    let text = SubmissionText(
      answer, template: template, values: KPIValues(), rule: rule { $0.includesHeadings = true })
    #expect(text.text.hasPrefix("Context\n\nFirst “line” broken."))
  }
}
