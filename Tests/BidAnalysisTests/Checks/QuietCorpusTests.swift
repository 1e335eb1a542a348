import BidAnalysis
import BidModel
import BidTestSupport
import Testing

/// Good prose is left in peace: a check that cries wolf is switched off, and finds nothing then.
@Suite("Quiet corpus")
struct QuietCorpusTests {
  /// The answers of `Tests/Gold/quiet.md`.
  private static func answers() throws -> [String] {
    let text = String(decoding: try RepositoryFiles.bytes(of: "Tests/Gold/quiet.md"), as: UTF8.self)
    return text.split(separator: "\n## ").dropFirst().map { answer in
      answer.split(separator: "\n\n").dropFirst().joined(separator: "\n\n")
    }
  }

  @Test("warnings and errors are at most one in thirty paragraphs of good prose")
  func rate() throws {
    let answers = try Self.answers()
    let paragraphs = answers.map { $0.split(separator: "\n\n").count }.reduce(0, +)
    #expect(paragraphs >= 60)
    var example = CheckExample("")
    example.answers = answers
    let found = try ExampleBench(weighs: true).findings(example)
    let loud = found.filter { $0.severity > .advice }
    print(
      "Quiet corpus: \(paragraphs) paragraphs, \(loud.count) warnings and errors, \(found.count - loud.count) advice"
    )
    for finding in found { print("  \(finding.severity.rawValue) \(finding.check): \(finding.message)") }
    #expect(loud.count * 30 <= paragraphs)
  }
}
