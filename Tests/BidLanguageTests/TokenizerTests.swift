import BidLanguage
import BidTestSupport
import Testing

@Suite("Words and numbers")
struct TokenizerTests {
  private func words(_ text: String) -> [String] {
    Tokenizer().tokens(in: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  private func kinds(_ text: String) -> [Token.Kind] { Tokenizer().tokens(in: text).map(\.kind) }

  @Test(
    "a text is split into words at spaces, marks and plain hyphens",
    arguments: [
      ("The lead, who chairs.", ["The", "lead", "who", "chairs"]),
      ("same-day triage", ["same", "day", "triage"]),
      ("re-admissions and co-ordinators", ["re-admissions", "and", "co-ordinators"]),
      ("the trust's A&E can't cope", ["the", "trust's", "A&E", "can't", "cope"]),
      ("36h → 18h", ["36", "h", "18", "h"]),
      ("café – naïve", ["café", "naïve"]),
      ("“quoted” (bracketed)", ["quoted", "bracketed"]),
      ("see https://example.org/a-b. Then", ["see", "https://example.org/a-b", "Then"]),
      ("mail ann.b@example.org, now", ["mail", "ann.b@example.org", "now"]),
      ("e.g. this", ["e.g", "this"]), ("", []), (" \n\t ", []),
    ])
  func splits(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "a number's shape is known",
    arguments: [
      ("12", Token.Kind.number), ("1,264", .number), ("9.4", .number), ("24/7", .number),
      ("24%", .percent), ("11.8%", .percent), ("£1,460", .money), ("09:15", .clock),
      ("8.30am", .clock), ("5 pm", .clock), ("2024", .year), ("2024/25", .year), ("1st", .ordinal),
      ("95th", .ordinal), ("3024", .number),
    ])
  func knowsNumbers(text: String, kind: Token.Kind) { #expect(kinds(text) == [kind]) }

  @Test("a comma between two numbers does not join them")
  func partsLists() { #expect(words("3, 7,14 and 1,000") == ["3", "7", "14", "and", "1,000"]) }

  @Test("a semicolon, colon or dash parts clauses, a comma less so")
  func joints() {
    let tokens = Tokenizer().tokens(in: "a b, c; d – e: f-g")
    #expect(tokens.map(\.joint) == [.strong, .close, .comma, .strong, .strong, .strong, .close])
  }

  @Test("ranges lie in order and inside the text, whatever the text")
  func anyText() {
    var random = SeededGenerator(seed: 7)
    let pieces = ["a", "9", " ", ".", ",", "-", "'", "’", "é", "£", "€", "→", "%", "\n", "🙂", "日本", "@", "/"]
    for _ in 0..<400 {
      let text = (0..<12).map { _ in pieces[random.below(pieces.count)] }.joined()
      var end = 0
      for token in Tokenizer().tokens(in: text) {
        #expect(token.start >= end && token.end > token.start && token.end <= text.utf8.count, "\(text)")
        #expect(String(validating: Array(text.utf8)[token.range], as: UTF8.self) != nil, "\(text)")
        end = token.end
      }
    }
  }

  @Test(
    "a word is compared without case, hyphen and possessive ending",
    arguments: [
      ("Re-Admission", "readmission"), ("trust’s", "trust"), ("carers'", "carers"), ("DON’T", "don't"),
      ("Café", "café"),
    ])
  func normalises(word: String, expected: String) {
    #expect(Array(word.utf8).withUnsafeBufferPointer { Tokenizer.normalised($0) } == expected)
  }

  @Test(
    "forms of a word share a stem",
    arguments: [["review", "reviews", "reviewed", "reviewing"], ["audit", "audits", "audited"]])
  func stems(words: [String]) {
    let stemmer = Stemmer()
    #expect(Set(words.map(stemmer.stem)).count == 1)
  }
}
