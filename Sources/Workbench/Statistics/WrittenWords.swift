import BidModel

/// How many words were written today, and from where the count goes on.
struct WrittenWords: Hashable, Sendable {
  /// Words of today that are in saved files, of earlier sessions and of this one.
  var saved = 0
  /// What each edited answer came to when it was opened or saved last.
  var bases: [AnswerID: Int] = [:]
}

extension BidSession {
  /// Notes what the answer at `index` comes to, before its first edit.
  mutating func noteWordsBeforeEdit(at index: Int) {
    let id = answers[index].id
    guard written.bases[id] == nil else { return }
    written.bases[id] = count(ofAnswerAt: index).total.words
  }

  /// Takes the words written in an answer since it was saved last into the saved ones.
  ///
  /// - Returns: How many there are; fewer than none when it was cut.
  mutating func takeWordsWritten(in id: AnswerID) -> Int {
    guard let index = index(of: id), let base = written.bases[id] else { return 0 }
    let words = count(ofAnswerAt: index).total.words
    written.bases[id] = words
    written.saved += words - base
    return words - base
  }

  /// Words written today, saved or not.
  ///
  /// - Complexity: O(*n*) in the text that was edited and not counted since.
  mutating func wordsWrittenToday() -> Int {
    var words = written.saved
    for (id, base) in written.bases {
      guard let index = index(of: id) else { continue }
      words += count(ofAnswerAt: index).total.words - base
    }
    return words
  }
}
