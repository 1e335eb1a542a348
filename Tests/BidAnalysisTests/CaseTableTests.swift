import BidModel
import Testing

@testable import BidAnalysis

@Suite("Values by case")
struct CaseTableTests {
  @Test("every case has the place that allCases gives it")
  func ordinals() {
    #expect(Signal.allCases.map(\.ordinal) == Array(Signal.allCases.indices))
    #expect(ChainLink.allCases.map(\.ordinal) == Array(ChainLink.allCases.indices))
    #expect(Pitfall.allCases.map(\.ordinal) == Array(Pitfall.allCases.indices))
    #expect(SignalLexicon.Turn.allCases.map(\.ordinal) == Array(SignalLexicon.Turn.allCases.indices))
  }

  @Test("a table holds what a dictionary would")
  func table() {
    var table = CaseTable<Signal, [Int]>()
    #expect(table[.role] == nil)
    table[.role, default: []].append(1)
    table[.role, default: []].append(2)
    table[.measure] = [3]
    #expect(table[.role] == [1, 2])
    #expect(table[.measure, default: []] == [3])
    #expect(table[.cadence, default: [9]] == [9])
    table[.role] = nil
    #expect(table[.role] == nil)
  }
}
