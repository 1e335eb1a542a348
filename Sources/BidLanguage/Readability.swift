/// How hard a text is to read, by the two measures that word processors show.
///
/// Ease is R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948): 60 and more is plain
/// English, below 30 academic. Grade is J. P. Kincaid and others, Research Branch Report 8-75 (1975): years of
/// schooling. Both know nothing but the length of sentences and words.
///
/// Limitations: syllables are estimated from spelling, right for about nine words in ten; the terms of health
/// and care are long whatever one does, so the figures compare drafts of one text, not texts. Information
/// only: no check is made of it.
package struct Readability: Hashable, Sendable {
  /// Words that are spelled with letters.
  package var words = 0
  package var sentences = 0
  package var syllables = 0

  package init() {}

  /// Flesch's reading ease; `nil` for a text without a word.
  package var ease: Double? {
    guard words > 0, sentences > 0 else { return nil }
    return 206.835 - 1.015 * wordsPerSentence - 84.6 * Double(syllables) / Double(words)
  }

  /// Flesch and Kincaid's grade; `nil` for a text without a word.
  package var grade: Double? {
    guard words > 0, sentences > 0 else { return nil }
    return 0.39 * wordsPerSentence + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  private var wordsPerSentence: Double { Double(words) / Double(sentences) }

  /// Adds one sentence.
  ///
  /// - Returns: How many words it has, numbers included.
  /// - Complexity: O(*n*) in the length of the sentence.
  @discardableResult
  package mutating func add(sentence: String) -> Int {
    let tokens = Tokenizer().tokens(in: sentence)
    guard !tokens.isEmpty else { return 0 }
    sentences += 1
    let bytes = Array(sentence.utf8)
    for token in tokens where token.kind == .word {
      words += 1
      syllables += Self.syllables(in: String(decoding: bytes[token.range], as: UTF8.self))
    }
    return tokens.count
  }

  /// The two together.
  package static func + (left: Readability, right: Readability) -> Readability {
    var sum = left
    sum.words += right.words
    sum.sentences += right.sentences
    sum.syllables += right.syllables
    return sum
  }

  /// About how many syllables `word` has, one at least: its groups of vowels, less a silent ending. Of an acronym,
  /// one for each letter.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  package static func syllables(in word: String) -> Int {
    let letters = word.filter(\.isLetter)
    if letters.count > 1, letters.count <= 5, letters.allSatisfy(\.isUppercase) { return letters.count }
    let small = Array(letters.lowercased())
    let isVowel = small.map { "aeiouyáéíóúàèâêîôûäëïöü".contains($0) }
    var count = isVowel.indices.count { isVowel[$0] && ($0 == 0 || !isVowel[$0 - 1]) }
    // Two vowels that are said apart: "area", "patient", "creation".
    for index in small.indices.dropLast() where isVowel[index] && isVowel[index + 1] {
      let pair = String(small[index...(index + 1)])
      if ["ia", "io", "ua", "iu"].contains(pair) && !softens(small, before: index) { count += 1 }
    }
    if endsSilently(small, isVowel) { count -= 1 }
    return max(1, count)
  }

  /// Whether the vowel at `index` only softens or hardens the letter before it: "station", "special", "guard".
  private static func softens(_ letters: [Character], before index: Int) -> Bool {
    guard index > 0 else { return false }
    return (letters[index] == "i" ? "tscxg" : "gq").contains(letters[index - 1])
  }

  private static func endsSilently(_ letters: [Character], _ isVowel: [Bool]) -> Bool {
    let count = letters.count
    guard count > 2 else { return false }
    if letters[count - 1] == "e" {
      // "people" keeps its last syllable, "whole" does not.
      let isSyllabic = letters[count - 2] == "l" && !isVowel[count - 3]
      return !isVowel[count - 2] && !isSyllabic
    }
    guard count > 3, letters[count - 2] == "e" else { return false }
    let before = letters[count - 3]
    if letters[count - 1] == "d" { return !isVowel[count - 3] && before != "t" && before != "d" }
    return letters[count - 1] == "s" && !isVowel[count - 3] && !"sxzcg".contains(before)
      && !(before == "h" && "cs".contains(letters[count - 4]))
  }
}
