/// What differs between two versions of an answer: part by part, paragraph by paragraph, and within a
/// paragraph that was reworded, word by word.
package struct AnswerComparison: Hashable, Sendable {
  /// In the order of the new version; parts that only the old one has come last.
  package var parts: [Part]

  /// One part's changes.
  package struct Part: Hashable, Sendable {
    package var title: String
    /// ``BidModel/Part/anchorName``.
    package var name: String
    package var changes: [Change]

    /// Words that came and words that went.
    package var wordCounts: (added: Int, removed: Int) {
      var counts = (added: 0, removed: 0)
      let count = { (text: String) in text.split(whereSeparator: \.isWhitespace).count }
      for change in changes {
        switch change {
        case .same, .movedAway: continue
        case .added(let text): counts.added += count(text)
        case .removed(let text): counts.removed += count(text)
        case .reworded(let runs), .movedHere(let runs, _):
          for run in runs where run.kind == .added { counts.added += count(run.text) }
          for run in runs where run.kind == .removed { counts.removed += count(run.text) }
        }
      }
      return counts
    }

    /// Paragraphs that moved within the part, that came from another, and that went to another.
    package var moveCounts: (within: Int, here: Int, away: Int) {
      var counts = (within: 0, here: 0, away: 0)
      for change in changes {
        switch change {
        case .movedHere(_, let move):
          if move.part == name { counts.within += 1 } else { counts.here += 1 }
        case .movedAway(_, let move): counts.away += move.part == name ? 0 : 1
        case .same, .added, .removed, .reworded: continue
        }
      }
      return counts
    }

    /// Whether nothing differs.
    package var isSame: Bool {
      changes.allSatisfy { change in
        if case .same = change { true } else { false }
      }
    }
  }

  /// What became of a paragraph.
  package enum Change: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
    /// Reworded: the words of both, in order.
    case reworded([Run])
    /// Moved to this place from another, with the words of both.
    case movedHere([Run], from: Move)
    /// It stood here and was moved to another place; its old words.
    case movedAway(String, to: Move)

    /// Whether it stands, in the old version, at this place.
    var isOfOld: Bool {
      switch self {
      case .added, .movedHere: false
      case .same, .removed, .reworded, .movedAway: true
      }
    }

    /// Whether it stands, in the new version, at this place.
    var isOfNew: Bool {
      switch self {
      case .removed, .movedAway: false
      case .same, .added, .reworded, .movedHere: true
      }
    }
  }

  /// The other end of a paragraph's move.
  package struct Move: Hashable, Sendable {
    /// ``BidModel/Part/anchorName`` of the part at the other end.
    package var part: String
    /// The part's title.
    package var title: String
    /// Its place there among the paragraphs that are not empty.
    package var number: Int
    /// Whether the other end is further up in the answer.
    package var isAbove: Bool
  }

  /// Words that both versions have, or one.
  package struct Run: Hashable, Sendable {
    package var kind: Kind
    package var text: String

    package init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }

    /// Which version has the words.
    package enum Kind: Hashable, Sendable { case same, removed, added }
  }

  /// Whether the two say the same.
  package var isSame: Bool { parts.allSatisfy(\.isSame) }

  /// Compares two versions.
  ///
  /// Parts are matched by key or title, and paragraphs within them; see ``ParagraphMatching``.
  ///
  /// - Complexity: O(*n* · *d*) in the paragraphs, then in the words of those reworded; O(*r* · *a*) in what was
  ///   removed and added, for what moved.
  package init(from old: Answer, to new: Answer) {
    var left = old.parts
    var pairs = new.parts.map { part in
      let index = left.firstIndex { $0.anchorName == part.anchorName }
      let before = index.map { left.remove(at: $0) }
      return PartPair(
        title: part.title ?? "", name: part.anchorName, old: before?.texts ?? [], new: part.texts)
    }
    pairs += left.map { PartPair(title: $0.title ?? "", name: $0.anchorName, old: $0.texts, new: []) }
    parts = ParagraphMatching(pairs).parts
  }

  /// Compares two lists of paragraphs.
  package static func changes(from old: [String], to new: [String]) -> [Change] {
    ParagraphMatching([PartPair(title: "", name: "", old: old, new: new)]).parts[0].changes
  }

  /// Which of `texts` shares the most words with `text`, three in ten of both at least; `nil` for none.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  package static func nearest(to text: String, among texts: [String]) -> Int? {
    let shares = texts.map { Self.likeness(of: text, and: $0) }
    guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] >= 0.3 else {
      return nil
    }
    return best
  }

  /// The share of all their words that both texts have: from 0 to 1.
  static func likeness(of text: String, and other: String) -> Double {
    let (a, b) = (words(of: text), words(of: other))
    return Double(a.intersection(b).count) / Double(max(1, a.union(b).count))
  }

  /// The different words of a text.
  static func words(of text: String) -> Set<Substring> { Set(text.split(whereSeparator: \.isWhitespace)) }

  /// The words of both texts in order, with what only one of them has; see ``WordDifference``.
  package static func runs(from old: String, to new: String) -> [Run] {
    WordDifference(from: old, to: new).runs
  }
}

extension Part {
  fileprivate var texts: [String] { blocks.filter { !$0.isEmpty }.map(\.text) }
}
