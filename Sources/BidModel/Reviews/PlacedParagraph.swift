/// A paragraph of a comparison with its places in both versions: what it takes to put it back.
package struct PlacedParagraph: Hashable, Sendable {
  package var change: AnswerComparison.Change
  /// Where it stood; `nil` for one that came.
  package var then: Site?
  /// The paragraph of the new version, in the part where it stood, that it stood behind; `nil` at the part's start.
  package var before: Int?
  /// Where it stands; `nil` for one that went.
  package var now: Site?

  /// A place in one version.
  package struct Site: Hashable, Sendable {
    /// ``BidModel/Part/anchorName``.
    package var part: String
    /// Among the paragraphs of the part that are not empty.
    package var number: Int

    package init(part: String, number: Int) {
      self.part = part
      self.number = number
    }
  }

  /// Whether it stands in another place than then.
  package var isMoved: Bool {
    switch change {
    case .movedHere, .movedAway: true
    case .same, .removed, .added, .reworded: false
    }
  }
}

extension AnswerComparison {
  /// Each change of a part with its places; both ends of a move have the same.
  ///
  /// - Complexity: O(*n*) in the paragraphs, for each that moved.
  package func placed(_ part: Part) -> [PlacedParagraph] {
    sites(of: part).map { site in
      var placed = PlacedParagraph(
        change: site.change, then: site.old.map { .init(part: part.name, number: $0) }, before: site.before,
        now: site.new.map { .init(part: part.name, number: $0) })
      switch site.change {
      case .movedHere(_, let move):
        placed.then = .init(part: move.part, number: move.number)
        placed.before =
          parts.first { $0.name == move.part }.map { sites(of: $0) }?
          .first { $0.old == move.number }?.before
      case .movedAway(_, let move): placed.now = .init(part: move.part, number: move.number)
      case .same, .removed, .added, .reworded: break
      }
      return placed
    }
  }

  /// Each change of a part with its numbers there, and the paragraph of the new version before it.
  private func sites(of part: Part) -> [(change: Change, old: Int?, new: Int?, before: Int?)] {
    var (old, new) = (0, 0)
    return part.changes.map { change in
      defer {
        if change.isOfOld { old += 1 }
        if change.isOfNew { new += 1 }
      }
      return (change, change.isOfOld ? old : nil, change.isOfNew ? new : nil, new > 0 ? new - 1 : nil)
    }
  }
}
