import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold train`
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn from labelled sentences how words and patterns weigh for each label.",
    discussion: """
      Example: fivefold train Tests/Gold/tune.jsonl our-answers.jsonl --output templates/weights/tender-sentences.yaml
      The files are as for ‘evaluate’. Prints how far weights that were learnt without a document agree with its \
      labels, document by document; with --output it writes the weights learnt from all of them, as a template that \
      the file of signals names under "weights". The same files give the same weights. Exits 2 when a line cannot be read.
      """)

  @Argument(help: "JSON Lines files with labels.")
  var files: [String]

  @Option(help: "Where to write the weights.")
  var output: String?

  @Option(help: "How much the sentences count against simplicity: less makes smaller weights.")
  var strength = 0.6

  @OptionGroup var lens: LensOptions

  func run() throws {
    let reader = try lens.reader(weighs: false, learnsStems: true)
    let labels = SentenceLabels.all(themes: reader.themes)
    var examples: [WeightTrainer.Example] = []
    for file in files {
      let lines = try CommandFailure.catching {
        try AnalyseLine.lines(of: Self.contents(of: file), source: file)
      }
      for paragraph in AnalyseLine.paragraphs(of: lines.map(\.line)) {
        examples += reader.examples(
          paragraph.map(\.text), part: paragraph.first?.partKey,
          document: String(paragraph[paragraph.startIndex].id.prefix { $0 != "-" }),
          labels: paragraph.map { Set($0.labels.labels.map(\.name)) })
      }
    }
    let trainer = WeightTrainer(examples, labels: labels.map(\.name), strength: strength)
    let models = trainer.models()
    print(Self.table(labels, trainer.tallies(models), examples: examples))
    guard let output else { return }
    let id = String((output.split(separator: "/").last ?? "weights").prefix { $0 != "." })
    let text = trainer.weights(
      models, id: id, title: "What words and patterns say for each label", version: "1"
    )
    .yaml(source: "Learnt from \(examples.count) labelled sentences by ‘fivefold train’", day: options.today)
    _ = try CommandFailure.catching { () throws(StorageError) in
      try AtomicWriter(files: options.files, host: options.host)
        .write(Array(text.utf8), to: output, expecting: .anything)
    }
  }

  private var options: Surroundings { lens.options.surroundings }

  private static func contents(of file: String) throws -> Data {
    Data(try FileReader(files: LocalFileSystem()).read(file, limit: 64 << 20).bytes)
  }

  /// Precision, recall and F1 of each label and of each group, of documents left out.
  private static func table(
    _ labels: [SentenceLabels.Label], _ tallies: [Tally], examples: [WeightTrainer.Example]
  ) -> String {
    func line(_ name: String, _ tally: Tally) -> String {
      let figures = [tally.precision, tally.recall, tally.f1].map { String(format: "%.3f", $0) }
      return "  " + name.padding(toLength: 22, withPad: " ", startingAt: 0)
        + figures.joined(separator: "  ") + "  " + String(tally.support)
    }
    var lines = [
      "\(examples.count) sentences of \(Set(examples.map(\.document)).count) documents; each read with weights "
        + "learnt without it",
      "                           P      R     F1      n",
    ]
    for group in SentenceLabels.Group.allCases {
      lines.append(group.rawValue)
      var micro = Tally()
      for (label, tally) in zip(labels, tallies) where label.group == group {
        lines.append(line(label.name, tally))
        micro += tally
      }
      lines.append(line("micro", micro))
    }
    return lines.joined(separator: "\n")
  }
}
