import BidModel

/// The box that offers other spellings for the misspelt word that is selected.
package struct SpellingBox: Hashable, Sendable {
  /// The word as it stands in the text.
  package var word: String
  var answer: AnswerID
  var block: BlockID
  /// UTF-8 bytes of the block's text.
  var range: Range<Int>
  /// The answer's revision when the box opened: an undo since then may have moved the word.
  var revision: Int
  /// How often the word stands in the answer.
  var uses: Int
  /// What may be meant; `nil` while the dictionary is being asked.
  package var suggestions: [String]?
  /// What the writer types instead of choosing.
  package var typed = ""
  package var selected = 0

  /// What would stand in the word's place: what was typed, else the suggestion chosen.
  var correction: String? {
    if !typed.isEmpty { return typed }
    guard let suggestions, suggestions.indices.contains(selected) else { return nil }
    return suggestions[selected]
  }
}
