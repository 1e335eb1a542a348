import BidAnalysis
import BidModel
import Testing

@Suite("Signals")
struct SignalTests {
  @Test(
    "a denial takes back the signals it covers, and what only looks like one does not",
    arguments: [
      ("We do not audit the records.", Signal.verification, false),
      ("The records are audited.", .verification, true),
      ("There is no weekly meeting.", .cadence, false),
      ("The team answers no later than 24 hours after the call.", .cadence, true),
      ("The matron sees people weekly without delay.", .cadence, true),
      ("There is no wrong door and the matron calls daily.", .role, true),
      ("We had no crisis admissions in 2024.", .measure, true),
      ("Actions are not tracked, but the Clinical Lead chairs.", .role, true),
    ])
  func denial(text: String, signal: Signal, expected: Bool) throws {
    #expect(try ShippedLenses.reader().signalNames(text).contains(signal) == expected, "\(text)")
  }

  @Test("a time standard is a cadence as a rule, and part of the measure in a result")
  func standards() throws {
    let reader = try ShippedLenses.reader()
    #expect(reader.signalNames("A therapist calls within 24 hours.") == [.role, .cadence])
    let result = reader.signalNames("In 2024/25, 92% of starts were within 24 hours.")
    #expect(result == [.measure, .timeframe])
  }

  @Test("each signal's span is the words that give it")
  func spans() throws {
    let text = "The Quality Lead samples ten records every month."
    let hits = try ShippedLenses.reader().read(text).sentences[0].signals
    let words = hits.map { "\($0.signal): " + String(decoding: Array(text.utf8)[$0.span], as: UTF8.self) }
    #expect(words.contains { $0.hasPrefix("role: ") && $0.hasSuffix("Quality Lead") })
    #expect(words.contains("cadence: every month") || words.contains("cadence: records every month"))
  }

  @Test("a filled placeholder is a quantity at its own place; an empty or unknown one is none")
  func placeholders() throws {
    let reader = try ShippedLenses.reader()
    var fact = KPIFact(KPIReference("flow.readmissions"))
    fact.change = "-24%"
    let set = KPISet(
      id: "", title: "", version: "", families: [],
      kpis: [
        KPIDefinition(
          key: "flow.wait", title: "Wait", family: "flow", unit: "h", lowerIsBetter: true, definition: "",
          narrative: "")
      ])
    let values = KPIValues(register: KPIRegister([fact]), set: set)
    func measures(_ text: String) -> [Range<Int>] {
      reader.read(RenderedText(text, values: values), kind: .prose).sentences.flatMap(\.signals)
        .filter { $0.signal == .measure }.map(\.span)
    }
    let text = "Since May 2025 readmissions fell by {{flow.readmissions}} overall."
    let place = measures(text).first
    #expect(
      place.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }?.contains("{{flow.readmissions}}")
        == true)
    #expect(measures("The wait fell to {{flow.wait}} at once.").isEmpty)
    #expect(measures("The wait fell to {{flow.nothing}} at once.").isEmpty)
  }

  @Test("a reading depends on the text and the values alone, not on what was read before")
  func pure() throws {
    let texts = [
      "The matron meets the council weekly.", "Readmissions fell by 18% in 2024.", "It is audited.",
    ]
    let used = try ShippedLenses.reader()
    for text in texts + texts { _ = used.read(text) }
    for text in texts { #expect(try used.read(text) == ShippedLenses.reader().read(text)) }
  }
}
