import BidLanguage
import Testing

/// Syllables and the two measures.
@Suite struct ReadabilityTests {
  @Test(
    "syllables are told from spelling",
    arguments: [
      ("care", 1), ("nurse", 1), ("people", 2), ("whole", 1), ("guarded", 2), ("station", 2), ("special", 2),
      ("discharge", 2), ("needed", 2), ("helped", 1), ("homes", 1), ("houses", 2), ("churches", 2),
      ("table", 2),
      ("the", 1), ("I", 1), ("MDT", 3), ("NHS", 3), ("integration", 4), ("rhythm", 1), ("", 1), ("don’t", 1),
      ("wishes", 2), ("agreed", 2),
    ])
  func syllables(_ word: String, _ count: Int) {
    #expect(Readability.syllables(in: word) == count)
  }

  @Test(
    "where spelling does not tell, the estimate is one off at most",
    arguments: [
      ("area", 3), ("safeguarding", 3), ("created", 3), ("patient", 2), ("co-ordinate", 4), ("video", 3),
    ])
  func estimates(_ word: String, _ count: Int) {
    #expect(abs(Readability.syllables(in: word) - count) <= 1)
  }

  @Test("ease and grade follow the published formulas")
  func formulas() throws {
    var readability = Readability()
    #expect(readability.ease == nil && readability.grade == nil)
    #expect(readability.add(sentence: "The nurse helped 12 people.") == 5)
    #expect(readability.words == 4 && readability.sentences == 1 && readability.syllables == 5)
    let ease = try #require(readability.ease)
    #expect(abs(ease - (206.835 - 1.015 * 4 - 84.6 * 5 / 4)) < 1e-9)
    let grade = try #require(readability.grade)
    #expect(abs(grade - (0.39 * 4 + 11.8 * 5 / 4 - 15.59)) < 1e-9)
    #expect(readability.add(sentence: "…") == 0 && readability.sentences == 1)
  }
}
