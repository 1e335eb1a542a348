import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold evaluate`
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the reading with labels: precision, recall and F1, misses and false alarms.",
    discussion: """
      Example: fivefold evaluate Tests/Gold/tune.jsonl --format json
      Each line is an object as for ‘analyse’ with the labels "themes", "signals", "chain" and "pitfall". A \
      sentence's document is its id up to the first hyphen; intervals are 95%, by drawing documents anew. Exits 2 \
      when a line is no such object or names a label that is not known.
      """)

  @Argument(help: "A JSON Lines file with labels.")
  var file: String

  @Option(help: "text or json.")
  var format: ReportFormat = .text

  @Flag(help: "Leave out the lists of misses and false alarms.")
  var quiet = false

  @OptionGroup var weighing: WeighingOptions

  @OptionGroup var lens: LensOptions

  func run() throws {
    let reader = try lens.reader(weighs: weighing.weighs)
    let lines = try CommandFailure.catching { try AnalyseLine.lines(of: contents(), source: file) }
    let labels = SentenceLabels.all(themes: reader.themes)
    for (number, line) in lines {
      guard let unknown = line.labels.labels.subtracting(labels).min() else { continue }
      throw CommandFailure.say(
        "\(file):\(number): \"\(unknown.name)\" is no label of \(unknown.group.rawValue).", code: 2)
    }
    var evaluation = Evaluation(labels: labels)
    for (line, reading) in zip(lines.map(\.line), reader.readings(of: lines.map(\.line))) {
      evaluation.add(
        id: line.id, text: line.text, wanted: line.labels,
        given: SentenceLabels(reading, themes: reader.themes))
    }
    let report = EvaluationReport(evaluation, listsFaults: !quiet)
    print(format == .json ? try report.json() : report.text())
  }

  private func contents() throws -> Data {
    let files = LocalFileSystem()
    return Data(try FileReader(files: files).read(file, limit: 64 << 20).bytes)
  }
}
