import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import Foundation
import Workbench

/// `fivefold analyse`
struct Analyse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read sentences as an evaluator does: themes, signals, chain and pitfalls, with their words.",
    discussion: """
      Example: fivefold analyse --jsonl < sentences.jsonl
      Takes one object a line on standard input, {"id","part","paragraph","text"}, and writes one a line, with the \
      UTF-8 byte ranges and the words that earned each label. Sentences of one paragraph share "paragraph" and stand \
      in order. Exits 2 at the first line that is no such object.
      """)

  @Flag(name: .customLong("jsonl"), help: "JSON Lines in and out, the only format so far.")
  var jsonLines = false

  @OptionGroup var weighing: WeighingOptions

  @OptionGroup var lens: LensOptions

  func validate() throws {
    guard jsonLines else { throw ValidationError("Say --jsonl: JSON Lines is the format read and written.") }
  }

  func run() throws {
    let bytes = try CommandFailure.catching { () throws(StorageError) in try StandardStreams.input() }
    let reader = try lens.reader(weighs: weighing.weighs)
    let lines = try CommandFailure.catching { () throws(AnalyseLine.Refusal) in
      try AnalyseLine.lines(of: Data(bytes), source: "standard input")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for (line, reading) in zip(lines.map(\.line), reader.readings(of: lines.map(\.line))) {
      print(
        String(decoding: try encoder.encode(AnalysedSentence(line, reading, reader.themes)), as: UTF8.self))
    }
  }
}

/// Which themes and which language sentences are read with.
struct LensOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The theme set.", valueName: "id"))
  var themes = "ics-scoring"

  @Option(help: ArgumentHelp("The language of signals.", valueName: "id"))
  var signals = "tender-english"

  @OptionGroup var options: SharedOptions

  /// The reader of the theme set and the language, as they are found from the folder one stands in.
  ///
  /// - Parameters:
  ///   - weighs: Whether the weights that the language names have a say beside the patterns.
  ///   - learnsStems: Whether it is to learn weights.
  func reader(weighs: Bool, learnsStems: Bool = false) throws -> BlockReader {
    try CommandFailure.catching { () throws(StorageError) in
      let library = options.surroundings.library(workspace: nil)
      let language = try library.signalLexicon(signals)
      return BlockReader(
        themes: try library.themeSet(themes), signals: language,
        weights: weighs ? try library.labelWeights(of: language) : nil,
        learnsStems: learnsStems)
    }
  }
}

/// Whether sentences are read with weights.
struct WeighingOptions: ParsableArguments {
  @Flag(help: "Let the patterns decide alone, without the weights that the language names.")
  var patternsOnly = false

  /// Whether the weights have a say.
  var weighs: Bool { !patternsOnly }
}

/// What is written for a sentence.
struct AnalysedSentence: Encodable {
  var id: String
  var themes: [String]
  var signals: [String]
  var chain: [String]
  var pitfall: String?
  var spans: [Span]

  /// The words that earned a label.
  struct Span: Encodable {
    var label: String
    /// UTF-8 bytes of the sentence.
    var start: Int
    var end: Int
    var words: String
  }

  init(_ line: AnalyseLine, _ reading: SentenceReading, _ set: ThemeSet) {
    let bytes = Array(line.text.utf8)
    let given = SentenceLabels(reading, themes: set).labels
    let names = { (group: SentenceLabels.Group) in
      SentenceLabels.all(themes: set).filter { $0.group == group && given.contains($0) }.map(\.name)
    }
    id = line.id
    themes = names(.themes)
    signals = names(.signals)
    chain = names(.chain)
    pitfall = names(.pitfalls).first
    spans = []
    func add(_ label: String, _ ranges: [Range<Int>]) {
      for range in ranges {
        // What is taken from the sentence before has its words there.
        let own = range.clamped(to: 0..<bytes.count)
        let words = String(decoding: bytes[own], as: UTF8.self)
        spans.append(Span(label: label, start: own.lowerBound, end: own.upperBound, words: words))
      }
    }
    for hit in reading.themes { add(set.themes[hit.theme].key, hit.spans) }
    for hit in reading.signals { add(hit.signal.rawValue, [hit.span]) }
    for hit in reading.chain { add(hit.link.rawValue, hit.spans) }
    if let hit = reading.pitfall { add(hit.pitfall.rawValue, hit.spans) }
  }

  private enum Key: String, CodingKey { case id, themes, signals, chain, pitfall, spans }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(themes, forKey: .themes)
    try container.encode(signals, forKey: .signals)
    try container.encode(chain, forKey: .chain)
    // Written when there is none as well: whoever reads it need not ask for the key.
    try container.encode(pitfall, forKey: .pitfall)
    try container.encode(spans, forKey: .spans)
  }
}
