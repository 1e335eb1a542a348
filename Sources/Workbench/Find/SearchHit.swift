import BidModel

/// A place in the bid that a search found.
package struct SearchHit: Hashable, Sendable {
  package var answer: AnswerID
  package var block: BlockID
  package var match: TextMatch
}

/// A place in another bid of the workspace, which is only looked at.
package struct ElsewhereHit: Hashable, Sendable {
  /// The bid's folder.
  package var bid: String
  /// The answer as the outline would show it.
  package var name: String
  /// The answer's file.
  package var path: String
  /// The paragraph's words.
  package var text: String
  /// Where it stands in the answer as it was read.
  package var hit: SearchHit

  /// UTF-8 bytes of ``text``.
  package var range: Range<Int> { hit.match.range }
}

/// The answers of another bid, read once for as long as a search lasts.
package struct OtherBid: Hashable, Sendable {
  /// The bid's folder, by its name alone.
  package var name: String
  package var answers: [Answer]
  /// Those that are signed.
  package var signed: Set<AnswerID> = []
}

extension BidSession {
  /// What `search` finds in `scope`, in the order of the bid.
  ///
  /// - Parameters:
  ///   - answer: The answer in hand.
  ///   - part: The part in hand.
  /// - Throws: ``SearchFault`` when the search is too much work.
  /// - Complexity: O(*n*) in the text of the scope.
  func hits(
    of search: TextSearch, in scope: SearchScope, answer: AnswerID, part: PartID?, budget: inout SearchBudget
  ) throws(SearchFault) -> [SearchHit] {
    var hits: [SearchHit] = []
    let isWide = scope == .bid || scope == .workspace
    for open in answers where isWide || open.id == answer {
      for piece in open.answer.parts where scope != .part || piece.id == part {
        for block in piece.blocks {
          for match in try search.matches(in: block.text, budget: &budget) {
            hits.append(SearchHit(answer: open.id, block: block.id, match: match))
          }
        }
      }
    }
    return hits
  }
}

extension OtherBid {
  /// What `search` finds in the bid's answers.
  ///
  /// - Throws: ``SearchFault`` when the search is too much work.
  /// - Complexity: O(*n*) in the bid's text.
  func hits(of search: TextSearch, budget: inout SearchBudget) throws(SearchFault) -> [ElsewhereHit] {
    var hits: [ElsewhereHit] = []
    for answer in answers {
      let title = ["question", "title"].compactMap { answer.frontMatter?[$0] }.joined(separator: " ")
      let file = answer.id.path.split(separator: "/").last.map(String.init) ?? answer.id.path
      for block in answer.parts.flatMap(\.blocks) {
        for match in try search.matches(in: block.text, budget: &budget) {
          hits.append(
            ElsewhereHit(
              bid: name, name: title.isEmpty ? file : title, path: answer.id.path, text: block.text,
              hit: SearchHit(answer: answer.id, block: block.id, match: match)))
        }
      }
    }
    return hits
  }
}
