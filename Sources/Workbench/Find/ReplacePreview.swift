import BidModel
import BidStorage

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
    /// Why it cannot be changed, in one sentence.
    package var obstacle: String?
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
  /// The files of other bids, rewritten as a whole.
  package var files: [Transaction.OtherFile] = []
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
  /// - Parameter others: The other bids, as they were searched.
  /// - Complexity: O(*n*) in the items and in the bytes of the files of other bids.
  func plan(in session: BidSession, others: [OtherBid]) -> ReplacePlan {
    var plan = ReplacePlan(title: "Replace", answers: [], count: 0)
    var edits: [(answer: Answer, edits: [Edit])] = []
    // From the last to the first, so that the places before stay where they are.
    for item in items.reversed() where item.isOn {
      let id = item.hit.answer
      guard let answer = session[id]?.answer ?? others.lazy.flatMap(\.answers).first(where: { $0.id == id }),
        let edit = item.edit(in: answer)
      else { continue }
      if edits.last?.answer.id != id { edits.append((answer, [])) }
      edits[edits.count - 1].edits.append(edit)
      plan.count += 1
    }
    for (answer, edits) in edits {
      guard session[answer.id] == nil else {
        plan.answers.append(.init(answer: answer.id, edits: edits))
        continue
      }
      var changed = answer
      guard edits.allSatisfy({ (try? changed.apply($0)) != nil }) else {
        plan.count -= edits.count
        continue
      }
      plan.files.append(
        .init(path: answer.id.path, before: AnswerFile.print(answer), after: AnswerFile.print(changed)))
    }
    return plan
  }
}

extension ReplacePreview.Item {
  /// The edit that puts the new words where the old ones stand; `nil` where they stand no more.
  fileprivate func edit(in answer: Answer) -> Edit? {
    guard let place = answer.place(of: hit.block) else { return nil }
    let range = hit.match.range
    let text = answer[place].text
    guard range.upperBound <= text.utf8.count,
      text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound) == old
    else { return nil }
    return .text(hit.block, offset: range.lowerBound, length: range.count, with: new, source: nil)
  }
}
