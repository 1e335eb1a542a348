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

    /// Each change with the place, among the paragraphs of the part that are not empty, of its old and its
    /// new words.
    package var placedChanges: [(change: Change, old: Int?, new: Int?)] {
      var (old, new) = (0, 0)
      return changes.map { change in
        defer {
          if change.isOfOld { old += 1 }
          if change.isOfNew { new += 1 }
        }
        return (change, change.isOfOld ? old : nil, change.isOfNew ? new : nil)
      }
    }

    /// Words that came and words that went.
    package var wordCounts: (added: Int, removed: Int) {
      var counts = (added: 0, removed: 0)
      let count = { (text: String) in text.split(whereSeparator: \.isWhitespace).count }
      for change in changes {
        switch change {
        case .same: continue
        case .added(let text): counts.added += count(text)
        case .removed(let text): counts.removed += count(text)
        case .reworded(let runs):
          for run in runs where run.kind == .added { counts.added += count(run.text) }
          for run in runs where run.kind == .removed { counts.removed += count(run.text) }
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

    /// Whether the old version has the paragraph.
    var isOfOld: Bool { if case .added = self { false } else { true } }
    /// Whether the new version has it.
    var isOfNew: Bool { if case .removed = self { false } else { true } }
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
  /// Parts are matched by key or title. Within one, paragraphs that both have stand (Myers); between two of
  /// those, what was removed is paired in order with what was added where they share two fifths of their words.
  ///
  /// Limitations: a paragraph that moved is removed in one place and added in the other.
  /// - Complexity: O(*n* · *d*) in the paragraphs, then in the words of those reworded.
  package init(from old: Answer, to new: Answer) {
    var left = old.parts
    parts = new.parts.map { part in
      let index = left.firstIndex { $0.anchorName == part.anchorName }
      let before = index.map { left.remove(at: $0) }
      return Part(
        title: part.title ?? "", name: part.anchorName,
        changes: Self.changes(from: before.texts, to: part.texts))
    }
    parts += left.map {
      Part(title: $0.title ?? "", name: $0.anchorName, changes: Self.changes(from: $0.texts, to: []))
    }
  }

  /// Compares two lists of paragraphs.
  package static func changes(from old: [String], to new: [String]) -> [Change] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var changes: [Change] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      var gone: [String] = []
      var come: [String] = []
      while removed.contains(before) {
        gone.append(old[before])
        before += 1
      }
      while added.contains(after) {
        come.append(new[after])
        after += 1
      }
      changes += paired(gone, come)
      if before < old.count, after < new.count {
        changes.append(.same(new[after]))
        before += 1
        after += 1
      }
    }
    return changes
  }

  private static func paired(_ gone: [String], _ come: [String]) -> [Change] {
    var changes: [Change] = []
    var left = gone[...]
    for text in come {
      guard let index = left.firstIndex(where: { areAlike($0, text) }) else {
        changes.append(.added(text))
        continue
      }
      changes += left[..<index].map { .removed($0) }
      changes.append(.reworded(runs(from: left[index], to: text)))
      left = left[(index + 1)...]
    }
    return changes + left.map { .removed($0) }
  }

  /// Which of `texts` shares the most words with `text`, three in ten of both at least; `nil` for none.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  package static func nearest(to text: String, among texts: [String]) -> Int? {
    let wanted = Set(words(of: text)).filter { $0.contains { !$0.isWhitespace } }
    let shares = texts.map { other in
      let own = Set(words(of: other)).filter { $0.contains { !$0.isWhitespace } }
      return Double(wanted.intersection(own).count) / Double(max(1, wanted.union(own).count))
    }
    guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] >= 0.3 else {
      return nil
    }
    return best
  }

  private static func areAlike(_ old: String, _ new: String) -> Bool {
    let (a, b) = (Set(words(of: old)), Set(words(of: new)))
    return 5 * a.intersection(b).count >= 2 * min(a.count, b.count) && !a.isEmpty && !b.isEmpty
  }

  /// The words of both texts in order, with what only one of them has.
  package static func runs(from old: String, to new: String) -> [Run] {
    let (before, after) = (words(of: old), words(of: new))
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var runs: [Run] = []
    func add(_ kind: Run.Kind, _ text: String) {
      if runs.last?.kind == kind {
        runs[runs.count - 1].text += text
      } else {
        runs.append(Run(kind: kind, text: text))
      }
    }
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        add(.removed, before[left])
        left += 1
      } else if added.contains(right) {
        add(.added, after[right])
        right += 1
      } else {
        add(.same, after[right])
        left += 1
        right += 1
      }
    }
    return runs
  }

  /// Words and the spaces between them, each by itself.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isSpace = character.isWhitespace
      if let last = words.last, last.last?.isWhitespace == isSpace {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }
}

extension Part {
  fileprivate var texts: [String] { blocks.filter { !$0.isEmpty }.map(\.text) }
}

extension Part? {
  fileprivate var texts: [String] { self?.texts ?? [] }
}
