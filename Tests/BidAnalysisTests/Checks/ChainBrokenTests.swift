import BidAnalysis
import BidModel
import Testing

@Suite("The chain from activity to outcome")
struct ChainBrokenTests {
  private func findings(_ text: String, template: String? = nil, part: String = "our-role") throws
    -> [Finding]
  {
    var question = Question()
    question.template = template
    return try ExampleBench().findings(CheckExample(text, question: question, part: part)).filter {
      $0.check == "chain-broken"
    }
  }

  private static let done =
    "The pharmacist checks every bag at noon and rings the ward about each gap that she finds there."
  private static let result = "Missing medicines fell from 11 to 2 between March and September 2026."

  @Test("each example is judged by itself, and told of once")
  func examples() throws {
    let text =
      "### Example: Fridays\n\n\(Self.done) \(Self.done)\n\n### Example: Mondays\n\n\(Self.done) \(Self.result)"
    let found = try findings(text)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("Fridays") == true)
    #expect(found.first?.place?.block == BlockID(1))
  }

  @Test("an example ends at the next heading")
  func end() throws {
    let text = "### Example: Fridays\n\n\(Self.done) \(Self.done)\n\n### Our results\n\n\(Self.result)"
    #expect(try findings(text).count == 1)
  }

  @Test("an answer on a template for examples is an example as a whole")
  func template() throws {
    let text = "\(Self.done) \(Self.done)"
    #expect(try findings(text, template: "case-example").count == 1)
    #expect(try findings(text).isEmpty)
    #expect(try findings("\(Self.done) \(Self.result)", template: "case-example").isEmpty)
  }

  @Test("what the Context says of the buyer's aims counts for nothing")
  func context() throws {
    #expect(
      try findings("\(Self.result) \(Self.result) \(Self.result)", template: "case-example", part: "context")
        .isEmpty)
  }

  @Test("coverage counts the sentences of each link by difference")
  func sums() throws {
    let reader = try ShippedLenses.reader()
    var coverage = Coverage(themes: 5)
    #expect(coverage.missingLinks == ChainLink.allCases)
    let reading = reader.read(Self.result)
    coverage.add(reading)
    #expect(coverage.sentences(.outcome) == 1)
    #expect(coverage.missingLinks.contains(.activity))
    coverage.remove(reading)
    #expect(coverage == Coverage(themes: 5))
  }
}
