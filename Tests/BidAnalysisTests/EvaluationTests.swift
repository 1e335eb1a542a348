import BidAnalysis
import BidModel
import Testing

@Suite("The evaluation")
struct EvaluationTests {
  private let role = SentenceLabels.Label(.signals, "role")
  private let cadence = SentenceLabels.Label(.signals, "cadence")

  private func evaluation() -> Evaluation {
    var evaluation = Evaluation(labels: [role, cadence])
    evaluation.add(
      id: "A-1", text: "a", wanted: SentenceLabels([role]), given: SentenceLabels([role, cadence]))
    evaluation.add(id: "A-2", text: "b", wanted: SentenceLabels([cadence]), given: SentenceLabels([cadence]))
    evaluation.add(id: "B-1", text: "c", wanted: SentenceLabels([role, cadence]), given: SentenceLabels())
    return evaluation
  }

  @Test("precision, recall and F1 follow from hits, false alarms and misses")
  func scores() {
    let tallies = evaluation().tallies()
    #expect(tallies[0].precision == 1 && tallies[0].recall == 0.5)
    #expect(tallies[1].precision == 0.5 && tallies[1].recall == 0.5 && tallies[1].f1 == 0.5)
    let micro = evaluation().micro(.signals)
    #expect(micro.hits == 2 && micro.falseAlarms == 1 && micro.misses == 2)
    #expect(evaluation().macro(.signals) == (tallies[0].f1 + tallies[1].f1) / 2)
    #expect(evaluation().macro(.themes) == 0)
    #expect(Tally().f1 == 0)
  }

  @Test("misses and false alarms name their sentence, in the order of the text")
  func faults() {
    #expect(evaluation().misses.map(\.id) == ["B-1", "B-1"])
    #expect(evaluation().falseAlarms.map(\.id) == ["A-1"])
    #expect(evaluation().documentCount == 2 && evaluation().sentenceCount == 3)
  }

  @Test("the interval holds the score, and is the same in every run")
  func intervals() {
    let first = evaluation().intervals(draws: 200)
    let second = evaluation().intervals(draws: 200)
    #expect(first.labels == second.labels && first.groups == second.groups)
    for (tally, interval) in zip(evaluation().tallies(), first.labels) { #expect(interval.contains(tally.f1)) }
    #expect(Evaluation(labels: [role]).intervals().labels == [0...0])
  }
}
