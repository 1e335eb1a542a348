import BidLanguage
import BidModel

/// What a word can be completed to: words and names of the workspace, acronyms, posts that the bid
/// names, and long words of the answer.
struct CompletionLexicon: Sendable {
  private(set) var entries: [Entry] = []
  /// Acronyms that can be offered with their words.
  private(set) var acronyms: [Acronym] = []
  /// Short forms that the answer has brought in already.
  private(set) var introduced: Set<String> = []
  private var seen: Set<String> = []

  /// One thing to offer.
  struct Entry: Hashable, Sendable {
    var text: String
    /// Where it comes from.
    var note: String
    /// In small letters, to compare with what is typed.
    var key: String
  }

  init() {}

  /// Gathers what can be offered in `answer`.
  ///
  /// - Complexity: O(*n*) in the text of the bid: asked for by a key, never while typing.
  init(_ vocabulary: SpellingVocabulary, session: BidSession, answer: Answer) {
    for word in vocabulary.words { add(word, note: "words.txt") }
    for name in vocabulary.names { add(name, note: "name") }
    acronyms = vocabulary.acronyms
    var texts: [String] = []
    for open in session.answers {
      for block in open.answer.parts.lazy.flatMap(\.blocks) where block.kind != .verbatim {
        texts.append(block.text)
      }
    }
    let own = texts.flatMap { IntroducedAcronym.all(in: $0) }
    acronyms = own.map { Acronym(short: $0.short, long: $0.long) } + acronyms
    for text in texts { for title in PostTitle.titles(in: text) { add(title, note: "post") } }
    for block in answer.parts.lazy.flatMap(\.blocks) where block.kind != .verbatim {
      for acronym in IntroducedAcronym.all(in: block.text) { introduced.insert(acronym.short) }
    }
    for acronym in acronyms {
      add(introduced.contains(acronym.short) ? acronym.long : acronym.introduction, note: acronym.short)
      if acronym.short.count > 3 { add(acronym.short, note: acronym.long) }
    }
    for block in answer.parts.lazy.flatMap(\.blocks) {
      for word in SpelledWord.words(in: block.text) where word.text.utf8.count >= 8 {
        add(word.text, note: "in this answer")
      }
    }
  }

  /// What begins as `typed` does and is longer, in the order of the lexicon.
  ///
  /// - Complexity: O(*n*) in the entries.
  func matching(_ typed: String, limit: Int) -> [Entry] {
    let wanted = typed.lowercased()
    return Array(entries.lazy.filter { $0.key.hasPrefix(wanted) && $0.key != wanted }.prefix(limit))
  }

  /// The words that `short` stands for, when the answer has not brought them in yet.
  func introduction(of short: String) -> Acronym? {
    guard !introduced.contains(short) else { return nil }
    return acronyms.first { $0.short == short }
  }

  private mutating func add(_ text: String, note: String) {
    let key = text.lowercased()
    if seen.insert(key).inserted { entries.append(Entry(text: text, note: note, key: key)) }
  }
}
