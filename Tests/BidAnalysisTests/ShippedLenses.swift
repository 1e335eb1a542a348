import BidAnalysis
import BidModel
import BidStorage
import Foundation

/// The theme set and lexicon that ship, read as the program reads them.
enum ShippedLenses {
  static func themes() throws -> ThemeSet {
    try ThemeSet(yaml: file("themes/ics-scoring.yaml"), id: "ics-scoring", path: "ics-scoring.yaml")
  }

  static func signals() throws -> SignalLexicon {
    let path = "signals/tender-english.yaml"
    return try SignalLexicon(yaml: file(path), id: "tender-english", path: path)
  }

  /// Decides by patterns alone: what their own tests are about.
  static func reader() throws -> BlockReader { BlockReader(themes: try themes(), signals: try signals()) }

  /// Decides as the program does, by the weights.
  static func judge() throws -> BlockReader {
    let path = "weights/tender-sentences.yaml"
    return BlockReader(
      themes: try themes(), signals: try signals(),
      weights: try LabelWeights(yaml: file(path), id: "tender-sentences", path: path))
  }

  private static func file(_ path: String) throws -> YAMLValue? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = Array(try Data(contentsOf: root.appendingPathComponent("Templates/\(path)")))
    return try StrictYAML.parse(bytes, path: path)
  }
}

extension BlockReader {
  /// Reads a paragraph that quotes no KPI.
  func read(_ text: String) -> BlockReading { read(RenderedText(text, values: KPIValues()), kind: .prose) }

  /// The keys of the themes of a text.
  func themeKeys(_ text: String) -> Set<String> {
    Set(read(text).sentences.flatMap(\.themes).map { themes.themes[$0.theme].key })
  }

  /// The signals of a text.
  func signalNames(_ text: String) -> Set<Signal> {
    Set(read(text).sentences.flatMap(\.signals).map(\.signal))
  }

  /// The marks the last sentence of a text earns for the theme named `key`.
  func marks(_ text: String, for key: String) -> MarkSet {
    let index = themes.index(of: key)
    return read(text).sentences.last?.themes.first { $0.theme == index }?.marks ?? []
  }
}
