/// A search that is ready to be made in any number of texts.
///
/// Plain text is found whatever its quotes, hyphens and spaces look like: a straight quote finds a curly one,
/// a hyphen one that does not break, a space a line break within a paragraph. Capitals matter once one
/// is typed.
///
/// Limitations: letters are compared by code point, so `é` written as one finds no `é` written as two.
package struct TextSearch: Sendable {
  private let query: SearchQuery
  private let pattern: SearchPattern?
  /// The plain query, folded.
  private let wanted: [Unicode.Scalar]
  private let mindsCase: Bool

  /// - Throws: ``SearchFault`` for a pattern that cannot be read.
  package init(_ query: SearchQuery) throws(SearchFault) {
    self.query = query
    mindsCase = query.mindsCase
    if query.isPattern {
      pattern = query.text.isEmpty ? nil : try SearchPattern(query.text, mindsCase: mindsCase)
      wanted = []
    } else {
      pattern = nil
      let mindsCase = mindsCase
      wanted = query.text.unicodeScalars.map { Self.folded($0, mindsCase: mindsCase) }
    }
  }

  /// Every match in `text`, in order, none overlapping another.
  ///
  /// - Throws: ``SearchFault`` when the budget is used up.
  /// - Complexity: O(*n* · *m*) in the lengths of the text and the query; close to O(*n*) for plain text.
  package func matches(in text: String, budget: inout SearchBudget) throws(SearchFault) -> [TextMatch] {
    guard !text.isEmpty, budget.matches > 0 else { return [] }
    let found: [TextMatch]
    if let pattern {
      found = try patternMatches(of: pattern, in: text, budget: &budget)
    } else if wanted.isEmpty {
      return []
    } else {
      found = try plainMatches(in: text, budget: &budget)
    }
    budget.matches -= found.count
    return found
  }

  /// What a match is replaced by: `replacement` as it is, or for a pattern with `$1` as what its first
  /// group found, `$0` as the whole match and `$$` as the sign.
  ///
  /// - Throws: ``SearchFault`` for a group that the pattern does not have.
  package func replacement(_ replacement: String, for match: TextMatch, in text: String) throws(SearchFault)
    -> String
  {
    guard let pattern else { return replacement }
    var result = ""
    var rest = Substring(replacement)
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      if rest.first == "$" {
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(2)
      guard let number = Int(digits) else {
        result += "$"
        continue
      }
      guard number <= pattern.groupCount else {
        throw SearchFault("The pattern has \(pattern.groupCount) groups in brackets, so $\(number) is none.")
      }
      rest = rest.dropFirst(digits.count)
      let range = number == 0 ? match.range : match.groups[number - 1]
      if let range { result += text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound) }
    }
    return result + rest
  }

  private func plainMatches(in text: String, budget: inout SearchBudget) throws(SearchFault) -> [TextMatch] {
    let scalars = text.unicodeScalars
    try budget.take(scalars.count / 16 + 1)
    var found: [TextMatch] = []
    var index = scalars.startIndex
    var offset = 0
    while index < scalars.endIndex {
      if let end = end(of: index, in: scalars), isWhole(index..<end, in: scalars) {
        let length = scalars[index..<end].reduce(0) { $0 + UTF8.width($1) }
        found.append(TextMatch(range: offset..<(offset + length)))
        if found.count == budget.matches { break }
        (index, offset) = (end, offset + length)
      } else {
        offset += UTF8.width(scalars[index])
        index = scalars.index(after: index)
      }
    }
    return found
  }

  /// Where the words end that are wanted, if they stand at `start`.
  private func end(of start: String.Index, in scalars: String.UnicodeScalarView) -> String.Index? {
    var index = start
    for scalar in wanted {
      guard index < scalars.endIndex, Self.folded(scalars[index], mindsCase: mindsCase) == scalar else {
        return nil
      }
      index = scalars.index(after: index)
    }
    return index
  }

  /// Whether a match cuts no letter from its mark and, where asked for, no word.
  private func isWhole(_ range: Range<String.Index>, in scalars: String.UnicodeScalarView) -> Bool {
    if range.upperBound < scalars.endIndex, scalars[range.upperBound].properties.isGraphemeExtend {
      return false
    }
    guard query.wholeWords else { return true }
    let startsInWord =
      range.lowerBound > scalars.startIndex
      && TextStep.isWord(scalars[scalars.index(before: range.lowerBound)])
      && TextStep.isWord(scalars[range.lowerBound])
    let endsInWord =
      range.upperBound < scalars.endIndex && TextStep.isWord(scalars[range.upperBound])
      && TextStep.isWord(scalars[scalars.index(before: range.upperBound)])
    return !startsInWord && !endsInWord
  }

  private func patternMatches(
    of pattern: SearchPattern, in text: String, budget: inout SearchBudget
  ) throws(SearchFault) -> [TextMatch] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var machine = SearchMachine(pattern, scalars: scalars)
    var found: [TextMatch] = []
    var start = 0
    while start < scalars.count, found.count < budget.matches {
      guard let saved = try machine.firstMatch(from: start, budget: &budget) else { break }
      start = saved[1]
      guard !query.wholeWords || isWhole(saved[0]..<saved[1], in: scalars) else { continue }
      let groups = (1..<max(1, saved.count / 2)).map { group -> Range<Int>? in
        guard saved[2 * group] >= 0, saved[2 * group + 1] >= 0 else { return nil }
        return offsets[saved[2 * group]]..<offsets[saved[2 * group + 1]]
      }
      found.append(TextMatch(range: offsets[saved[0]]..<offsets[saved[1]], groups: groups))
    }
    return found
  }

  private func isWhole(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let startsInWord =
      range.lowerBound > 0 && TextStep.isWord(scalars[range.lowerBound - 1])
      && TextStep.isWord(scalars[range.lowerBound])
    let endsInWord =
      range.upperBound < scalars.count && TextStep.isWord(scalars[range.upperBound])
      && TextStep.isWord(scalars[range.upperBound - 1])
    return !startsInWord && !endsInWord
  }

  /// The scalar as it is compared.
  private static func folded(_ scalar: Unicode.Scalar, mindsCase: Bool) -> Unicode.Scalar {
    if scalar.isASCII {
      switch scalar {
      case "A"..."Z": return mindsCase ? scalar : Unicode.Scalar(UInt8(scalar.value) | 0x20)
      case "\n", "\t": return " "
      default: return scalar
      }
    }
    switch scalar {
    case "\u{2018}", "\u{2019}": return "'"
    case "\u{201C}", "\u{201D}": return "\""
    case "\u{2010}", "\u{2011}": return "-"
    case "\u{A0}", "\u{202F}": return " "
    default: break
    }
    guard !mindsCase else { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower[lower.startIndex] : scalar
  }
}
