import BidLanguage
import BidModel
import BidStorage
import Glibc

/// Where spelling's words come from: dictionary, shipped lists, the workspace's own, names of the bid.
///
/// Nothing is read before ``load()``, which a worker calls after the first screen stands.
package struct SpellingSources: Sendable {
  let files: any FileSystem
  let library: TemplateLibrary
  let environment: [String: String]
  /// The workspace's `words.txt`; `nil` for a loose file.
  let wordsPath: String?
  let names: [String]

  package init(_ opened: OpenedBid, in surroundings: Surroundings) {
    files = surroundings.files
    library = surroundings.library(workspace: opened.workspace)
    environment = surroundings.environment
    wordsPath = opened.workspace.map { FilePath.join($0, "words.txt") }
    names = opened.names
  }

  /// Loads dictionary and lists; tens of milliseconds.
  ///
  /// - Returns: The checker, or why there is none; and the words that completion can offer.
  package func load() -> (checker: SpellChecker?, missing: String?, vocabulary: SpellingVocabulary) {
    var vocabulary = SpellingVocabulary()
    vocabulary.names = names
    vocabulary.acronyms = (try? library.acronyms("acronyms"))?.acronyms ?? []
    let own = wordsPath.flatMap { try? FileReader(files: files).read($0) }
    let ownList = WordList(own.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
    vocabulary.words = ownList.words
    // The library reads dictionaries by itself, from the machine's own disk.
    let found = DictionaryFiles.british(environment: environment) { access($0, R_OK) == 0 }
    guard let found, let checker = SpellChecker(found) else {
      let reason =
        found == nil
        ? "no en_GB dictionary was found; the package hunspell-en-gb has one"
        : "the en_GB dictionary could not be read"
      return (nil, "Spelling is off: \(reason).", vocabulary)
    }
    for text in library.wordLists() { checker.add(WordList(text).spellings) }
    checker.add(ownList.spellings)
    // Of a name the capitalised words alone: the others would hide mistakes.
    checker.add(names.flatMap(Self.properWords))
    checker.add(vocabulary.acronyms.map(\.short))
    return (checker, nil, vocabulary)
  }

  private static func properWords(_ name: String) -> [String] {
    SpelledWord.words(in: name).map { $0.withoutPossessive.text }.filter { $0.first?.isUppercase == true }
  }
}
