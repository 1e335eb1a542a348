import Testing

@testable import BidLanguage

/// Posts and acronyms that a text names.
@Suite struct TermTests {
  @Test(
    "titles of posts are found between other words",
    arguments: [
      ("Our Deputy Safeguarding Lead chairs it.", ["Deputy Safeguarding Lead"]),
      ("Tell the Head of Discharge Services, then Ann.", ["Head of Discharge Services"]),
      ("The Registered Manager (Clinical Nurse Lead) and", ["Registered Manager", "Clinical Nurse Lead"]),
      ("Each Trusted Assessor and our nurse manager", ["Trusted Assessor"]),
      ("The Director decides.", []), ("Harbourside Integrated Care System", []),
      ("**Quality Lead**", ["Quality Lead"]), ("Nurse\nManager of Wards.", ["Nurse Manager of Wards"]),
      ("", []),
    ])
  func titles(_ text: String, _ expected: [String]) {
    #expect(PostTitle.titles(in: text) == expected)
  }

  @Test(
    "an acronym is brought in by the words before its bracket",
    arguments: [
      ("a multidisciplinary team (MDT) meets", ["MDT=multidisciplinary team"]),
      ("The Integrated Care Board (ICB).", ["ICB=Integrated Care Board"]),
      ("our Director of Adult Services (DAS)", ["DAS=Director of Adult Services"]),
      (
        "urgent community response (UCR) and same-day emergency care (SDEC)",
        ["UCR=urgent community response", "SDEC=same-day emergency care"]
      ),
      ("on Monday (MDT)", []), ("a team (2)", []), ("the end. Team (T)", []), ("(MDT)", []),
      ("open (MDT", []),
    ])
  func acronyms(_ text: String, _ expected: [String]) {
    #expect(IntroducedAcronym.all(in: text).map { "\($0.short)=\($0.long)" } == expected)
  }
}
