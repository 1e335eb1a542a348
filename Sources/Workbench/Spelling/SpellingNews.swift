import BidLanguage

/// What the spelling worker has to say to the loop.
package enum SpellingNews: Hashable, Sendable {
  /// The dictionary is there; or why it is not, in one sentence.
  case loaded(SpellingVocabulary, missing: String?)
  /// What is misspelt of each word: nothing, or UTF-8 ranges of it.
  case checked([String: [Range<Int>]])
  /// What may be meant by a word, the likeliest first.
  case suggestions(String, [String])
  /// What a word can mean; `nil` without a thesaurus.
  case meanings(String, [Thesaurus.Meaning]?)
}

/// What the workbench asks of the spelling desk.
package enum SpellingRequest: Hashable, Sendable {
  case suggest(String)
  case meanings(String)
  /// Add a word to the workspace's `words.txt`.
  case add(String)
}
