import BidLanguage
import BidTestSupport
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    SentenceSplitter().sentences(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test(
    "what does not end a sentence is left inside it",
    arguments: [
      "We meet partners, e.g. the council, weekly.", "Two forums, i.e. The Board and MDT, review it.",
      "Dr. Patel and Mrs. Lowe chair it.", "See No. 14 and approx. 30 cases.",
      "It fell from 2.9 days to 1.1 days.", "We open at 8.30am on Mondays.",
      "Details are at https://example.org/plan.pdf for all.", "Led by J. Smith and A. B. Jones.",
      "“It works!” said one carer.", "1. Call the hub.", "The rate was 11.8%, not 15.3%.",
      "So … and then more.", "Mrs T, 91, told us.",
    ])
  func keepsWhole(text: String) { #expect(sentences(text) == [text]) }

  @Test(
    "a mark, its quotes and a space end a sentence",
    arguments: [
      ("One. Two.", ["One.", "Two."]), ("Really? Yes! Done", ["Really?", "Yes!", "Done"]),
      ("She said “stop.” Then we left.", ["She said “stop.”", "Then we left."]),
      ("It ended… Then it began.", ["It ended…", "Then it began."]),
      ("It fell by 24%. Costs fell too.", ["It fell by 24%.", "Costs fell too."]),
      ("Open from 9 a.m. We close late.", ["Open from 9 a.m.", "We close late."]),
      ("Is it so? no. 5", ["Is it so? no. 5"]),
      ("(In brackets.) Next.", ["(In brackets.)", "Next."]),
      ("First line\ngoes on. Second.", ["First line\ngoes on.", "Second."]),
      ("A list:\n• one\n• two", ["A list:", "• one", "• two"]), ("A\n\nB", ["A", "B"]),
      ("", []), ("  \n ", []),
      ("The plan is done by Dr. Lee. It holds.", ["The plan is done by Dr. Lee.", "It holds."]),
    ])
  func splits(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test("sentences lie in order and hold every byte that is not white space")
  func coversAll() {
    var random = SeededGenerator(seed: 3)
    let pieces = ["A", "b", ".", "!", " ", "\n", "“", "”", "…", "e.g.", "7", "é", "- "]
    for _ in 0..<400 {
      let text = (0..<14).map { _ in pieces[random.below(pieces.count)] }.joined()
      let bytes = Array(text.utf8)
      var covered = 0
      for range in SentenceSplitter().sentences(in: text) {
        #expect(bytes[covered..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x0A }, "\(text)")
        covered = range.upperBound
      }
      #expect(bytes[covered...].allSatisfy { $0 == 0x20 || $0 == 0x0A }, "\(text)")
    }
  }
}
