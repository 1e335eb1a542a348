import BidAnalysis
import BidModel
import Testing

@Suite("Checks and advice")
struct CheckTests {
  private func findings(_ text: String, values: KPIValues = KPIValues()) throws -> [Finding] {
    let reader = try ShippedLenses.reader()
    let block = Block(id: BlockID(1), kind: .prose, text: text)
    let rendered = RenderedText(text, values: values)
    let checks = Checks(themes: reader.themes)
    return checks.read(
      CheckedBlock(
        block, rendered: rendered, reading: reader.read(rendered, kind: .prose),
        place: Finding.Place(answer: AnswerID("a.md")), values: values, context: checks.context)
    ).findings
  }

  private var values: KPIValues {
    let definition = KPIDefinition(
      key: "flow.referral_to_start", title: "Referral to start", family: "flow", unit: "h",
      lowerIsBetter: true, definition: "", narrative: "")
    var stale = KPIFact(KPIReference("flow.old"))
    stale.value = "3"
    stale.reviewBy = "2026-01-01"
    stale.owner = "Ann"
    let set = KPISet(id: "", title: "", version: "", families: [], kpis: [definition])
    return KPIValues(register: KPIRegister([stale]), set: set, today: "2026-11-21")
  }

  @Test(
    "a placeholder's fault is found at its place, with the way out",
    arguments: [
      ("{{flow.referal_to_start}}", "placeholder-unknown", "{{flow.referral_to_start}}"),
      ("{{nothing like it}}", "placeholder-unknown", "{{family.kpi}}"),
      ("{{flow.referral_to_start}}", "placeholder-empty", "Fill"), ("{{flow.old}}", "kpi-stale", "Ann"),
    ])
  func placeholders(name: String, check: String, fix: String) throws {
    let finding = try #require(findings("It is \(name) now.", values: values).first { $0.check == check })
    #expect(finding.fix.contains(fix))
    #expect(finding.place?.range == 6..<(6 + name.utf8.count))
  }

  @Test("a result without a time frame is found, one with it is not")
  func timeframe() throws {
    #expect(try findings("Readmissions came down by 24%.").map(\.check) == ["no-timeframe"])
    #expect(try findings("Readmissions came down by 24% in 2024/25.").isEmpty)
    #expect(try findings("We aim to cut readmissions by 24%.").isEmpty)
  }

  @Test("a partnership slogan is found, a partnership with structure is not")
  func partnership() throws {
    #expect(try findings("Partnership is in our DNA.").map(\.check) == ["generic-partnership"])
    #expect(try findings("Our matron meets the council's social work team every Monday.").isEmpty)
  }

  @Test("an answer over its limit says by how much")
  func limit() {
    let limit = Question.Limit(amount: 750, unit: .words)
    let answer = AnswerID("a.md")
    let check = OverLimit()
    #expect(check.finding(count: 750, limit: limit, answer: answer) == nil)
    #expect(check.finding(count: 751, limit: limit, answer: answer)?.message.contains("1 word over") == true)
    #expect(check.finding(count: 9000, limit: nil, answer: answer) == nil)
  }

  @Test("the next step is the first expected mark that is missing, in the theme's words")
  func advice() throws {
    let set = try ShippedLenses.themes()
    let equity = try #require(set.index(of: "equity"))
    func step(_ present: MarkSet, _ expected: MarkSet, isTarget: Bool) -> CoverageAdvice? {
      CoverageAdvice(for: equity, of: set, present: present, expected: expected, isTarget: isTarget)
    }
    let first = step([], [.claimed, .operational], isTarget: true)
    #expect(first?.sentence == "Equity: name a group, an action for it and how the gap is monitored")
    #expect(step(.claimed, [.claimed, .evidenced], isTarget: true)?.mark == .evidenced)
    #expect(step(.all, .all, isTarget: true) == nil)
    #expect(step([], .all, isTarget: false) == nil)
    let all = CoverageAdvice.all(
      of: set, coverage: Coverage(themes: 5), expected: .claimed, targets: ["value", "equity"])
    #expect(all.map(\.theme) == [equity, 4])
  }
}
