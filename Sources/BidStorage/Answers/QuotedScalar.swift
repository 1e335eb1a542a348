import BidModel

/// Values in quotes and lists in brackets, as YAML writes them on one line.
enum QuotedScalar {
  /// What reading a quoted value came to.
  enum Reading: Equatable {
    case value(String, comment: String)
    /// The closing quote is missing.
    case unclosed
    /// Something other than a comment follows, or an escape is unknown.
    case broken
  }

  /// Reads `text`, which begins with its quote.
  static func read(_ text: String) -> Reading {
    let scalars = Array(text.unicodeScalars)
    guard let quote = scalars.first else { return .broken }
    var value = String.UnicodeScalarView()
    var place = 1
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == quote {
        if quote == "'", place < scalars.count, scalars[place] == "'" {
          value.append(quote)
          place += 1
          continue
        }
        return ending(Array(scalars[place...]), value: String(value))
      }
      guard quote == "\"", scalar == "\\" else {
        value.append(scalar)
        continue
      }
      guard place < scalars.count else { return .unclosed }
      guard let escaped = escape(scalars, &place) else { return .broken }
      value.append(escaped)
    }
    return .unclosed
  }

  /// The items of `[a, 'b', "c"]` with `, ` between; `nil` for anything else, or when an item holds a
  /// comma of its own.
  static func list(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") else { return nil }
    let inside = text.dropFirst().dropLast()
    guard !inside.utf8.contains(where: { "[]{}\\".utf8.contains($0) }) else { return nil }
    var items: [String] = []
    for piece in inside.split(separator: ",") {
      let item = piece.trimmingSpaces()
      guard let first = item.first, first == "\"" || first == "'" else {
        items.append(item)
        continue
      }
      guard case .value(let value, "") = read(item) else { return nil }
      items.append(value)
    }
    return items.joined(separator: ", ")
  }

  /// `text` between double quotes, with escapes for quotes, backslashes and what shows no sign.
  static func write(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      case _ where isHidden(scalar):
        let digits = String(scalar.value, radix: 16)
        written += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// Control characters and Unicode's line separators, which YAML readers take for line ends.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: scalar != "\t" && scalar != "\n"
    default: false
    }
  }

  private static func ending(_ rest: [Unicode.Scalar], value: String) -> Reading {
    var text = ""
    text.unicodeScalars.append(contentsOf: rest)
    let (words, comment) = FrontMatterScanner.splitComment(text)
    let isComment = comment.isEmpty || text.utf8.first != UInt8(ascii: "#")
    return words.trimmingSpaces().isEmpty && isComment ? .value(value, comment: comment) : .broken
  }

  private static func escape(_ scalars: [Unicode.Scalar], _ place: inout Int) -> Unicode.Scalar? {
    let mark = scalars[place]
    place += 1
    if let simple = escapes[mark] { return simple }
    let digits: Int
    switch mark {
    case "x": digits = 2
    case "u": digits = 4
    case "U": digits = 8
    default: return nil
    }
    guard place + digits <= scalars.count else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[place..<place + digits])
    place += digits
    return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\\": "\\", "/": "/", " ": " ", "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t",
    "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r", "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}",
    "L": "\u{2028}", "P": "\u{2029}",
  ]
}
