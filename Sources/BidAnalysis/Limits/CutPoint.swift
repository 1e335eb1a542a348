import BidModel

/// Where the count of an answer reaches its limit: what stands behind it is over.
///
/// Limitations: in a table, and where a block's own lines or spaces are laid out anew for the portal,
/// the point may stand a character or a cell beside the exact one; the count itself is exact.
package struct CutPoint: Hashable, Sendable {
  /// Index into ``Answer/parts``.
  package var part: Int
  package var block: BlockID
  /// UTF-8 bytes of ``Block/text``: the end of the last word, or character, that is within the limit.
  package var offset: Int

  /// The point in `answer`, or `nil` when it is within `limit`.
  ///
  /// - Complexity: O(*n*) in the length of the text up to the point.
  package init?(
    in answer: Answer, limit: Question.Limit, template: AnswerTemplate, values: KPIValues, rule: CountRule
  ) {
    var tally = SubmissionTally(rule: rule)
    for (index, part) in answer.parts.enumerated() where template.part(part.key)?.isSubmitted != false {
      if let title = part.exportedHeading(template: template, rule: rule) {
        tally.add(SubmissionPiece.heading(title).count(rule: rule), isItem: false)
      }
      for block in part.blocks {
        let rendered = RenderedText(block.text, values: values)
        guard let piece = SubmissionPiece(block, rendered: rendered, rule: rule) else { continue }
        let own = piece.count(rule: rule)
        tally.add(own, isItem: piece.isItem)
        guard tally.count[limit.unit] > limit.amount else { continue }
        let marker = TextCount(piece.marker, rule: rule)[limit.unit]
        let before = tally.count[limit.unit] - own[limit.unit]
        let room = max(0, limit.amount - before - marker)
        let end = Self.offset(in: rendered.text, after: room, unit: limit.unit, rule: rule)
        (self.part, self.block) = (index, block.id)
        offset = rendered.sourceRange(0..<end).upperBound
        return
      }
    }
    return nil
  }

  /// The UTF-8 offset behind the first `room` words or characters of `text`.
  private static func offset(in text: String, after room: Int, unit: CountUnit, rule: CountRule) -> Int {
    guard room > 0 else { return 0 }
    var count = TextCount()
    var end = 0
    var position = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      let own = TextCount(String(scalar), rule: rule)
      if own.words == 1 {
        if !isInWord { count.words += 1 }
        isInWord = true
      } else {
        isInWord = false
      }
      count.characters += own.characters
      if count[unit] > room { return end }
      position += length
      if unit == .characters || isInWord { end = position }
    }
    return position
  }
}
