import Foundation

/// The JSON that reports print: indented, keys in order, so that two runs can be compared line by line.
package enum JSONText {
  /// The document as text, without a line break at its end.
  ///
  /// - Throws: What the encoder throws, for a value that JSON has no form of.
  package static func of(_ document: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
