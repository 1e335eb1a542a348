import BidLanguage
import Dispatch
import Synchronization

/// The one owner of the dictionary: loads it, and answers questions about words one after another.
///
/// In the program it has a thread of its own, so that no key waits for the dictionary; without a queue
/// it answers at once, which makes a test's steps the same each time.
package final class SpellingWorker: Sendable {
  private let checker = Mutex<SpellChecker?>(nil)
  private let thesaurus = Mutex<Thesaurus?>(nil)
  private let queue: DispatchQueue?
  private let reply: @Sendable (SpellingNews) -> Void

  /// - Parameters:
  ///   - queue: A serial queue; `nil` to answer on the caller's thread.
  ///   - reply: Takes the answers, on the queue.
  package init(queue: DispatchQueue?, reply: @escaping @Sendable (SpellingNews) -> Void) {
    self.queue = queue
    self.reply = reply
  }

  /// Loads the dictionary; answers ``SpellingNews/loaded(_:missing:)``.
  package func load(_ sources: SpellingSources) {
    run { [self] in
      let news = checker.withLock { checker in
        let loaded = sources.load()
        checker = loaded.checker
        return SpellingNews.loaded(loaded.vocabulary, missing: loaded.missing)
      }
      reply(news)
    }
  }

  /// Looks words up; answers ``SpellingNews/checked(_:)``.
  package func check(_ words: [String]) {
    run { [self] in
      let verdicts = checker.withLock { checker in
        Dictionary(words.map { ($0, checker?.faults(in: $0) ?? []) }, uniquingKeysWith: { first, _ in first })
      }
      reply(.checked(verdicts))
    }
  }

  /// Seeks what may be meant by `word`; answers ``SpellingNews/suggestions(_:_:)``.
  package func suggest(_ word: String) {
    run { [self] in
      reply(.suggestions(word, checker.withLock { $0?.suggestions(for: word) ?? [] }))
    }
  }

  /// Takes a word into the dictionary.
  package func add(_ word: String) {
    run { [self] in checker.withLock { $0?.add(WordList(word).spellings) } }
  }

  /// Seeks what `word` can mean; answers ``SpellingNews/meanings(_:_:)``.
  package func meanings(of word: String, environment: [String: String]) {
    run { [self] in
      let meanings = thesaurus.withLock { thesaurus in
        if thesaurus == nil { thesaurus = Thesaurus(environment: environment) }
        return thesaurus?.meanings(of: word)
      }
      reply(.meanings(word, meanings))
    }
  }

  private func run(_ job: @escaping @Sendable () -> Void) {
    if let queue { queue.async(execute: job) } else { job() }
  }
}
