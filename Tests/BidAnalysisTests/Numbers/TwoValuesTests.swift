import BidAnalysis
import BidModel
import Foundation
import Testing

@Suite("One measure with two values")
struct TwoValuesTests {
  private func isFound(_ texts: [String], _ bench: ExampleBench) -> Bool {
    let example = CheckExample(texts[0], texts.count > 1 ? texts[1] : "")
    return bench.findings(example).contains { $0.check == "number-two-values" }
  }

  @Test(
    "a statement repeated with another figure elsewhere in the bid is found, and repeated as it is, is not")
  func repeated() throws {
    let bench = try ExampleBench()
    var made = 0
    var caught = 0
    for sentence in try NumberCorpus.sentences("tuned")
    where !NumberReader().read(sentence.text).claims.isEmpty {
      #expect(!isFound([sentence.text, sentence.text], bench), "\(sentence.text)")
    }
    for (text, other) in Self.pairs {
      made += 1
      if isFound([text, other], bench) { caught += 1 } else { print("not found: \(other)") }
    }
    #expect(Double(caught) >= 0.85 * Double(made))
  }

  /// Statements of one measure and the same with another figure, in another order of words.
  private static let pairs = [
    ("Median response time fell to 42 minutes.", "Our median response time fell to 48 minutes."),
    ("In 2025 staff retention was 84%.", "Staff retention was 81% in 2025."),
    ("Length of stay averaged 8.3 days.", "Length of stay was 9.1 days."),
    ("Complaints fell by 35%.", "Complaints were reduced by 53%."),
    ("Missed visits are down 40%.", "Missed visits fell by 30%."),
    ("Sickness absence ran at 3.7%.", "Sickness absence is 4.7%."),
    ("Bed occupancy rose from 84% to 90%.", "Bed occupancy rose from 82% to 90%."),
    (
      "We completed 1,384 carers' assessments in 2023/24.",
      "In 2023/24 we completed 1,348 carers' assessments."
    ),
  ]

  @Test(
    "other words, times, places, units and sides of a change are left unlinked",
    arguments: [
      ("Staff retention was 84% in 2025.", "Staff retention was 86% in 2026."),
      ("Sickness absence in Northway was 3%.", "Sickness absence in Eastmere was 5%."),
      ("The wait fell from 36 h to 18 h.", "Before, the wait was 36 h."),
      ("About 40% of people lived alone.", "Some 45% of people lived alone."),
      ("We aim for retention of 90%.", "Retention was 84%."),
      ("Complaints fell by 35%.", "Complaints fell by 12."),
    ])
  func unlinked(text: String, other: String) throws {
    #expect(!isFound([text, other], try ExampleBench()))
  }
}
