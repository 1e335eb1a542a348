import BidAnalysis
import BidModel
import Foundation

/// A sentence as it stands in a JSON Lines file, with its labels if it has any.
package struct AnalyseLine: Decodable {
  package var id: String
  /// The title or the key of the part of the answer: what it says is weighed.
  package var part: String?

  /// The template's key of the part: `our-role` for "Our Role".
  package var partKey: String? { part.map { $0.lowercased().split(separator: " ").joined(separator: "-") } }
  /// Sentences of one paragraph share it and stand in order; `nil` for a sentence that stands alone.
  package var paragraph: String?
  package var text: String
  package var themes: [String]?
  package var signals: [String]?
  package var chain: [String]?
  package var pitfall: String?

  /// The labels of the line.
  package var labels: SentenceLabels {
    var labels: Set<SentenceLabels.Label> = []
    for name in themes ?? [] { labels.insert(.init(.themes, name)) }
    for name in signals ?? [] { labels.insert(.init(.signals, name)) }
    for name in chain ?? [] { labels.insert(.init(.chain, name)) }
    if let pitfall { labels.insert(.init(.pitfalls, pitfall)) }
    return SentenceLabels(labels)
  }

  /// Why a line was refused.
  package struct Refusal: Error, CustomStringConvertible {
    package var source: String
    package var line: Int
    package var reason: String

    package var description: String { "\(source):\(line): \(reason)." }
  }

  /// The objects of `data`, one a line; empty lines are passed over.
  ///
  /// - Throws: ``Refusal`` with the number of the first line that is no such object.
  package static func lines(of data: Data, source: String) throws(Refusal) -> [(
    number: Int, line: AnalyseLine
  )] {
    let (lines, refusals) = readable(in: data, source: source)
    if let first = refusals.first { throw first }
    return lines
  }

  /// The texts of objects of which nothing but `text` is asked.
  ///
  /// - Throws: ``Refusal`` with the number of the first line that is no such object.
  package static func texts(of data: Data, source: String) throws(Refusal) -> [String] {
    struct Text: Decodable { var text: String }
    let found: Objects<Text> = objects(of: data, source: source)
    if let first = found.refusals.first { throw first }
    return found.lines.map(\.line.text)
  }

  /// The objects of `data`, one a line, and the lines that are no such objects.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func readable(in data: Data, source: String) -> Objects<AnalyseLine> {
    objects(of: data, source: source)
  }

  /// Objects with the numbers of their lines, from 1, and the lines that could not be read.
  typealias Objects<Object> = (lines: [(number: Int, line: Object)], refusals: [Refusal])

  private static func objects<Object: Decodable>(of data: Data, source: String) -> Objects<Object> {
    let decoder = JSONDecoder()
    var lines: [(number: Int, line: Object)] = []
    var refusals: [Refusal] = []
    for (index, bytes) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      do {
        lines.append((index + 1, try decoder.decode(Object.self, from: Data(bytes))))
      } catch {
        refusals.append(Refusal(source: source, line: index + 1, reason: reason(error)))
      }
    }
    return (lines, refusals)
  }

  /// The lines, those of one paragraph together.
  package static func paragraphs(of lines: [AnalyseLine]) -> [ArraySlice<AnalyseLine>] {
    var paragraphs: [ArraySlice<AnalyseLine>] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, let paragraph = lines[start].paragraph, lines[end].paragraph == paragraph {
        end += 1
      }
      paragraphs.append(lines[start..<end])
      start = end
    }
    return paragraphs
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the object has no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.last.map { "\"\($0.stringValue)\" is not what it should be" }
        ?? "this is not an object of JSON"
    default: "this is not an object of JSON"
    }
  }
}

extension BlockReader {
  /// Reads the sentences of a file; neighbours of one paragraph are read together.
  ///
  /// - Returns: One reading for each line, in order.
  /// - Complexity: O(*n*) in the length of the sentences.
  package func readings(of lines: [AnalyseLine]) -> [SentenceReading] {
    AnalyseLine.paragraphs(of: lines).flatMap { read(sentences: $0.map(\.text), part: $0.first?.partKey) }
  }
}
