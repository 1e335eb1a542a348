import BidModel
import Screen

/// A row of a list pane: styled words, and what Enter does on it.
package struct PaneRow: Sendable {
  /// The words with their styles, from the left.
  var pieces: [(text: String, style: Style)]
  /// What Enter does; rows without are passed over when moving.
  var action: Action?

  init(_ pieces: [(String, Style)], action: Action? = nil) {
    self.pieces = pieces.map { (text: $0.0, style: $0.1) }
    self.action = action
  }

  /// What Enter does on a row.
  enum Action: Hashable, Sendable {
    case showAnswer(AnswerID)
    case showPart(AnswerID, index: Int)
    /// Show or hide what is behind the row named by the key.
    case toggle(String)
    case reveal(AnswerID, BlockID, Range<Int>?)
    case editFact(KPIReference)
    /// Leave this bid for another.
    case go(Destination)
  }

  /// The words without their styles.
  var plain: String { pieces.map(\.text).joined() }
}

extension PaneRow {
  /// Rows of `text` wrapped to `width`, the rows after the first behind `indent` spaces.
  static func wrapped(
    _ text: String, width: Int, indent: Int = 0, first: String = "", style: Style, action: Action? = nil
  ) -> [PaneRow] {
    var rows: [PaneRow] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      let needed = TextWidth.columns(word) + (isEmpty ? 0 : 1)
      if !isEmpty, TextWidth.columns(line) + needed > max(8, width) {
        rows.append(PaneRow([(line, style)], action: rows.isEmpty ? action : nil))
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    rows.append(PaneRow([(line, style)], action: rows.isEmpty ? action : nil))
    return rows
  }
}

extension ListState {
  /// Goes to the next item, or scrolls by a line where the item in hand, or what follows the last one,
  /// goes on beyond the view.
  mutating func move(by step: Int, in rows: [PaneRow], height: Int) {
    let end = Self.itemEnd(of: selected, in: rows)
    let next =
      step > 0
      ? rows.indices.first { $0 > selected && rows[$0].action != nil }
      : rows.indices.last { $0 < selected && rows[$0].action != nil }
    if step > 0, end > top + height || next == nil && rows.count > top + height { return top += 1 }
    if step < 0, top > 0, selected < top || next == nil { return top -= 1 }
    guard let next else { return }
    selected = next
    keepInView(count: rows.count, height: height, itemEnd: Self.itemEnd(of: next, in: rows))
  }

  /// Keeps the selection among the rows and as much of its item in view as fits; an item that is taller
  /// than the view stays where it was scrolled to.
  mutating func keepInView(count: Int, height: Int, itemEnd: Int) {
    selected = max(0, min(selected, count - 1))
    top = max(0, min(top, count - height))
    let isTall = itemEnd - selected > height
    if selected < top, !(isTall && itemEnd > top) { top = selected }
    if selected >= top + height { top = selected - max(1, height) + 1 }
    if !isTall, itemEnd > top + height { top = itemEnd - height }
  }

  /// Behind the last row of the item that begins at `row`: the next row on which Enter does something.
  static func itemEnd(of row: Int, in rows: [PaneRow]) -> Int {
    rows.indices.first { $0 > row && rows[$0].action != nil } ?? rows.count
  }
}
