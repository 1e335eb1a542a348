import BidAnalysis
import BidModel
import Testing

@Suite("Marks")
struct MarkTests {
  @Test(
    "a sentence earns the marks its words show",
    arguments: [
      ("We work in partnership with the council.", "integration", MarkSet.claimed),
      ("Partnership is in our DNA and our weekly ethos.", "integration", .claimed),
      (
        "Our matron and the council's duty social worker meet every Monday on one shared care plan.",
        "integration", [.claimed, .operational]
      ),
      ("Readmissions fell by 18% in the year to June 2025.", "prevention", [.claimed, .evidenced]),
      ("Readmissions fell by 18%.", "prevention", .claimed),
      ("We aim to reduce readmissions by 10% by March 2027.", "prevention", .claimed),
      ("We plan to hold a weekly MDT chaired by the Clinical Lead.", "integration", .claimed),
      ("We do not yet share records with the hospital.", "digital", .claimed),
      (
        "The data analyst reconciles the dashboard with hospital records every month.", "digital",
        [.claimed, .operational, .assured]
      ),
    ])
  func marks(text: String, theme: String, expected: MarkSet) throws {
    #expect(try ShippedLenses.reader().marks(text, for: theme) == expected, "\(text)")
  }

  @Test("a signal carries to the next sentence on the same theme, and no further")
  func carriesOneSentence() throws {
    let reader = try ShippedLenses.reader()
    let first = "In the year to June 2025 we worked to avoid readmissions."
    let result = "Readmissions fell by 18%."
    #expect(reader.marks("\(first) \(result)", for: "prevention").contains(.evidenced))
    let between = "Reablement builds independence."
    #expect(!reader.marks("\(first) \(between) \(result)", for: "prevention").contains(.evidenced))
    #expect(reader.read("\(first) \(result)").sentences[1].carried.contains { $0.signal == .timeframe })
  }

  @Test("'this' takes the theme from the sentence before, within a paragraph")
  func inherits() throws {
    let reader = try ShippedLenses.reader()
    let text = "We hold a joint meeting with the council. This is chaired weekly by the matron."
    #expect(reader.marks(text, for: "integration").contains(.operational))
    #expect(reader.themeKeys("This is chaired weekly by the matron.").isEmpty)
  }

  @Test("headings and verbatim blocks contribute nothing; each row of a table speaks for itself")
  func kinds() throws {
    let reader = try ShippedLenses.reader()
    let text = RenderedText("We work in partnership.", values: KPIValues())
    #expect(reader.read(text, kind: .heading(level: 3)).sentences.isEmpty)
    #expect(reader.read(text, kind: .verbatim).sentences.isEmpty)
    let table = RenderedText("| Partnership | How |\n|---|---|\n| MDT | weekly |", values: KPIValues())
    #expect(reader.read(table, kind: .table).sentences.count == 2)
  }
}
