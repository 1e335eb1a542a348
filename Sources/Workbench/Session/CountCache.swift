import BidModel

/// What the parts of answers count as, kept until a block of the part or the register changes.
struct CountCache: Sendable {
  private var parts: [AnswerID: [PartID: PartCount]] = [:]

  /// What a part counts as on its own, and what its neighbours need to know.
  struct PartCount: Hashable, Sendable {
    var count: TextCount
    /// Whether the first and the last piece are list items; `nil` when nothing of it is submitted.
    var edges: Edges?

    struct Edges: Hashable, Sendable {
      var firstIsItem: Bool
      var lastIsItem: Bool
    }
  }

  /// Forgets the count of one part.
  mutating func forget(_ part: PartID, of answer: AnswerID) { parts[answer]?[part] = nil }

  /// Forgets the counts of an answer.
  mutating func forget(_ answer: AnswerID) { parts[answer] = nil }

  /// Forgets everything, as after a change of the register.
  mutating func forgetAll() { parts = [:] }

  /// What `part` counts as.
  mutating func count(
    of part: Part, in answer: AnswerID, template: AnswerTemplate, values: KPIValues, rule: CountRule
  ) -> PartCount {
    if let known = parts[answer]?[part.id] { return known }
    var tally = SubmissionTally(rule: rule)
    var edges: PartCount.Edges?
    for piece in part.pieces(template: template, values: values, rule: rule) {
      tally.add(piece.count(rule: rule), isItem: piece.isItem)
      edges = PartCount.Edges(firstIsItem: edges?.firstIsItem ?? piece.isItem, lastIsItem: piece.isItem)
    }
    let result = PartCount(count: tally.count, edges: edges)
    parts[answer, default: [:]][part.id] = result
    return result
  }
}

extension BidSession {
  /// What the answer at `index` counts as submitted, and each of its parts.
  ///
  /// - Complexity: O(*p*) in the number of parts, of which only the changed are counted anew.
  package mutating func count(ofAnswerAt index: Int) -> AnswerCount {
    let stamp = CountStamp(revision: answers[index].revision, register: values.register.revision)
    if let known = lastCounts[answers[index].id], known.stamp == stamp { return known }
    var result = AnswerCount(stamp: stamp)
    var previousIsItem: Bool?
    let template = template(of: answers[index].answer)
    for part in answers[index].answer.parts {
      let own = counts.count(
        of: part, in: answers[index].id, template: template, values: values, rule: rule)
      result.parts.append(own.count)
      guard let edges = own.edges else { continue }
      if let previousIsItem {
        result.total.characters +=
          rule.breaks(between: previousIsItem, and: edges.firstIsItem) * rule.lineBreakCost
      }
      result.total += own.count
      previousIsItem = edges.lastIsItem
    }
    lastCounts[answers[index].id] = result
    return result
  }
}

/// What an answer counts as, by its count rule.
package struct AnswerCount: Hashable, Sendable {
  package var total = TextCount()
  /// For each part in the order of the file; nothing for a hidden one.
  package var parts: [TextCount] = []
  /// The text and the register that were counted.
  var stamp: CountStamp
}

/// Which text and which register a count is of.
struct CountStamp: Hashable, Sendable {
  var revision: Int
  var register: Int
}
