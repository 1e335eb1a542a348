/// Better words of a reviewer, who read figures, with the placeholders of the quoted words put back.
///
/// A figure is put back where the suggestion holds the very words that the placeholder stands for, as often as the
/// quoted words held it or less. It is left as it is typed, and told, where that cannot be decided: the figure
/// stands there more often, two placeholders stand for it, or it is a bare number beside other words than before.
///
/// Limitations: a figure that the register has changed since the reviewer read it is not known again; it is told
/// as one that is no longer quoted.
package struct SuggestedWords: Hashable, Sendable {
  /// The words to put into the text.
  package private(set) var text: String
  /// Figures that the quoted words were tied to the register for, and these are not.
  package private(set) var lost: [Lost] = []

  /// A figure that is tied to the register no more.
  package struct Lost: Hashable, Sendable {
    /// With its braces.
    package var placeholder: String
    /// What it stands for.
    package var value: String
    /// Whether the suggestion holds the value as plain words.
    package var isPlain: Bool
  }

  /// - Parameters:
  ///   - suggestion: As the reviewer typed it.
  ///   - quotes: The words that it takes the place of, as they are written.
  /// - Complexity: O(*n* · *m*) in the length of the suggestion and the placeholders of the quotes.
  package init(_ suggestion: String, replacing quotes: [String], values: KPIValues) {
    text = suggestion
    var quoted = quotes.flatMap { Quoted.all(in: $0, values: values) }
    let kept = Placeholder.matches(in: suggestion)
    for match in kept {
      if let index = quoted.firstIndex(where: { $0.name == match.inside.trimmingSpaces() }) {
        quoted.remove(at: index)
      }
    }
    var taken = kept.map(\.range)
    var puts: [(range: Range<Int>, words: String)] = []
    // The longest first, so that "3" is not found inside "3 h".
    let figures = Set(quoted.map(\.value)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    for value in figures {
      let same = quoted.filter { $0.value == value }
      let places = Self.places(of: value, in: suggestion).filter { place in
        !taken.contains { $0.overlaps(place) }
      }
      let isDecided =
        Set(same.map(\.name)).count == 1 && places.count <= same.count
        && places.allSatisfy { place in same.contains { $0.stands(at: place, of: suggestion) } }
      guard isDecided, !places.isEmpty else {
        for figure in Set(same.map(\.name)).sorted() {
          lost.append(Lost(placeholder: "{{\(figure)}}", value: value, isPlain: !places.isEmpty))
        }
        continue
      }
      taken += places
      puts += places.map { ($0, "{{\(same[0].name)}}") }
    }
    for put in puts.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text = text.bytes(..<put.range.lowerBound) + put.words + text.bytes(put.range.upperBound...)
    }
  }

  /// The bytes of each place where `value` stands by itself, not inside a word or a longer number.
  private static func places(of value: String, in text: String) -> [Range<Int>] {
    let (all, wanted) = (Array(text.utf8), Array(value.utf8))
    guard !wanted.isEmpty, all.count >= wanted.count else { return [] }
    var places: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= all.count {
      let range = start..<start + wanted.count
      if all[range].elementsEqual(wanted), isApart(range, in: all) {
        places.append(range)
        start = range.upperBound
      } else {
        start += 1
      }
    }
    return places
  }

  private static func isApart(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).suffix(2)
    let after = String(decoding: bytes[range.upperBound...], as: UTF8.self).prefix(2)
    let value = String(decoding: bytes[range], as: UTF8.self)
    let isWord = { (sign: Character?) in sign.map { $0.isLetter || $0.isNumber } ?? false }
    let goesOn = { (point: Character?, digit: Character?) in
      point.map { ".,".contains($0) } ?? false && digit?.isNumber == true
    }
    let (start, end) = (value.first, value.last)
    // A sign that is no letter, such as %, needs nothing beside it.
    if isWord(start),
      isWord(before.last) || start?.isNumber == true && goesOn(before.last, before.dropLast().last)
    {
      return false
    }
    return
      !(isWord(end)
      && (isWord(after.first) || end?.isNumber == true && goesOn(after.first, after.dropFirst().first)))
  }
}

/// A placeholder of the quoted words.
private struct Quoted {
  /// What stands between the braces.
  var name: String
  var value: String
  /// The words right before and after it, as submitted; empty at an end.
  var before: String
  var after: String

  static func all(in quote: String, values: KPIValues) -> [Quoted] {
    let rendered = RenderedText(quote, values: values)
    return Placeholder.matches(in: quote).compactMap { match in
      guard let run = rendered.runs.first(where: { $0.source == match.range }) else { return nil }
      let beside = neighbours(of: run.rendered, in: rendered.text)
      return Quoted(
        name: match.inside.trimmingSpaces(),
        value: rendered.text.bytes(run.rendered),
        before: beside.before, after: beside.after)
    }
  }

  /// Whether the figure may stand at `place`: a bare number needs a word of some length beside it
  /// that stood there before: “on” and “of” stand before any.
  func stands(at place: Range<Int>, of text: String) -> Bool {
    guard value.utf8.allSatisfy({ (48...57).contains($0) || [0x2C, 0x2E].contains($0) }) else { return true }
    let beside = Self.neighbours(of: place, in: text)
    return before.count > 3 && beside.before == before || after.count > 3 && beside.after == after
  }

  private static func neighbours(of range: Range<Int>, in text: String) -> (before: String, after: String) {
    let words = { (side: String) in side.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() } }
    return (
      words(text.bytes(..<range.lowerBound)).last ?? "",
      words(text.bytes(range.upperBound...)).first ?? ""
    )
  }
}

extension String {
  /// The words of some of its UTF-8 bytes.
  fileprivate func bytes(_ range: some RangeExpression<Int>) -> String {
    let all = Array(utf8)
    return String(decoding: all[range.relative(to: all)], as: UTF8.self)
  }
}
