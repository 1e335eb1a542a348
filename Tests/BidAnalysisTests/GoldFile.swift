import BidAnalysis
import BidModel
import Foundation

/// A labelled file of `Tests/Gold`.
struct GoldFile {
  var sentences: [Sentence]

  /// A sentence with its labels.
  struct Sentence: Decodable {
    var id: String
    var paragraph: String
    var part: String
    var text: String
    var themes: [String]
    var signals: [String]
    var chain: [String]
    var pitfall: String?

    /// The labels, each in its group.
    var labels: SentenceLabels {
      var labels = Set(themes.map { SentenceLabels.Label(.themes, $0) })
      labels.formUnion(signals.map { .init(.signals, $0) })
      labels.formUnion(chain.map { .init(.chain, $0) })
      if let pitfall { labels.insert(.init(.pitfalls, pitfall)) }
      return SentenceLabels(labels)
    }
  }

  init(_ name: String) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: tests.appendingPathComponent("Gold/\(name)"))
    sentences = try data.split(separator: 0x0A).map {
      try JSONDecoder().decode(Sentence.self, from: Data($0))
    }
  }

  /// The sentences, paragraph by paragraph.
  var paragraphs: [[Sentence]] {
    sentences.reduce(into: []) { paragraphs, sentence in
      if paragraphs.last?.last?.paragraph == sentence.paragraph {
        paragraphs[paragraphs.count - 1].append(sentence)
      } else {
        paragraphs.append([sentence])
      }
    }
  }

  /// The template's key of the part that a paragraph stands in.
  private func part(of paragraph: [Sentence]) -> String? {
    paragraph.first?.part.lowercased().split(separator: " ").joined(separator: "-")
  }

  /// What `reader` makes of the file.
  func evaluation(by reader: BlockReader) -> Evaluation {
    var evaluation = Evaluation(labels: SentenceLabels.all(themes: reader.themes))
    for paragraph in paragraphs {
      for (sentence, reading) in zip(
        paragraph, reader.read(sentences: paragraph.map(\.text), part: part(of: paragraph)))
      {
        evaluation.add(
          id: sentence.id, text: sentence.text, wanted: sentence.labels,
          given: SentenceLabels(reading, themes: reader.themes))
      }
    }
    return evaluation
  }
}
