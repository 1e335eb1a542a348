import BidModel
import Testing

/// Better words of a reviewer who saw figures keep the register's placeholders.
@Suite struct SuggestedWordsTests {
  private static let values: KPIValues = {
    var facts: [KPIFact] = []
    for (kpi, value, unit) in [
      ("a.start", "18", "h"), ("a.wait", "18", "h"), ("b.seen", "88", "%"), ("c.wards", "3", "count"),
      ("d.days", "2.5", "days"),
    ] {
      var fact = KPIFact(KPIReference(kpi))
      fact.value = value
      fact.unit = unit
      fact.period = "April to June 2026"
      facts.append(fact)
    }
    return KPIValues(register: KPIRegister(facts))
  }()

  @Test(
    "a figure of the quoted words is put back where the suggestion holds it, and told where it does not",
    arguments: [
      ("It fell to {{a.start}}.", "The wait fell to 18 h.", "The wait fell to {{a.start}}.", []),
      ("{{b.seen}} said so.", "Of carers, 88% said so.", "Of carers, {{b.seen}} said so.", []),
      (
        "{{b.seen}} ({{b.seen.period}}).", "88% in April to June 2026.", "{{b.seen}} in {{b.seen.period}}.",
        []
      ),
      // The same figure twice in the quote, once or twice in the suggestion.
      ("{{a.start}}, {{a.start}}.", "Now 18 h, still 18 h.", "Now {{a.start}}, still {{a.start}}.", []),
      ("{{a.start}}, {{a.start}}.", "Now 18 h.", "Now {{a.start}}.", []),
      // What the reviewer wrote as a placeholder stays.
      ("{{a.start}} now.", "Only {{a.start}} now.", "Only {{a.start}} now.", []),
      // Not inside another number or word; the figure is then gone.
      ("{{b.seen}} said so.", "It was 188% of 88%s.", "It was 188% of {{b.seen}}s.", []),
      ("{{d.days}} each.", "We need 12.5 days.", "We need 12.5 days.", ["{{d.days}} gone"]),
      ("{{a.start}} to act.", "We act at once.", "We act at once.", ["{{a.start}} gone"]),
      // It stands there more often than before, or two placeholders stand for it: nobody can say which.
      ("{{a.start}} to act.", "18 h, then 18 h.", "18 h, then 18 h.", ["{{a.start}} plain"]),
      (
        "{{a.start}} or {{a.wait}}.", "18 h and 18 h.", "18 h and 18 h.",
        ["{{a.start}} plain", "{{a.wait}} plain"]
      ),
      // A bare number needs a word beside it that stood there before.
      ("On {{c.wards}} wards.", "We work on 3 sites.", "We work on 3 sites.", ["{{c.wards}} plain"]),
      ("On {{c.wards}} wards.", "All 3 wards.", "All {{c.wards}} wards.", []),
      ("On {{c.wards}} wards.", "Within 3 days.", "Within 3 days.", ["{{c.wards}} plain"]),
    ] as [(String, String, String, [String])])
  func putBack(_ quote: String, _ suggestion: String, _ text: String, _ lost: [String]) {
    let words = SuggestedWords(suggestion, replacing: [quote], values: Self.values)
    #expect(words.text == text)
    #expect(words.lost.map { "\($0.placeholder) \($0.isPlain ? "plain" : "gone")" } == lost)
  }

  @Test("a signature holds for words and figures: either change is told, a figure with what it was and is")
  func signature() {
    func answer(_ text: String) -> Answer {
      Answer(
        id: AnswerID("a.md"),
        parts: [
          Part(
            id: PartID(1), key: "context", title: "Context",
            blocks: [Block(id: BlockID(1), kind: .prose, text: text)])
        ])
    }
    let text = "It fell to {{a.start}}; {{b.seen}} agree, {{b.seen}} of all."
    let signOff = SignOff(of: answer(text), values: Self.values, at: "2026-11-21T12:00:00Z")
    #expect(signOff.figures.map(\.name) == ["a.start", "b.seen"])
    #expect(signOff.change(to: answer(text), values: Self.values) == nil)
    let other = KPIValues()
    let figures = signOff.change(to: answer(text), values: other)
    #expect(figures?.isOtherText == false)
    #expect(
      figures?.figureWords
        == "a.start was 18 h, is [awaiting a.start]; b.seen was 88%, is [awaiting b.seen]")
    let words = signOff.change(to: answer(text + " And {{c.wards}}."), values: Self.values)
    #expect(words?.isOtherText == true && words?.figures.isEmpty == true)
    let old = SignOff(fingerprint: signOff.fingerprint, at: "")
    #expect(old.change(to: answer(text), values: Self.values)?.figures.map(\.old) == [nil, nil])
  }
}
