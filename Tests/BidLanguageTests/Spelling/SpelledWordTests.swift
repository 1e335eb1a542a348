import Testing

@testable import BidLanguage

/// Which words of a text are looked up, and which are passed over.
@Suite struct SpelledWordTests {
  private func words(_ text: String) -> [String] { SpelledWord.words(in: text).map(\.text) }

  @Test(
    "words are looked up with the hyphens and apostrophes inside them",
    arguments: [
      ("One day-to-day plan.", ["One", "day-to-day", "plan"]),
      ("We don't; the nurse’s round", ["We", "don't", "the", "nurse’s", "round"]),
      ("(bold) **words** and _slanted_ ones", ["bold", "words", "and", "slanted", "ones"]),
      ("either/or", ["either", "or"]), ("end.Next word", ["end", "Next", "word"]),
      ("naïve café", ["naïve", "café"]), ("\r\nline\r\nbreak", ["line", "break"]),
      ("‘quoted’ “words” – dash", ["quoted", "words", "dash"]), ("well–being", ["well", "being"]),
      ("SAFEGUARDING", ["SAFEGUARDING"]), ("Trauma-Informed", ["Trauma-Informed"]),
      ("-leading and trailing-", ["leading", "and", "trailing"]), ("", []),
    ])
  func looked(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "what no dictionary can judge is passed over",
    arguments: [
      "{{flow.los_reduced}}", "{{recieve", "\\{{recieve}}", "https://nhs.uk/recieve", "www.recieve.org",
      "jo.recieve@nhs.net", "@recieve", "words.txt", "nhs.uk", "MDT", "MDTs", "ICB's", "ICBs’", "A&E", "eMAR",
      "SystmOne", "NHSmail", "D2A", "12", "24/7", "9.30am", "2nd", "£1.2m", "P1", "a", "I", "e.g.", "i.e.",
      "flow_rate", "\\\\server\\recieve", "日本語", "שלום", "مرحبا", "Привет", "👩‍👩‍👧", "—", "×",
    ])
  func passedOver(_ text: String) {
    #expect(words(text) == [])
  }

  @Test("a run of letters longer than any word is passed over")
  func long() {
    #expect(words(String(repeating: "x", count: 81)) == [])
    #expect(words(String(repeating: "x", count: 80)).count == 1)
  }

  @Test("a word next to a placeholder is looked up, the placeholder is not")
  func besidePlaceholder() {
    #expect(words("fell{{flow.los_reduced}}days") == ["fell", "days"])
  }

  @Test(
    "each range is the word's own bytes",
    arguments: ["One two–three", "é naïve don’t ‘so’", "a\r\nbb cc\tdd", "day-to-day (MDT) x{{y.z}}word"])
  func ranges(_ text: String) {
    for word in SpelledWord.words(in: text) {
      #expect(String(decoding: Array(text.utf8)[word.range], as: UTF8.self) == word.text)
    }
  }

  @Test(
    "a possessive ending is taken off",
    arguments: [("nurse's", "nurse"), ("ICB’s", "ICB"), ("nurses", "nurses"), ("it's", "it"), ("S", "S")])
  func possessives(_ word: String, _ stem: String) {
    #expect(SpelledWord(text: word, range: 3..<3 + word.utf8.count).withoutPossessive.text == stem)
  }
}
