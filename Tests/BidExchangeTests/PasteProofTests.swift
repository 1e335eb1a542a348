import BidModel
import Testing

@testable import BidExchange

/// What a portal does to a text, and what is said of it.
@Suite struct PasteProofTests {
  private static let rule = CountRule(id: "", title: "")

  @Test(
    "line ends of any system and breaks at the end are the same text",
    arguments: [
      ("One two.\n\nThree.", "One two.\r\n\r\nThree."), ("One two.\n\nThree.", "One two.\r\rThree."),
      ("One.", "One.\n\n"), ("One.", "One. "), ("One.", "\u{FEFF}One."), ("", ""), ("a\nb", "a\u{2028}b"),
    ])
  func identical(_ submitted: String, _ shown: String) {
    let proof = PasteProof(submitted: submitted, shown: shown, rule: Self.rule)
    #expect(proof.isIdentical, "\(proof.report)")
    #expect(proof.report[0].hasPrefix("Identical"))
  }

  @Test(
    "each way in which the texts differ is named",
    arguments: [
      ("One two three.", "", "Nothing was given"),
      ("One two three four.", "One two", "Cut off after 2 words, 7 characters: missing from “three four. …”"),
      ("One two three four.", "One two thr", "Cut off after 3 words"),
      ("One two three.", "One too three.", "After “One”: “two” is shown as “too”."),
      ("One two three.", "One three.", "After “One”: “two” is missing."),
      ("One three.", "One two three.", "After “One”: “two” was not submitted."),
      ("One two.", "zero One two.", "At the start: “zero” was not submitted."),
      (
        "It’s “so”.", "It's \"so\".",
        "2 words are shown with other quotes, dashes, bullets or spaces; the first: ‘It’s’ is shown as ‘It's’."
      ),
      ("A – b", "A - b", "1 word is shown with other quotes"),
      ("One.\n\nTwo.\nThree.", "One. Two. Three.", "Line breaks differ: 3 submitted, 0 shown."),
      ("One two.", "One  two.", "spaces differ"),
      ("• One\n• Two", "* One\n* Two", "the first: ‘•’ is shown as ‘*’"),
      ("• One\n1. Two", "x", "Submitted: 2 words"),
    ])
  func differences(_ submitted: String, _ shown: String, _ sentence: String) {
    let proof = PasteProof(submitted: submitted, shown: shown, rule: Self.rule)
    #expect(!proof.isIdentical)
    #expect(proof.report.contains { $0.contains(sentence) }, "\(proof.report)")
  }

  @Test("what is shown and where it is cut off are counted alike, list markers left out of both")
  func cut() {
    let proof = PasteProof(
      submitted: "• One two\n• Three four five six", shown: "• One two\n• Three four", rule: Self.rule)
    #expect(proof.report[0].contains("Shown: 4 words"), "\(proof.report)")
    #expect(proof.report.contains { $0.hasPrefix("Cut off after 4 words") }, "\(proof.report)")
  }

  @Test("many differences are listed up to a few, and the rest counted")
  func many() {
    let words = (0..<60).map { "word\($0)" }
    let other = words.enumerated().map { $0.offset % 3 == 1 ? "x" : $0.element }
    let proof = PasteProof(
      submitted: words.joined(separator: " "), shown: other.joined(separator: " "), rule: Self.rule)
    #expect(proof.differences.count == 9 && proof.differences.last == .more(12))
  }

  @Test("two long texts that share nothing are told apart at once")
  func nothingShared() {
    let proof = PasteProof(
      submitted: Array(repeating: "a b c d", count: 5_000).joined(separator: " "),
      shown: Array(repeating: "e f g h i", count: 9_000).joined(separator: " "), rule: Self.rule)
    #expect(proof.differences.count == 1)
  }

  @Test("what is submitted of an answer proves itself, through any portal that keeps it")
  func portal() {
    let answer = Answer(
      id: AnswerID("1.md"),
      parts: [
        Part(
          id: PartID(1), title: "Evidence",
          blocks: [
            Block(id: BlockID(1), kind: .prose, text: "It’s “down” – by half."),
            Block(id: BlockID(2), kind: .bullet(ListMarker()), text: "One"),
          ])
      ])
    let text = SubmissionText(answer, template: nil, values: KPIValues(), rule: Self.rule).text
    #expect(
      PasteProof(submitted: text, shown: text.replacing("\n", with: "\r\n"), rule: Self.rule).isIdentical)
  }
}
