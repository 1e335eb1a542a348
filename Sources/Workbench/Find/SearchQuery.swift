/// What is searched for, and how it is read.
package struct SearchQuery: Hashable, Sendable {
  /// What was typed.
  package var text = ""
  /// Whether the text is a pattern rather than the words themselves.
  package var isPattern = false
  /// Whether a match must begin and end where words do.
  package var wholeWords = false

  package init(_ text: String = "", isPattern: Bool = false, wholeWords: Bool = false) {
    self.text = text
    self.isPattern = isPattern
    self.wholeWords = wholeWords
  }

  /// Whether capitals matter: they do as soon as one is typed, an escape such as `\W` left out.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var mindsCase: Bool {
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar.properties.isUppercase { return true }
      isEscaped = isPattern && scalar == "\\" && !isEscaped
    }
    return false
  }
}

/// Where is searched.
package enum SearchScope: String, CaseIterable, Hashable, Sendable {
  case part, answer, bid, workspace

  /// The next one, the first after the last.
  package var next: SearchScope {
    let all = SearchScope.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}

/// Why a search cannot be made, in one sentence.
package struct SearchFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// How much work one search may still do.
///
/// Counted in steps and not in time, so that the same search ends the same way on any machine.
package struct SearchBudget: Hashable, Sendable {
  /// Steps left: a step is one instruction of a pattern at one character.
  package var steps: Int
  /// Matches left; what lies beyond them is not looked for.
  package var matches: Int

  package init(steps: Int = 30_000_000, matches: Int = 10_000) {
    self.steps = steps
    self.matches = matches
  }

  /// Takes `count` steps.
  ///
  /// - Throws: ``SearchFault`` when none are left.
  mutating func take(_ count: Int) throws(SearchFault) {
    steps -= count
    guard steps >= 0 else {
      throw SearchFault("The pattern takes too long on this much text: make it simpler or search a part.")
    }
  }
}

/// A stretch of text that a search found.
package struct TextMatch: Hashable, Sendable {
  /// UTF-8 bytes of the text.
  package var range: Range<Int>
  /// What the groups of a pattern found, the first group first; empty for plain text.
  package var groups: [Range<Int>?] = []
}
