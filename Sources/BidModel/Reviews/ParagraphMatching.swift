/// The paragraphs of one part, then and now.
struct PartPair {
  var title: String
  /// ``Part/anchorName``.
  var name: String
  /// The texts of its paragraphs that are not empty.
  var old: [String]
  var new: [String]
}

/// Finds what became of each paragraph, part by part and across the parts.
///
/// Surest first: paragraphs that both versions of a part have in one order stand (Myers). Of the rest, one with
/// the same words elsewhere, in its part or another, was moved. Between two that stand, what went is paired in
/// order with what came where they share two fifths of the shorter one's words: reworded. What is then left
/// on both sides, five words and more, and shares two thirds of all words, was moved and reworded.
///
/// Limitations: of several copies it cannot be known which moved; the first that is left is taken. When two
/// neighbours changed places, either can be the one that moved.
struct ParagraphMatching {
  /// Where a paragraph stands: its part, and its number there.
  private struct Spot: Hashable, Comparable {
    var part: Int
    var number: Int

    static func < (left: Spot, right: Spot) -> Bool {
      (left.part, left.number) < (right.part, right.number)
    }
  }

  private let pairs: [PartPair]
  private let pieces: [[ChangeGaps.Piece]]
  /// Where moved paragraphs stand now, by where they stood; and the other way about.
  private var goneTo: [Spot: Spot] = [:]
  private var cameFrom: [Spot: Spot] = [:]
  /// The old number of a reworded paragraph, by its new place.
  private var rewordedFrom: [Spot: Int] = [:]

  /// - Complexity: As ``AnswerComparison/init(from:to:)``.
  init(_ pairs: [PartPair]) {
    self.pairs = pairs
    pieces = pairs.map { ChangeGaps(from: $0.old, to: $0.new).pieces }
    findMoved()
    findReworded()
    findMovedAndReworded()
  }

  /// Every part with what became of its paragraphs.
  var parts: [AnswerComparison.Part] {
    pairs.indices.map { part in
      AnswerComparison.Part(title: pairs[part].title, name: pairs[part].name, changes: changes(of: part))
    }
  }

  private func spots(_ side: (ChangeGaps.Piece) -> Range<Int>) -> [Spot] {
    pieces.indices.flatMap { part in
      pieces[part].filter { !$0.isCommon }.flatMap(side).map { Spot(part: part, number: $0) }
    }
  }

  private mutating func move(_ old: Spot, to new: Spot) {
    goneTo[old] = new
    cameFrom[new] = old
  }

  private mutating func findMoved() {
    var come: [String: [Spot]] = [:]
    for spot in spots(\.new) { come[pairs[spot.part].new[spot.number], default: []].append(spot) }
    for spot in spots(\.old) {
      let text = pairs[spot.part].old[spot.number]
      guard let places = come[text], !places.isEmpty else { continue }
      let near = places.firstIndex { $0.part == spot.part } ?? 0
      move(spot, to: places[near])
      come[text]?.remove(at: near)
    }
  }

  private mutating func findReworded() {
    for part in pairs.indices {
      for piece in pieces[part] where !piece.isCommon {
        var left = piece.old.filter { goneTo[Spot(part: part, number: $0)] == nil }[...]
        for number in piece.new {
          let spot = Spot(part: part, number: number)
          guard cameFrom[spot] == nil,
            let index = left.firstIndex(where: { areAlike(pairs[part].old[$0], pairs[part].new[number]) })
          else { continue }
          rewordedFrom[spot] = left[index]
          left = left[(index + 1)...]
        }
      }
    }
  }

  private func areAlike(_ old: String, _ new: String) -> Bool {
    let (a, b) = (AnswerComparison.words(of: old), AnswerComparison.words(of: new))
    return 5 * a.intersection(b).count >= 2 * min(a.count, b.count) && !a.isEmpty && !b.isEmpty
  }

  private mutating func findMovedAndReworded() {
    let reworded = Set(rewordedFrom.map { Spot(part: $0.key.part, number: $0.value) })
    var come = spots(\.new).filter { cameFrom[$0] == nil && rewordedFrom[$0] == nil }
    for spot in spots(\.old) where goneTo[spot] == nil && !reworded.contains(spot) {
      let text = pairs[spot.part].old[spot.number]
      guard AnswerComparison.words(of: text).count >= 5 else { continue }
      let shares = come.map { AnswerComparison.likeness(of: text, and: pairs[$0.part].new[$0.number]) }
      guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] >= 0.66 else {
        continue
      }
      move(spot, to: come.remove(at: best))
    }
  }

  private func changes(of part: Int) -> [AnswerComparison.Change] {
    pieces[part].flatMap { piece -> [AnswerComparison.Change] in
      guard !piece.isCommon else { return piece.new.map { .same(pairs[part].new[$0]) } }
      var changes: [AnswerComparison.Change] = []
      var old = piece.old
      for number in piece.new {
        let spot = Spot(part: part, number: number)
        let text = pairs[part].new[number]
        if let from = cameFrom[spot] {
          let words = pairs[from.part].old[from.number]
          changes.append(
            .movedHere(
              AnswerComparison.runs(from: words, to: text), from: end(from, isAbove: from < spot)))
        } else if let before = rewordedFrom[spot] {
          changes += (old.lowerBound..<before).map { gone(Spot(part: part, number: $0)) }
          old = (before + 1)..<old.upperBound
          changes.append(.reworded(AnswerComparison.runs(from: pairs[part].old[before], to: text)))
        } else {
          changes.append(.added(text))
        }
      }
      return changes + old.map { gone(Spot(part: part, number: $0)) }
    }
  }

  private func gone(_ spot: Spot) -> AnswerComparison.Change {
    let text = pairs[spot.part].old[spot.number]
    guard let place = goneTo[spot] else { return .removed(text) }
    return .movedAway(text, to: end(place, isAbove: place < spot))
  }

  private func end(_ spot: Spot, isAbove: Bool) -> AnswerComparison.Move {
    AnswerComparison.Move(
      part: pairs[spot.part].name, title: pairs[spot.part].title, number: spot.number, isAbove: isAbove)
  }
}
