/// Words and characters of a text, by a count rule.
package struct TextCount: Hashable, Sendable {
  /// Words by the rule.
  package var words: Int
  /// Characters by the rule.
  package var characters: Int

  package init(words: Int = 0, characters: Int = 0) {
    self.words = words
    self.characters = characters
  }

  /// Both counts taken together.
  package static func + (left: TextCount, right: TextCount) -> TextCount {
    TextCount(words: left.words + right.words, characters: left.characters + right.characters)
  }

  /// Adds the other count to this one.
  package static func += (left: inout TextCount, right: TextCount) { left = left + right }

  /// The count in `unit`.
  package subscript(unit: CountUnit) -> Int {
    switch unit {
    case .words: words
    case .characters: characters
    }
  }

  /// Both counts, such as `1 word, 7 characters`.
  package var phrase: String {
    "\(CountUnit.words.phrase(words)), \(CountUnit.characters.phrase(characters))"
  }

  /// Counts `text` as it stands.
  ///
  /// A word is what stands between white space, with a letter or a digit or not, as word processors
  /// count; a rule may part words at hyphens as well. A character is a Unicode code point; spaces may
  /// be left out, and a line break costs what the rule says. A portal that counts UTF-16 units counts
  /// an emoji as two, which this does not.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: some StringProtocol, rule: CountRule) {
    self.init()
    var isInWord = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        characters += rule.lineBreakCost
        isInWord = false
      case " ", "\t", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{3000}":
        characters += rule.countsSpaces ? 1 : 0
        isInWord = false
      default:
        characters += 1
        if rule.splitsWordsAtHyphens && (scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}") {
          isInWord = false
        } else if !isInWord {
          words += 1
          isInWord = true
        }
      }
    }
  }
}
