import Testing

@testable import BidModel

/// Placeholders, and what they stand for.
@Suite("Placeholders")
struct PlaceholderTests {
  @Test(
    "what stands between the braces",
    arguments: [
      ("flow.start", "flow.start"), (" flow.start ", "flow.start"), ("flow.start@north", "flow.start@north"),
      ("flow.start.change", "flow.start.change"), ("flow.start@north.period", "flow.start@north.period"),
      ("flow.start.period@north", "flow.start@north.period"), ("flow", nil), ("flow.start.colour", nil),
      ("", nil),
      ("flow.start@", nil), ("flow.start@a@b", nil), ("a.b.value@c.value", nil), ("flow .start", nil),
      ("flow.é", nil),
    ] as [(String, String?)])
  func grammar(inside: String, name: String?) {
    #expect(Placeholder(inside: inside)?.description == name)
  }

  @Test(
    "where placeholders stand in a text",
    arguments: [
      ("a {{x.y}} b", [2..<9]), ("\\{{x.y}}", []), ("{{x.y}}{{z.w}}", [0..<7, 7..<14]), ("{{x.y", []),
      ("{{x\n.y}}", []),
      ("é{{x.y}}", [2..<9]), ("{{{x.y}}}", [1..<8]),
    ] as [(String, [Range<Int>])])
  func matches(text: String, ranges: [Range<Int>]) {
    #expect(Placeholder.matches(in: text).map(\.range) == ranges)
  }

  private var values: KPIValues {
    var north = KPIFact(KPIReference("flow.start", scope: "north"))
    (north.unit, north.baseline, north.value, north.period) = ("h", "36", "18", "2026")
    var change = KPIFact(KPIReference("prevention.back"))
    change.change = "-24%"
    var factor = KPIFact(KPIReference("experience.part"))
    factor.change = "x3"
    var zero = KPIFact(KPIReference("prevention.crises"))
    (zero.unit, zero.value, zero.reviewBy) = ("count", "0", "2025-01-01")
    let definition = KPIDefinition(
      key: "flow.start", title: "Start", family: "flow", unit: "h", lowerIsBetter: true, definition: "",
      narrative: "Fell from {baseline} to {value} in {period}.")
    return KPIValues(
      register: KPIRegister([north, change, factor, zero]),
      set: KPISet(id: "", title: "", version: "", families: [], kpis: [definition]), scope: "north",
      today: "2026-11-21")
  }

  @Test(
    "what a placeholder stands for",
    arguments: [
      ("flow.start", .filled("18 h")), ("flow.start.baseline", .filled("36 h")),
      ("flow.start@north.period", .filled("2026")),
      ("flow.start@south", .empty), ("flow.start.source", .empty), ("prevention.back", .filled("24%")),
      ("prevention.back.value", .empty), ("experience.part", .filled("threefold")),
      ("prevention.crises", .stale("0")),
      ("flow.other", .unknown), ("flow.start.sentence", .filled("Fell from 36 h to 18 h in 2026.")),
    ] as [(String, KPIValues.Status)])
  func status(inside: String, status: KPIValues.Status) throws {
    let placeholder = try #require(Placeholder(inside: inside))
    #expect(values.status(of: placeholder) == status)
  }

  @Test("rendered bytes lead back to the bytes they come from")
  func mapping() {
    let rendered = RenderedText("Start {{flow.start}} and \\{{x}} end", values: values)
    #expect(rendered.text == "Start 18 h and {{x}} end")
    #expect(rendered.sourceRange(0..<5) == 0..<5)
    #expect(rendered.sourceRange(6..<8) == 6..<20)
    #expect(rendered.sourceRange(20..<24) == 31..<35)
  }

  @Test("an empty placeholder counts as two words")
  func emptyCountsTwo() {
    let rendered = RenderedText("{{flow.start@south}}", values: values)
    #expect(TextCount(rendered.text, rule: CountRule(id: "", title: "")).words == 2)
  }
}
