import BidAnalysis
import BidModel
import Screen

/// How a row of the text stands to the limit of the answer.
enum Beyond: Hashable, Sendable {
  /// All of it is within.
  case nothing
  /// All of it is over.
  case whole
  /// It is over from this byte on, counted from the row's start in the shown text.
  case from(Int)
}

extension WorkbenchState {
  /// Finds anew where the answer in hand passes its limit, when the text or the register has changed.
  ///
  /// - Complexity: O(1) within the limit; else O(*n*) in the length of the answer.
  mutating func refreshCut() {
    let index = currentIndex
    let count = session.count(ofAnswerAt: index)
    guard editor.cutStamp != count.stamp else { return }
    editor.cutStamp = count.stamp
    editor.cut = nil
    guard let limit = session.answers[index].question.limit, count.total[limit.unit] > limit.amount else {
      return
    }
    editor.cut = CutPoint(
      in: session.answers[index].answer, limit: limit,
      template: session.template(of: session.answers[index].answer), values: session.values,
      rule: session.rule)
  }

  /// The block that holds the limit, and the row of it that the line of the limit stands under.
  mutating func cutRow() -> (place: BlockPlace, row: Int)? {
    guard let cut = editor.cut, let place = session.answers[currentIndex].answer.place(of: cut.block) else {
      return nil
    }
    let layout = layout(at: place).layout
    var row = layout.place(of: cut.offset).row
    // A limit between two rows belongs under the first.
    if row > 0, layout.display.shownOffset(cut.offset) <= layout.rows[row].lowerBound { row -= 1 }
    return (place, row)
  }

  /// How a row of the block at `place` stands to the limit.
  func beyond(row: Int, of layout: BlockLayout, at place: BlockPlace, cut: BlockPlace?) -> Beyond {
    guard let cut, let point = editor.cut, cut <= place else { return .nothing }
    let part = session.answers[currentIndex].answer.parts[place.part]
    guard currentTemplate.part(part.key)?.isSubmitted != false else { return .nothing }
    guard place == cut else { return .whole }
    let shown = layout.display.shownOffset(point.offset)
    if shown <= layout.rows[row].lowerBound { return .whole }
    return shown < layout.rows[row].upperBound ? .from(shown - layout.rows[row].lowerBound) : .nothing
  }

  /// The words of the line that stands where the answer passes its limit.
  var cutNote: String {
    guard let limit = session.answers[currentIndex].question.limit else { return "" }
    return "\(view.isLinear ? "" : "╌╌ ")limit: \(limit.unit.phrase(limit.amount)) "
  }

  /// A bar of six cells for how much of a part's share is written.
  static func budgetBar(_ count: Int, of share: Int) -> String {
    let cells = share <= 0 ? 6 : min(6, (count * 6 + share - 1) / share)
    return String(repeating: "━", count: cells) + String(repeating: "╌", count: 6 - cells)
  }
}
