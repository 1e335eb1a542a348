import BidAnalysis
import BidModel
import Testing

@Suite("Hard cases")
struct HardCaseTests {
  /// A sentence and whether it shows a theme.
  struct Case: CustomTestStringConvertible {
    var text: String
    var theme: String
    var isShown: Bool
    var testDescription: String { "\(theme): \(text)" }

    init(_ text: String, _ theme: String, _ isShown: Bool) {
      (self.text, self.theme, self.isShown) = (text, theme, isShown)
    }
  }

  @Test(
    "a word in another sense shows no theme",
    arguments: [
      Case("The kitchen has an integrated oven.", "integration", false),
      Case("Residents are helped to keep in touch with friends and partners.", "integration", false),
      Case("The total falls within the agreed budget.", "prevention", false),
      Case("A fall in the price of steel has helped nobody.", "prevention", false),
      Case("The firm is backed by private equity.", "equity", false),
      Case("Every vehicle has a digital radio.", "digital", false),
      Case("We have a strong track record.", "digital", false),
      Case("We value each person for who they are.", "value", false),
    ])
  func homonyms(_ item: Case) throws {
    #expect(try ShippedLenses.reader().themeKeys(item.text).contains(item.theme) == item.isShown)
  }

  @Test(
    "other words for the same thing show the theme",
    arguments: [
      Case("Our nurse and the ward sister agree the list each morning.", "integration", true),
      Case("The district nurse rings our duty worker directly.", "integration", true),
      Case("We do not yet share records with the hospital.", "digital", true),
      Case("Grab rails go in before the first fall.", "prevention", true),
      Case("Letters come in large print and BSL video.", "equity", true),
      Case("Waits came down from 19 weeks to six.", "value", true),
    ])
  func paraphrases(_ item: Case) throws {
    #expect(try ShippedLenses.reader().themeKeys(item.text).contains(item.theme) == item.isShown)
  }

  @Test(
    "links of the chain are told apart",
    arguments: [
      ("A nurse visits within two hours of the call.", [ChainLink.activity, .output]),
      ("Our analyst samples ten records every month.", [.activity]),
      ("In 2024/25 we completed 1,384 assessments.", [.output]),
      ("Length of stay fell from 9 days to 6.", [.outcome]),
      ("Axle Care was founded in 1988.", []),
    ])
  func chain(text: String, links: [ChainLink]) throws {
    let reading = try #require(try ShippedLenses.reader().read(text).sentences.first)
    #expect(reading.chain.map(\.link) == links, "\(text)")
  }

  @Test(
    "a claim without substance falls into its pitfall, and one with substance does not",
    arguments: [
      ("We work closely with all relevant partners.", Pitfall.genericPartnership),
      ("We have a robust Information Governance Policy.", .policyOnly),
      ("We are ISO 9001 certified.", .policyOnly),
      ("We treat everyone the same regardless of background.", .equitySlogan),
      ("Our matron meets the council's social work lead every Monday.", nil),
      ("The policy is reviewed each quarter by the Quality Lead against ten records.", nil),
      ("Interpreters are booked for each first visit.", nil),
    ])
  func pitfalls(text: String, pitfall: Pitfall?) throws {
    let reading = try #require(try ShippedLenses.reader().read(text).sentences.first)
    #expect(reading.pitfall?.pitfall == pitfall, "\(text)")
  }

  @Test(
    "a number is a measure when it reports a result, and none in a name, a rule, a sample or a trigger",
    arguments: [
      ("Readmissions halved within a year.", true), ("Seven out of ten carers felt better.", true),
      ("No patient was readmitted in 2024/25.", true), ("The base is at 14 Tannery Lane.", false),
      ("A therapist calls within 24 hours.", false), ("The lead samples 20 records a month.", false),
      ("If starts dip below 88%, the manager brings a plan to the board.", false),
      ("We run 41 locations.", false),
    ])
  func measures(text: String, isMeasure: Bool) throws {
    #expect(try ShippedLenses.reader().signalNames(text).contains(.measure) == isMeasure, "\(text)")
  }

  @Test("a sentence that goes on with a follow-up keeps the partnership of the one before")
  func continues() throws {
    let reader = try ShippedLenses.reader()
    let first = "The joint panel meets the council and the trust each Monday."
    let second = "Actions are numbered, each with an owner and a due date."
    let index = reader.themes.index(of: "integration")
    #expect(reader.read("\(first) \(second)").sentences[1].themes.contains { $0.theme == index })
    #expect(!reader.themeKeys(second).contains("integration"))
  }
}
