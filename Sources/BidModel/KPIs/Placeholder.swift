/// A place in the text where a KPI's fact is quoted: `{{family.kpi}}`, with `@scope` and `.form`.
///
/// The scope may stand before or after the form; ``description`` writes it before.
package struct Placeholder: Hashable, Sendable, CustomStringConvertible {
  /// The KPI it quotes.
  package var reference: KPIReference
  /// Which of the fact's values it stands for.
  package var form: Form
  /// Whether the form is written out; a placeholder without one means the value, else the change.
  package var namesForm: Bool

  /// Which side of the fact is quoted.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case value, baseline, change, period, source, sentence
  }

  package init(_ reference: KPIReference, form: Form = .value, namesForm: Bool = false) {
    self.reference = reference
    self.form = form
    self.namesForm = namesForm
  }

  /// Reads what stands between the braces.
  ///
  /// - Returns: `nil` when it is not `family.kpi`, with at most one scope and one form, of letters,
  ///   digits, `_` and `-`.
  package init?(inside text: some StringProtocol) {
    let trimmed = text.trimmingSpaces()
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy(Self.isNameByte) else { return nil }
    let halves = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    var names = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var scope = ""
    if halves.count == 2 {
      let after = halves[1].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard after.count <= 2, names.count + after.count <= 4 else { return nil }
      scope = after[0]
      guard !scope.isEmpty else { return nil }
      names += after.dropFirst()
    }
    guard (2...3).contains(names.count), !names.contains("") else { return nil }
    var form: Form?
    if names.count == 3 {
      guard let named = Form(rawValue: names[2]) else { return nil }
      form = named
    }
    self.init(
      KPIReference("\(names[0]).\(names[1])", scope: scope), form: form ?? .value,
      namesForm: form != nil)
  }

  /// As it is written between the braces.
  package var description: String {
    namesForm ? "\(reference).\(form.rawValue)" : reference.description
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@"): true
    default: false
    }
  }
}

/// A pair of braces found in a text.
package struct PlaceholderMatch: Hashable, Sendable {
  /// UTF-8 bytes of the text, braces included.
  package var range: Range<Int>
  /// `nil` when what stands between the braces is not a placeholder's name.
  package var placeholder: Placeholder?
  /// The words between the braces, as written.
  package var inside: String
}

extension Placeholder {
  /// Finds the placeholders of `text`: `{{ … }}` on one line, unless a backslash stands before it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func matches(in text: String) -> [PlaceholderMatch] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [PlaceholderMatch] = []
      var index = 0
      while index + 3 < bytes.count {
        guard bytes[index] == openBrace, bytes[index + 1] == openBrace else {
          index += 1
          continue
        }
        let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
        guard !isEscaped, let end = closing(in: bytes, after: index + 2) else {
          index += 1
          continue
        }
        let inside = String(decoding: bytes[(index + 2)..<(end - 2)], as: UTF8.self)
        found.append(
          PlaceholderMatch(
            range: index..<end, placeholder: Placeholder(inside: inside), inside: inside))
        index = end
      }
      return found
    }
  }

  /// The end of the pair that opened just before `start`: within the line, at most 200 bytes on, and
  /// before another pair opens.
  private static func closing(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int? {
    let limit = Swift.min(bytes.count - 1, start + 200)
    var index = start
    while index < limit {
      switch bytes[index] {
      case closeBrace where bytes[index + 1] == closeBrace: return index + 2
      case 0x0A, openBrace: return nil
      default: index += 1
      }
    }
    return nil
  }

  private static let openBrace = UInt8(ascii: "{")
  private static let closeBrace = UInt8(ascii: "}")
}
