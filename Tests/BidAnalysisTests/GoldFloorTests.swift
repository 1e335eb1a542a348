import BidAnalysis
import BidModel
import Testing

@Suite("The labelled answers")
struct GoldFloorTests {
  /// What a file's micro F1 may not fall below, in hundredths.
  struct Floor: CustomTestStringConvertible {
    var file: String
    var group: SentenceLabels.Group
    var hundredths: Int
    var testDescription: String { "\(file) \(group)" }
  }

  @Test(
    "the reading agrees with careful labels at least so far",
    arguments: [
      Floor(file: "held-out.jsonl", group: .themes, hundredths: 78),
      Floor(file: "held-out.jsonl", group: .signals, hundredths: 83),
      Floor(file: "held-out.jsonl", group: .chain, hundredths: 81),
      Floor(file: "held-out.jsonl", group: .pitfalls, hundredths: 80),
    ])
  func floor(_ floor: Floor) throws {
    let score = try GoldFile(floor.file).evaluation(by: ShippedLenses.judge()).micro(floor.group).f1
    #expect(score * 100 >= Double(floor.hundredths), "\(floor.testDescription): \(score)")
  }

  @Test("every label has its words, inside its paragraph")
  func spans() throws {
    let reader = try ShippedLenses.judge()
    for paragraph in try GoldFile("held-out.jsonl").paragraphs {
      let texts = paragraph.map(\.text)
      for (text, reading) in zip(texts, reader.read(sentences: texts)) {
        let own = 0..<text.utf8.count
        #expect(reading.range == own)
        let spans =
          reading.signals.map(\.span) + reading.chain.flatMap(\.spans) + reading.themes.flatMap(\.spans)
          + (reading.pitfall?.spans ?? [])
        for span in spans { #expect(!span.isEmpty && own.contains(span.lowerBound), "\(text)") }
        #expect(reading.themes.allSatisfy { !$0.spans.isEmpty })
        #expect(reading.chain.allSatisfy { !$0.spans.isEmpty })
      }
    }
  }

  @Test("a plain result carries its measure and its time in every part, and an age is no measure")
  func plainResults() throws {
    let judge = try ShippedLenses.judge()
    let results = [
      "Readmissions fell by 24% over 9 months.", "Falls fell by 24% over nine months.",
      "Readmissions fell by 24% over twelve months to March 2026.",
      "Admissions were cut by 24% over two quarters.", "Complaints fell 24% over one year.",
      "Attendances fell by 47% over 9 months, verified by the ICB.",
    ]
    for text in results {
      for part in [nil, "our-role", "evidence"] {
        let reading = judge.read(sentences: [text], part: part)[0]
        let signals = Set(reading.signals.map(\.signal))
        #expect(signals.isSuperset(of: [.measure, .timeframe]), "\(text) \(part ?? "")")
        #expect(!signals.contains(.escalation), "\(text)")
        #expect(reading.themes.contains { $0.marks.contains(.evidenced) }, "\(text) \(part ?? "")")
      }
    }
    for text in ["26% over 65 live alone.", "In the ward 12,000 people over 75 live alone."] {
      let reading = judge.read(sentences: [text], part: "context")[0]
      #expect(!reading.signals.contains { $0.signal == .measure }, "\(text)")
    }
  }

  @Test("a paragraph reads the same whether its sentences are given or found")
  func givenOrFound() throws {
    let reader = try ShippedLenses.reader()
    let sentences = [
      "The matron meets the council's duty social worker every Monday.", "It is chaired by the GP lead.",
      "Readmissions fell by 18% in the year to June 2025.",
    ]
    let found = reader.read(sentences.joined(separator: " ")).sentences
    let given = reader.read(sentences: sentences)
    #expect(found.count == given.count)
    for (found, given) in zip(found, given) {
      #expect(found.moved(by: -found.range.lowerBound).signals == given.signals)
      #expect(found.themes.map(\.theme) == given.themes.map(\.theme))
      #expect(found.chain.map(\.link) == given.chain.map(\.link))
    }
  }
}
