import BidModel

/// What a replacement would change, match by match, before anything is changed.
package struct ReplacePreview: Hashable, Sendable {
  package var items: [Item]
  package var list = ListState()

  /// One match and what would stand in its place.
  package struct Item: Hashable, Sendable {
    package var hit: SearchHit
    /// The question's number, or the answer's name.
    package var answer: String
    /// The words found.
    package var old: String
    /// The words in their place.
    package var new: String
    /// What stands before and after on the same line.
    package var before: String
    package var after: String
    /// Whether it is to be changed.
    package var isOn: Bool
  }

  /// How many are switched on.
  package var count: Int { items.count(where: \.isOn) }
}

/// Edits of several answers that are done together or not at all.
package struct ReplacePlan: Hashable, Sendable {
  /// What was done, for the history.
  package var title: String
  /// The edits of each answer, in the order in which they apply.
  package var answers: [AnswerEdits]
  /// How many matches are changed.
  package var count: Int

  /// The edits of one answer.
  package struct AnswerEdits: Hashable, Sendable {
    package var answer: AnswerID
    package var edits: [Edit]
  }
}

extension ReplacePreview {
  /// What the items that are on come to, each only where the text is still what it was.
  ///
  /// - Complexity: O(*n*) in the items.
  func plan(in session: BidSession) -> ReplacePlan {
    var plan = ReplacePlan(title: "Replace", answers: [], count: 0)
    // From the last to the first, so that the places before stay where they are.
    for item in items.reversed() where item.isOn {
      guard let answer = session[item.hit.answer]?.answer, let place = answer.place(of: item.hit.block) else {
        continue
      }
      let range = item.hit.match.range
      let text = answer[place].text
      guard range.upperBound <= text.utf8.count,
        text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound) == item.old
      else { continue }
      let edit = Edit.text(
        item.hit.block, offset: range.lowerBound, length: range.count, with: item.new, source: nil)
      if plan.answers.last?.answer == item.hit.answer {
        plan.answers[plan.answers.count - 1].edits.append(edit)
      } else {
        plan.answers.append(.init(answer: item.hit.answer, edits: [edit]))
      }
      plan.count += 1
    }
    return plan
  }
}
