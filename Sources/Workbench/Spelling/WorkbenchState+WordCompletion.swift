import BidLanguage
import BidModel

extension WorkbenchState {
  /// Offers words that begin as the one before the cursor does.
  mutating func completeWord() {
    guard canEdit() else { return }
    editor.anchor = nil
    spelling.lexicon = CompletionLexicon(spelling.vocabulary, session: session, answer: currentAnswer)
    if !offerWords() {
      say("Nothing begins so: type three letters of a word, or add it to words.txt.", as: .note)
    }
  }

  /// Offers what the lexicon has for the words before the cursor, the most words first.
  ///
  /// - Returns: Whether there was anything.
  @discardableResult mutating func offerWords() -> Bool {
    let answer = currentAnswer
    guard let place = answer.place(of: editor.caret.block) else { return false }
    let before = answer[place].text.prefix(utf8: editor.caret.offset)
    let starts = Self.wordStarts(in: before)
    guard let last = starts.last else { return false }
    var items: [Completion.Item] = []
    var typed = before.utf8.distance(from: last, to: before.endIndex)
    if let acronym = spelling.lexicon.introduction(of: String(before[last...])) {
      items.append(Completion.Item(name: acronym.introduction, note: "first use"))
    }
    for start in starts where items.isEmpty {
      let words = String(before[start...])
      guard words.count >= 3 else { continue }
      items = spelling.lexicon.matching(words, limit: 40).map {
        Completion.Item(name: Self.capitalised($0.text, as: words), note: $0.note)
      }
      typed = words.utf8.count
    }
    guard !items.isEmpty else { return false }
    overlays.append(.completion(Completion(items: items, typed: typed, kind: .words)))
    return true
  }

  /// Asks the thesaurus about the word at the cursor.
  mutating func seekSynonyms() {
    guard let word = wordAtCaret else { return say("The cursor is not on a word.", as: .note) }
    effects.append(.spelling(.meanings(word.text)))
  }

  /// Offers the synonyms that came for the word at the cursor.
  mutating func offerSynonyms(of word: String, _ meanings: [Thesaurus.Meaning]?) {
    guard let meanings else {
      return say("No thesaurus is installed; the package mythes-en-us has one.", as: .note)
    }
    guard overlays.isEmpty, let here = wordAtCaret, here.text == word else { return }
    var seen: Set<String> = [word.lowercased()]
    var items: [Completion.Item] = []
    for meaning in meanings {
      for entry in meaning.synonyms where !entry.contains("(antonym)") {
        let name = String(entry.prefix { $0 != "(" }).trimmingSpaces()
        guard seen.insert(name.lowercased()).inserted, !name.isEmpty else { continue }
        items.append(Completion.Item(name: Self.capitalised(name, as: word), note: meaning.kind))
      }
    }
    guard !items.isEmpty else { return say("The thesaurus has no synonyms of ‘\(word)’.", as: .note) }
    editor.caret.offset = here.range.upperBound
    editor.anchor = nil
    overlays.append(
      .completion(Completion(items: Array(items.prefix(60)), typed: here.range.count, kind: .synonyms(word))))
  }

  /// Where the last words before the cursor begin, up to four of them, the farthest first; none when
  /// the cursor is not at the end of a word.
  private static func wordStarts(in text: String) -> [String.Index] {
    guard let last = text.last, last.isLetter || last.isNumber else { return [] }
    var starts: [String.Index] = []
    var index = text.endIndex
    while starts.count < 4, index > text.startIndex {
      var start = index
      while start > text.startIndex {
        let previous = text[text.index(before: start)]
        guard previous.isLetter || previous.isNumber || previous == "-" || previous == "'" || previous == "’"
        else { break }
        start = text.index(before: start)
      }
      guard start < index else { break }
      starts.insert(start, at: 0)
      guard start > text.startIndex, text[text.index(before: start)] == " " else { break }
      index = text.index(before: start)
    }
    return starts
  }

  /// `text` with a capital where what was typed has one.
  private static func capitalised(_ text: String, as typed: String) -> String {
    guard typed.first?.isUppercase == true, let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
