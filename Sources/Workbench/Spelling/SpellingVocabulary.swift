import BidModel

/// Words of the workspace that completion can offer.
package struct SpellingVocabulary: Hashable, Sendable {
  /// What `words.txt` holds, in its order.
  package var words: [String] = []
  package var acronyms: [Acronym] = []
  /// Names of the bid: organisation, buyer, places, people and their posts.
  package var names: [String] = []

  package init() {}
}
