import BidAnalysis
import BidModel
import Testing

/// Every check is run on the examples it shows.
@Suite("Examples of checks")
struct CheckExampleTests {
  /// Checks that something other than text sets off, with tests of their own.
  private static let withoutText: Set<String> = [
    "over-limit", "ignore-without-effect", "question-number-twice", "nothing-written", "weights-not-hundred",
    "writer-not-in-team", "kpi-not-a-number", "unplaced-text",
  ]

  @Test("each check finds its fault in every bad example and is silent on every good one")
  func examples() throws {
    let bench = try ExampleBench()
    for check in bench.checks.all where !Self.withoutText.contains(check.id) {
      #expect(!check.good.isEmpty && !check.bad.isEmpty, "\(check.id) shows no examples")
      for example in check.bad {
        let found = bench.findings(example).filter { $0.check == check.id }
        #expect(!found.isEmpty, "\(check.id) does not find: \(example.answers)")
        for finding in found {
          #expect(finding.message.hasSuffix(".") && !finding.fix.isEmpty && !finding.reason.isEmpty)
        }
      }
      for example in check.good {
        let found = bench.findings(example).filter { $0.check == check.id }
        #expect(found.isEmpty, "\(check.id) is set off by: \(example.answers) \(found.map(\.message))")
      }
    }
  }

  @Test("ids are unique and plain, and every check says in full sentences why it matters and what to do")
  func descriptions() throws {
    let all = try ExampleBench().checks.all.map(\.about)
    #expect(Set(all.map(\.id)).count == all.count)
    for about in all {
      #expect(about.id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) })
      #expect(about.why.hasSuffix(".") && about.fix.hasSuffix("."), "\(about.id)")
      #expect(!about.title.isEmpty && !about.title.hasSuffix("."), "\(about.id)")
    }
  }
}
