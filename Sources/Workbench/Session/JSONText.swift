import Foundation

/// The JSON that reports print: indented, keys in order, so that two runs can be compared line by line.
package enum JSONText {
  /// The document as text, without a line break at its end.
  ///
  /// - Throws: ``JSONRefusal``, for a value that JSON has no form of.
  /// - Complexity: O(*n*) in the document.
  package static func of(_ document: some Encodable) throws(JSONRefusal) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(document), as: UTF8.self)
    } catch {
      throw JSONRefusal(error)
    }
  }
}

/// A report that holds a value JSON has no form of, such as a number that is none.
package struct JSONRefusal: Error, CustomStringConvertible {
  /// Where the value stands, such as `questions.0.weight`; empty when that is not known.
  package var place: String

  init(_ error: any Error) {
    guard case EncodingError.invalidValue(_, let context) = error else {
      place = ""
      return
    }
    place = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }

  /// One sentence with the way out, safe to print.
  package var description: String {
    "The report cannot be written as JSON\(place.isEmpty ? "" : ": \(place) is no value that JSON has")."
      + " Print it as text, and mend what stands there."
  }
}
