import BidModel
import BidTestSupport
import Testing

@testable import Workbench

@Suite struct CommitmentTests {
  private func report(_ text: String) throws -> CommitmentReport {
    let bench = try WorkbenchHarness(
      .answers(["1.md": "## Our Role\n\n\(text)\n\n## Plan\n\nWe will win.\n"]))
    return CommitmentReport(bench.state.session, base: "/bids/bids/test/answers")
  }

  @Test(
    "a promise is a sentence in which we, or someone of ours, will do something",
    arguments: [
      ("We will ring each person every week.", "We", ["every week"]),
      (
        "From April, our Quality Lead will audit ten records each month.", "our Quality Lead",
        ["ten records each month"]
      ),
      ("We will open the hub by 1 April 2027.", "We", ["by 1 April 2027"]),
      ("The duty nurse shall visit within 2 hours.", "The duty nurse", ["within 2 hours"]),
      ("If it fails, the registered manager will report it.", "the registered manager", []),
    ] as [(String, String, [String])])
  func promises(_ text: String, _ who: String, _ when: [String]) throws {
    let items = try report(text).items
    #expect(items.map(\.who) == [who])
    #expect(items.first?.when == when)
    #expect(items.first?.line == 3 && items.first?.path == "1.md")
  }

  @Test(
    "what others will do, what will merely be so, and what is done already is none",
    arguments: [
      "The council will pay.", "People will notice.", "This will mean fewer visits.", "Our nurse visits.",
      "The ICB will receive a report.", "Will it work?", "We will not charge.",
    ])
  func others(_ text: String) throws { #expect(try report(text).items.isEmpty) }

  @Test("what someone of ours does at set times is a routine, what they achieved is none")
  func routines() throws {
    let items = try report(
      "Every Monday, our Registered Manager reviews late starts. Falls fell by 10% each year."
    )
    .items
    #expect(items.map(\.kind) == ["routine"])
    #expect(items.first?.who == "our Registered Manager" && items.first?.when == ["Every Monday"])
  }

  @Test(
    "a term, a time of day and a working day make a routine too, and the owner's post is whole",
    arguments: [
      (
        "The care coordinators check every missed visit within five working days.", "The care coordinators",
        ["within five working days"]
      ),
      (
        "By 14:00 the day before, the coordinator confirms the first visit.", "the coordinator",
        ["By 14:00 the day before"]
      ),
      (
        "The Director of Nursing signs off the rota each working day.", "The Director of Nursing",
        ["each working day"]
      ),
    ])
  func terms(_ text: String, _ who: String, _ when: [String]) throws {
    let items = try report(text).items
    #expect(items.map(\.who) == [who])
    #expect(items.first?.when == when)
  }

  @Test(
    "a time or place that opens the clause, and what goes to someone, are not part of who; bare words are no time",
    arguments: [
      (
        "By day 5 the community therapist reviews the plan each working day.", "the community therapist",
        ["each working day"]
      ),
      ("The lead worker rings each family every week.", "The lead worker", ["every week"]),
      ("The Board meets monthly.", "The Board", ["monthly"]),
    ])
  func owners(_ text: String, _ who: String, _ when: [String]) throws {
    let items = try report(text).items
    #expect(items.map(\.who) == [who])
    #expect(items.first?.when.contains(when[0]) == true)
  }

  @Test("what was done within a term is no routine")
  func past() throws {
    #expect(try report("The coordinators reviewed every fall within five working days.").items.isEmpty)
  }

  @Test("the list gives place, who, when and the sentence; JSON names its schema")
  func formats() throws {
    let report = try report("We will ring each person every week. The plan is theirs.")
    #expect(
      report.text()
        == "1.md:3:1: promise · We · every week · We will ring each person every week\n1 commitment.\n")
    #expect(try report.json().contains("\"schema\" : \"fivefold.commitments/1\""))
    #expect(try self.report("Nothing here.").text() == "No commitment found.\n")
  }
}
