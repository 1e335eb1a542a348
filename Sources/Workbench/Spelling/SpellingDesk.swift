import BidLanguage
import BidStorage
import Dispatch

/// Spelling's side of the desk: the worker that has the dictionary, and the workspace's `words.txt`.
package final class SpellingDesk {
  private let sources: SpellingSources
  private let writer: AtomicWriter
  private let worker: SpellingWorker

  /// - Parameter inline: Whether questions are answered at once rather than on a thread, for tests.
  package init(
    _ opened: OpenedBid, in surroundings: Surroundings, mailbox: Mailbox, inline: Bool = false
  ) {
    sources = SpellingSources(opened, in: surroundings)
    writer = AtomicWriter(files: surroundings.files, host: surroundings.host)
    worker = SpellingWorker(queue: inline ? nil : DispatchQueue(label: "spelling", qos: .utility)) { news in
      mailbox.post(.spelling(news))
    }
  }

  /// Begins to load the dictionary.
  func load() { worker.load(sources) }

  /// Asks about words.
  func check(_ words: [String]) { worker.check(words) }

  /// Does what the workbench asks.
  ///
  /// - Returns: What there is to say, and whether it is bad news; `nil` when the answer comes by letter.
  func perform(_ request: SpellingRequest) -> (text: String, isError: Bool)? {
    switch request {
    case .suggest(let word): worker.suggest(word)
    case .meanings(let word): worker.meanings(of: word, environment: sources.environment)
    case .add(let word):
      worker.add(word)
      return add(word)
    }
    return nil
  }

  /// Adds a line to `words.txt`, through the file as it is on disk now.
  private func add(_ word: String) -> (text: String, isError: Bool) {
    guard let path = sources.wordsPath else {
      return ("‘\(word)’ counts as right until you quit: a loose file has no words.txt.", false)
    }
    do throws(StorageError) {
      let saved = try writer.revise(path) { old in WordList.appending(word, to: old?.bytes ?? []) }
      return (saved == nil ? "‘\(word)’ is in words.txt." : "Added ‘\(word)’ to words.txt.", false)
    } catch {
      return ("\(error) ‘\(word)’ counts as right until you quit.", true)
    }
  }
}
