import BidLanguage
import BidModel

/// What the workbench knows of spelling: verdicts on words, what the writer wants left alone, and what
/// has to be asked.
///
/// The dictionary itself belongs to ``SpellingWorker``; verdicts come back as letters and are kept by
/// word, so that looking at a block again asks about new words alone.
package struct SpellingState: Sendable {
  /// Whether spelling can be told.
  package enum Readiness: Hashable, Sendable {
    /// Nothing was loaded, and nothing is being loaded.
    case off
    case loading
    case ready
    /// There is no dictionary; why, in one sentence.
    case missing(String)
  }

  package internal(set) var readiness = Readiness.off
  /// Words to complete from, which came with the dictionary.
  var vocabulary = SpellingVocabulary()
  /// For each word that was asked about, what of it is misspelt.
  private(set) var verdicts: [String: [Range<Int>]] = [:]
  /// Words that have to be asked about, each once.
  private var wanted: [String] = []
  /// Words that were asked about and have no verdict yet.
  private var asked: Set<String> = []
  /// Words to leave alone until the program ends.
  var ignored: Set<String> = []
  /// Suggestions that were fetched, by word.
  var suggestions: [String: [String]] = [:]
  /// Grows when a verdict changes or a word is to be left alone.
  private(set) var revision = 0
  /// Where the last typing ended: the word there is being typed for as long as the cursor stands there.
  var typingEnd: TypingEnd?
  /// A walk to the next misspelling that waits for verdicts.
  var walk: SpellingWalk?
  /// What completion offers from while its list is open.
  var lexicon = CompletionLexicon()
  /// Whether misspelt words are underlined.
  var isShown = true
  /// Blocks looked at since the start: what a test counts instead of timing.
  package var lookCount = 0

  /// Where typing ended.
  struct TypingEnd: Hashable, Sendable {
    var answer: AnswerID
    var position: TextPosition
  }

  /// Looks at a block's words: at all of them, or at those that are not settled.
  ///
  /// What was found elsewhere before is kept, so that a key in a long paragraph costs what its word does.
  ///
  /// - Parameters:
  ///   - old: What an earlier look found, kept in step with the edits since.
  ///   - open: The cursor's offset, when the word there is being typed.
  /// - Complexity: O(*n*) in the text that is not settled, plus a step for each misspelling.
  mutating func look(at block: Block, after old: BlockSpelling?, open: Int?) -> BlockSpelling {
    lookCount += 1
    var result = BlockSpelling(revision: revision)
    guard block.kind != .verbatim else { return result }
    result.hasBraces = block.text.contains(byte: UInt8(ascii: "{"))
    guard let old, old.revision == revision, !old.hasBraces, let unsettled = old.unsettled else {
      result.faults = faults(among: SpelledWord.words(in: block.text), open: open, into: &result)
      return result
    }
    let (words, range) = SpelledWord.words(in: block.text, around: unsettled)
    let before = old.faults.prefix { $0.lowerBound < range.lowerBound }
    let after = old.faults.suffix { $0.lowerBound >= range.upperBound }
    result.faults = before + faults(among: words, open: open, into: &result) + after
    return result
  }

  /// The misspellings among `words`; what is not settled yet is noted in `result`.
  private mutating func faults(
    among words: [SpelledWord], open: Int?, into result: inout BlockSpelling
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for word in words {
      if let open, word.range.lowerBound <= open, open <= word.range.upperBound {
        result.hasOpenWord = true
        result.include(word.range)
        continue
      }
      guard let faults = verdicts[word.text] else {
        result.isPending = true
        result.include(word.range)
        want(word.text)
        continue
      }
      for fault in faults where !isIgnored(word, fault) {
        found.append(word.range.lowerBound + fault.lowerBound..<word.range.lowerBound + fault.upperBound)
      }
    }
    return found
  }

  /// The words to ask about now; they count as asked.
  mutating func takeWanted() -> [String] {
    guard readiness == .ready, !wanted.isEmpty else { return [] }
    defer { wanted = [] }
    asked.formUnion(wanted)
    return wanted
  }

  /// Whether verdicts are still to come.
  var awaitsVerdicts: Bool { !wanted.isEmpty || !asked.isEmpty }

  /// Takes verdicts in.
  mutating func take(_ answers: [String: [Range<Int>]]) {
    if verdicts.count > Self.limit { verdicts.removeAll(keepingCapacity: true) }
    for (word, faults) in answers {
      if let old = verdicts[word], old != faults { revision += 1 }
      verdicts[word] = faults
      asked.remove(word)
    }
  }

  /// Counts `word` as right from now on; words that were misspelt are asked about again, since it may be
  /// a piece of one.
  mutating func accept(_ word: String) {
    for (other, faults) in verdicts where !faults.isEmpty && asked.insert(other).inserted {
      wanted.append(other)
    }
    verdicts[word] = []
    suggestions = [:]
    revision += 1
  }

  /// Leaves `word` alone until the program ends.
  mutating func ignore(_ word: String) {
    ignored.insert(word)
    revision += 1
  }

  private mutating func want(_ word: String) {
    guard readiness == .ready, asked.insert(word).inserted else { return }
    wanted.append(word)
  }

  private func isIgnored(_ word: SpelledWord, _ fault: Range<Int>) -> Bool {
    guard !ignored.isEmpty else { return false }
    return ignored.contains(word.text) || ignored.contains(word.text.slice(utf8: fault))
  }

  /// Verdicts that are kept: more distinct words than any bid has.
  private static let limit = 50_000
}

/// A walk to another misspelling.
struct SpellingWalk: Hashable, Sendable {
  var direction: Direction
  /// Whether the box with suggestions opens there.
  var opensBox: Bool
  /// Where the walk began; when the cursor has left it, the walk is over.
  var answer: AnswerID
  var start: TextPosition
  /// The answer's revision at that time.
  var revision: Int

  enum Direction: Hashable, Sendable {
    /// The misspelling at the cursor, or the next.
    case here
    case next, previous
  }
}

extension Array {
  /// The longest end of the array whose elements all belong.
  fileprivate func suffix(while belongs: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, belongs(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
