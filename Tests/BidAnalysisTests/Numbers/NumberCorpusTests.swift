import BidAnalysis
import BidModel
import Foundation
import Testing

@Suite("Numbers against their labels")
struct NumberCorpusTests {
  @Test("the corpus is as large and as hard as it must be")
  func size() throws {
    let sentences = try NumberCorpus.sentences()
    let mentions = sentences.flatMap(\.mentions)
    #expect(sentences.count >= 180)
    #expect(mentions.count >= 250)
    #expect(mentions.count { $0.kind != "claim" } >= 60)
    #expect(Double(sentences.count { $0.set == "held" }) >= Double(sentences.count) / 3 - 1)
    #expect(Set(sentences.map(\.text)).count == sentences.count)
  }

  @Test(
    "numbers are taken for what they are, and claims are read to their fields", arguments: ["tuned", "held"])
  func reading(set: String) throws {
    let scores = NumberScores(try NumberCorpus.sentences(set))
    print(
      "\(set): kinds \(scores.kindAccuracy), claims F1 \(scores.claimF1), fields \(scores.fieldAccuracy)\n\(scores.table)"
    )
    if ProcessInfo.processInfo.environment["FIVEFOLD_DIFFERENCES"] != nil {
      print(scores.differences.joined(separator: "\n"))
    }
    #expect(scores.kindAccuracy >= 0.85)
    #expect(scores.claimF1 >= 0.85)
    #expect(scores.fieldAccuracy >= 0.85)
  }

  @Test("no fault is found in a sentence as it was written", arguments: ["tuned", "held"])
  func untouched(set: String) throws {
    for sentence in try NumberCorpus.sentences(set) {
      let faults = BlockNumbers(sentence.text).faults
      #expect(faults.isEmpty, "\(sentence.id) \(faults.map(\.message)): \(sentence.text)")
    }
  }

  @Test(
    "an altered number, direction or unit is found, and a harmless change is not",
    arguments: ["tuned", "held"])
  func mutations(set: String) throws {
    let sentences = try NumberCorpus.sentences(set)
    let made = sentences.flatMap { NumberMutation.contradictions(of: $0) }
    let harmless = sentences.flatMap { NumberMutation.harmless(of: $0) }
    let caught = made.filter { !BlockNumbers($0.text).faults.isEmpty }
    let wrong =
      harmless.count { !BlockNumbers($0.text).faults.isEmpty }
      + sentences.count { !BlockNumbers($0.text).faults.isEmpty }
    let recall = Double(caught.count) / Double(max(1, made.count))
    let precision = Double(caught.count) / Double(max(1, caught.count + wrong))
    for kind in ["number", "direction", "unit"] {
      print(
        "\(set) \(kind): \(caught.count { $0.kind == kind }) of \(made.count { $0.kind == kind }) alterations found"
      )
    }
    print(
      "\(set): mutation recall \(recall), precision \(precision); \(wrong) of \(harmless.count) harmless changes and \(sentences.count) untouched sentences flagged"
    )
    if ProcessInfo.processInfo.environment["FIVEFOLD_DIFFERENCES"] != nil {
      for mutation in made where BlockNumbers(mutation.text).faults.isEmpty {
        print("not found (\(mutation.kind)): \(mutation.id) \(mutation.text)")
      }
      for mutation in harmless where !BlockNumbers(mutation.text).faults.isEmpty {
        print(
          "wrongly found: \(mutation.id) \(mutation.text) \(BlockNumbers(mutation.text).faults.map(\.message))"
        )
      }
    }
    #expect(recall >= 0.85)
    #expect(precision >= 0.95)
  }
}
