import BidAnalysis
import BidModel
import Testing

@Suite("Typed figures and the register")
struct RegisterMeasuresTests {
  private let values: KPIValues = {
    func definition(_ key: String, _ title: String, _ unit: String, _ text: String) -> KPIDefinition {
      KPIDefinition(
        key: key, title: title, family: "flow", unit: unit, lowerIsBetter: true, definition: text,
        narrative: "")
    }
    func fact(
      _ key: String, _ scope: String, value: String, baseline: String = "", change: String = "",
      period: String = ""
    ) -> KPIFact {
      var fact = KPIFact(KPIReference(key, scope: scope))
      (fact.value, fact.baseline, fact.change, fact.period) = (value, baseline, change, period)
      return fact
    }
    let set = KPISet(
      id: "", title: "", version: "", families: [],
      kpis: [
        definition(
          "flow.start", "Referral-to-start time", "h",
          "Median hours from an accepted referral to the first visit."),
        definition(
          "experience.satisfaction", "Satisfaction", "%", "Share of people who said they were satisfied."),
        definition(
          "prevention.readmissions", "Re-admissions", "%",
          "People admitted again as an emergency within 30 days."),
        definition("continuity.retention", "Staff retention", "%", "Share of staff still in post."),
      ])
    let register = KPIRegister([
      fact(
        "flow.start", "harbour", value: "18", baseline: "36", change: "-50%",
        period: "April to September 2026"),
      fact("flow.start", "northside", value: "26"), fact("experience.satisfaction", "harbour", value: "94"),
      fact("prevention.readmissions", "harbour", value: "", change: "-24%"),
      fact("continuity.retention", "", value: "84"),
    ])
    return KPIValues(register: register, set: set, scope: "harbour", today: "2026-11-21")
  }()

  private func uses(_ text: String) -> [String] {
    let measures = RegisterMeasures(values)
    return NumberReader().read(text).claims.flatMap { measures.uses(of: $0) }.map {
      "\($0.placeholder) \($0.agrees)"
    }
  }

  @Test(
    "a figure is linked to the KPI whose words, unit, scope and period it shares",
    arguments: [
      ("Median referral-to-start time fell to 18 hours.", ["{{flow.start}} true"]),
      ("Median referral-to-start time fell to 20 hours.", ["{{flow.start}} false"]),
      (
        "Referral-to-start time fell from 36 h to 18 h.",
        ["{{flow.start}} true", "{{flow.start.baseline}} true"]
      ),
      ("At Northside the referral-to-start time was 26 h.", ["{{flow.start@northside}} true"]),
      ("94% of people were satisfied.", ["{{experience.satisfaction}} true"]),
      ("Emergency readmissions fell by 24%.", ["{{prevention.readmissions.change}} true"]),
      ("Emergency readmissions rose by 24%.", ["{{prevention.readmissions.change}} false"]),
      ("Staff retention was 81%.", ["{{continuity.retention}} false"]),
    ])
  func linked(text: String, expected: [String]) { #expect(uses(text) == expected) }

  @Test(
    "what may be another measure, place, time or unit is not linked",
    arguments: [
      "At Eastgate the referral-to-start time was 30 h.", "Referral-to-start time was 30 h in 2019.",
      "Referral-to-start time fell by 30 minutes.", "Referral to assessment took 30 hours.",
      "We aim for a referral-to-start time of 12 h.", "Referral-to-start time was previously 40 h.",
      "Staff retention among newly recruited night workers was 70%.", "Readmissions were 24 in all.",
    ])
  func notLinked(text: String) { #expect(uses(text) == []) }

  @Test("the offer of a placeholder replaces the figure and its unit")
  func replacement() throws {
    let text = "We saw referral-to-start time fall to 18 hours by June."
    let block = Block(id: BlockID(1), kind: .prose, text: text)
    let checked = CheckedBlock(
      block, rendered: RenderedText(text, values: values), reading: BlockReading(),
      place: Finding.Place(answer: AnswerID("a.md")), values: values, context: CheckContext())
    var register = values
    register.register[KPIReference("flow.start", scope: "harbour")]?.period = ""
    #expect(Checks().read(checked).findings.filter { $0.check == "number-typed-by-hand" }.isEmpty)
    let open = CheckedBlock(
      block, rendered: RenderedText(text, values: register), reading: BlockReading(),
      place: Finding.Place(answer: AnswerID("a.md")), values: register, context: CheckContext())
    let finding = try #require(Checks().read(open).findings.first { $0.check == "number-typed-by-hand" })
    let replacement = try #require(finding.replacement)
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(replacement.range, with: Array(replacement.text.utf8))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "We saw referral-to-start time fall to {{flow.start}} by June.")
  }

  @Test("a placeholder's own figure is neither offered nor in doubt, and takes part in the arithmetic")
  func placeholders() {
    let text = "Referral-to-start time fell from {{flow.start.baseline}} to {{flow.start}}, a cut of 40%."
    let block = Block(id: BlockID(1), kind: .prose, text: text)
    let checked = CheckedBlock(
      block, rendered: RenderedText(text, values: values), reading: BlockReading(),
      place: Finding.Place(answer: AnswerID("a.md")), values: values, context: CheckContext())
    let found = Checks().read(checked).findings.map(\.check).filter { $0.hasPrefix("number") }
    #expect(found == ["number-arithmetic", "number-not-as-registered"])
  }
}
