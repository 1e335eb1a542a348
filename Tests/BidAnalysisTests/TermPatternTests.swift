import BidAnalysis
import BidModel
import Testing

@Suite("Patterns")
struct TermPatternTests {
  /// Whether `pattern` shows a theme in `text`.
  private func fits(_ pattern: String, _ text: String) throws -> Bool {
    var theme = Theme(key: "t", title: "T")
    theme.indicators.strong = [try TermPattern(pattern)]
    var signals = SignalLexicon(id: "s", title: "", version: "")
    signals.classes = [
      WordClass(name: "partner", patterns: [try TermPattern("gp"), try TermPattern("local authority")]),
      WordClass(name: "pair", patterns: [try TermPattern("<partner> and <partner>")]),
    ]
    let set = ThemeSet(id: "i", title: "", version: "", themes: [theme])
    let reader = BlockReader(themes: set, signals: signals)
    return reader.read(text).sentences.contains { !$0.themes.isEmpty }
  }

  @Test(
    "a pattern fits what its words allow",
    arguments: [
      ("review", "We reviewed it", true), ("=review", "We reviewed it", false),
      ("equit*", "An equitable offer", true), ("ward|clinic", "In clinics", true),
      ("nurse+", "Two nurses", true), ("nurse+", "Nursing care", false),
      ("care (plan) review", "The care review", true), ("care (plan) review", "A care plan review", true),
      ("care ~2 review", "Care of the review", true), ("care ~2 review", "Care in any one review", false),
      ("shared &3 record", "a record that is shared", true),
      ("shared &3 record", "shared with a record", true),
      ("with <partner>", "with the GP", false), ("with ~1 <partner>", "with the local authority", true),
      ("<pair>", "the GP and local authority", true), ("<percent> fall", "a 24% fall", true),
      ("^ this", "This is it", true), ("^ this", "And this is it", false),
      ("same day", "a same-day visit", true), ("readmission", "fewer re-admissions", true),
      ("care record", "care; record", false), ("<capital> lead", "the Quality Lead", true),
      ("<capital> lead", "Quality leads", false), ("a&e", "to A&E now", true),
    ])
  func fitting(pattern: String, text: String, expected: Bool) throws {
    #expect(try fits(pattern, text) == expected)
  }

  @Test("the smallest gap does not hide a longer class", arguments: ["gp and local authority meet"])
  func backtracks(text: String) throws { #expect(try fits("<pair> meet", text)) }

  @Test(
    "a line that is no pattern is refused",
    arguments: [
      "", "~3", "a ~0 b", "a ~x b", "(a)", "a|", "Word", "a-b", "<x", "a &2", "&2 a", "a &2 b &2 c", "^",
    ])
  func refuses(text: String) { #expect(throws: TermPattern.Fault.self) { try TermPattern(text) } }
}
