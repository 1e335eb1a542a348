/// What differs between two texts, word by word, in runs that a person can read.
///
/// A shortest list of single words that come and go (Myers) is true and hard to read: it keeps every word that
/// both texts happen to have, so that two different sentences alternate word by word around each `the` and
/// `and`. Two steps make runs of it:
///
/// 1. Between two common words all that went stands before all that came. White space belongs to the word
///    before it, and is never a common word by itself.
/// 2. Common words are given up where they part two changes that are both longer: three words at most, with no
///    more letters than either change. What is left reads as one sentence that took the place of another.
///
/// Limitations: words are what stands between white space, so a comma that came marks its word; a long
/// common stretch inside a sentence that was otherwise written anew is kept.
struct WordDifference {
  /// `same` and `removed` together are the old text to the byte, `same` and `added` the new one.
  private(set) var runs: [AnswerComparison.Run] = []

  /// A word with the white space behind it.
  private struct Word {
    var text: Substring
    var space: Substring
    var letters: Int { text.count }
  }

  /// Words that both have (`old` and `new` are as long), or a change.
  private struct Stretch {
    var isCommon: Bool
    var old: ArraySlice<Word>
    var new: ArraySlice<Word>

    /// The letters of its longer side.
    var letters: Int {
      max(old.reduce(0) { $0 + $1.letters }, new.reduce(0) { $0 + $1.letters })
    }
  }

  /// - Complexity: O(*n* · *d*) in the words and those that differ.
  init(from old: String, to new: String) {
    let stretches = Self.cleaned(Self.stretches(Self.words(of: old), Self.words(of: new)))
    // White space that differs behind the last common word belongs to the change that follows it.
    var ahead: (old: Substring, new: Substring) = ("", "")
    for (index, stretch) in stretches.enumerated() {
      guard stretch.isCommon else {
        add(stretch, behind: ahead)
        ahead = ("", "")
        continue
      }
      for (place, (before, after)) in zip(stretch.old, stretch.new).enumerated() {
        add(.same, before.text)
        if before.space == after.space {
          add(.same, before.space)
        } else if place + 1 == stretch.old.count, index + 1 < stretches.count {
          ahead = (before.space, after.space)
        } else {
          add(.removed, before.space)
          add(.added, after.space)
        }
      }
    }
  }

  /// Adds a change behind white space of either side; white space that ends both sides is common to them.
  private mutating func add(_ change: Stretch, behind ahead: (old: Substring, new: Substring)) {
    var (old, new) = (change.old, change.new)
    var shared: Substring = ""
    if let last = old.last?.space, last == new.last?.space {
      shared = last
      old[old.endIndex - 1].space = ""
      new[new.endIndex - 1].space = ""
    }
    add(.removed, ahead.old)
    for word in old { add(.removed, word.text + word.space) }
    add(.added, ahead.new)
    for word in new { add(.added, word.text + word.space) }
    add(.same, shared)
  }

  private mutating func add(_ kind: AnswerComparison.Run.Kind, _ text: Substring) {
    guard !text.isEmpty else { return }
    if runs.last?.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(AnswerComparison.Run(kind: kind, text: String(text)))
    }
  }

  /// Words with the white space behind each; white space that begins the text is behind an empty word.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest[word.endIndex...]
      let space = rest.prefix { $0.isWhitespace }
      rest = rest[space.endIndex...]
      words.append(Word(text: word, space: space))
    }
    return words
  }

  /// Common stretches and changes in turn.
  private static func stretches(_ old: [Word], _ new: [Word]) -> [Stretch] {
    let gaps = ChangeGaps(from: old.map(\.text), to: new.map(\.text))
    return gaps.pieces.map { piece in
      Stretch(isCommon: piece.isCommon, old: old[piece.old], new: new[piece.new])
    }
  }

  /// The same with short common words between long changes given up.
  private static func cleaned(_ stretches: [Stretch]) -> [Stretch] {
    var kept: [Stretch] = []
    for stretch in stretches {
      kept.append(stretch)
      // A change that has grown may outweigh the common words before it too.
      while kept.count >= 3,
        let joined = joined(kept[kept.count - 3], kept[kept.count - 2], kept[kept.count - 1])
      {
        kept.removeLast(3)
        kept.append(joined)
      }
    }
    return kept
  }

  private static func joined(_ before: Stretch, _ common: Stretch, _ after: Stretch) -> Stretch? {
    guard common.isCommon, !before.isCommon, !after.isCommon, common.old.count <= 3,
      common.letters <= min(before.letters, after.letters)
    else { return nil }
    return Stretch(
      isCommon: false, old: before.old + common.old + after.old, new: before.new + common.new + after.new)
  }
}

/// Where two lists are the same and where they differ, in order: a shortest difference (Myers).
struct ChangeGaps {
  /// What both have, and between it what only one has.
  private(set) var pieces: [Piece] = []

  /// Neighbouring elements that both lists have, or that one of them has in the place of the other's.
  struct Piece {
    var isCommon: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  /// - Complexity: O(*n* · *d*) in the elements and those that differ.
  init<Element: Hashable>(from old: [Element], to new: [Element]) {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      let (first, second) = (before, after)
      while before < old.count, after < new.count, !removed.contains(before), !added.contains(after) {
        before += 1
        after += 1
      }
      if before > first {
        pieces.append(Piece(isCommon: true, old: first..<before, new: second..<after))
        continue
      }
      while removed.contains(before) { before += 1 }
      while added.contains(after) { after += 1 }
      pieces.append(Piece(isCommon: false, old: first..<before, new: second..<after))
    }
  }
}
