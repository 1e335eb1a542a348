import BidAnalysis
import Foundation
import Workbench

/// An evaluation as it is printed.
struct EvaluationReport: Encodable {
  var sentences: Int
  var documents: Int
  var groups: [Group]
  var misses: [Fault]?
  var falseAlarms: [Fault]?

  /// A group of labels.
  struct Group: Encodable {
    var name: String
    var micro: Score
    var macroF1: Double
    var labels: [Score]
  }

  /// How one label, or a group's labels together, did.
  struct Score: Encodable {
    var name: String
    var precision: Double
    var recall: Double
    var f1: Double
    /// The 95% interval of `f1`.
    var low: Double
    var high: Double
    /// How often it is wanted.
    var support: Int

    init(_ name: String, _ tally: Tally, _ interval: ClosedRange<Double>) {
      self.name = name
      precision = Self.rounded(tally.precision)
      recall = Self.rounded(tally.recall)
      f1 = Self.rounded(tally.f1)
      low = Self.rounded(interval.lowerBound)
      high = Self.rounded(interval.upperBound)
      support = tally.support
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
  }

  /// A label that differs.
  struct Fault: Encodable {
    var label: String
    var id: String
    var text: String

    init(_ fault: Evaluation.Fault) {
      label = fault.label.name
      id = fault.id
      text = fault.text
    }
  }

  init(_ evaluation: Evaluation, listsFaults: Bool) {
    sentences = evaluation.sentenceCount
    documents = evaluation.documentCount
    let tallies = evaluation.tallies()
    let intervals = evaluation.intervals()
    groups = SentenceLabels.Group.allCases.enumerated().map { place, group in
      let indices = evaluation.labels.indices.filter { evaluation.labels[$0].group == group }
      return Group(
        name: group.rawValue, micro: Score("micro", evaluation.micro(group), intervals.groups[place]),
        macroF1: Score.rounded(evaluation.macro(group)),
        labels: indices.map { Score(evaluation.labels[$0].name, tallies[$0], intervals.labels[$0]) })
    }
    if listsFaults {
      let sorted = { (faults: [Evaluation.Fault]) in
        evaluation.labels.flatMap { label in faults.filter { $0.label == label }.map(Fault.init) }
      }
      misses = sorted(evaluation.misses)
      falseAlarms = sorted(evaluation.falseAlarms)
    }
  }

  /// The report as JSON, keys in order.
  func json() throws(JSONRefusal) -> String { try JSONText.of(self) }

  /// The report as a table, then the lists.
  func text() -> String {
    var lines = [
      "\(sentences) sentences of \(documents) documents", Self.row("", ["P", "R", "F1", "95%", "", "n"]),
    ]
    for group in groups {
      lines.append(group.name)
      for score in group.labels + [group.micro] {
        let numbers = [score.precision, score.recall, score.f1, score.low, score.high].map(Self.decimal)
        lines.append(Self.row("  " + score.name, numbers + ["\(score.support)"]))
      }
      lines.append(Self.row("  macro", ["", "", Self.decimal(group.macroF1)]))
    }
    for (title, faults) in [("Missed", misses), ("False alarms", falseAlarms)] {
      guard let faults else { continue }
      lines += ["", "\(title): \(faults.count)"]
      lines += faults.map { "  \($0.label)  \($0.id)  \($0.text)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(1000 + thousandths % 1000)".dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }

  private static func row(_ name: String, _ columns: [String]) -> String {
    let cells = columns.map { String(repeating: " ", count: max(0, 7 - $0.count)) + $0 }
    let padded = name + String(repeating: " ", count: max(0, 24 - name.count)) + cells.joined()
    return String(padded.reversed().drop { $0 == " " }.reversed())
  }
}
