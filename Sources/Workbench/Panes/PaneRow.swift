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
