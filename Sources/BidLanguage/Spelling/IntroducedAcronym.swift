/// An acronym that a text brings in itself: the words, then the short form in brackets.
package struct IntroducedAcronym: Hashable, Sendable {
  package var short: String
  package var long: String
  /// UTF-8 bytes of the short form, its brackets left out.
  package var range: Range<Int>
}

extension IntroducedAcronym {
  /// The acronyms brought in by `text`, in order.
  ///
  /// Before the bracket come as many words as there are letters, their initials the letters in order;
  /// *of*, *and*, *the*, *for*, *to*, *in* may stand between without a letter. A word with a hyphen may
  /// give a letter for each piece, and *multidisciplinary* the M and the D.
  ///
  /// Limitations: an acronym whose letters are not initials is not seen.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func all(in text: String) -> [IntroducedAcronym] {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
    var found: [IntroducedAcronym] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let after = text[text.index(after: open)...]
      let short = after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      rest = after
      guard (2...8).contains(short.count), short.contains(where: \.isUppercase),
        after[short.endIndex...].first == ")", let long = words(before: text[..<open], spelling: short)
      else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: short.startIndex)
      found.append(
        IntroducedAcronym(short: String(short), long: long, range: start..<start + short.utf8.count))
    }
    return found
  }

  /// The words at the end of `text` that `short` stands for.
  private static func words(before text: Substring, spelling short: Substring) -> String? {
    let letters = Array(short.lowercased().filter(\.isLetter))
    var words = text.suffix(160).split(separator: " ").suffix(letters.count + 5).map(String.init)[...]
    var chosen: [String] = []
    var left = letters.count
    while left > 0, let word = words.popLast() {
      // A clause ends before the words that belong to the acronym.
      if let last = word.last, ".;:!?".contains(last) { return nil }
      let used = Self.letters(of: word.lowercased(), endingAt: letters[..<left])
      if used > 0 {
        left -= used
      } else if !small.contains(word.lowercased()) || chosen.isEmpty {
        return nil
      }
      chosen.append(word)
    }
    guard left == 0 else { return nil }
    return chosen.reversed().joined(separator: " ")
  }

  /// How many of the last `letters` are spelt by `word`: its pieces' initials, one, or none.
  private static func letters(of word: String, endingAt letters: ArraySlice<Character>) -> Int {
    let pieces = word.split(separator: "-").compactMap(\.first)
    if pieces.count > 1, letters.suffix(pieces.count).elementsEqual(pieces) { return pieces.count }
    if word.hasPrefix("multidisciplinary"), letters.suffix(2).elementsEqual(["m", "d"]) { return 2 }
    return word.first == letters.last ? 1 : 0
  }

  private static let small: Set<String> = ["of", "and", "the", "for", "to", "in", "&", "with", "or"]
}
