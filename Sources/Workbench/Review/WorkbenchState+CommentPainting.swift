import BidModel
import Screen

/// Comments beside the text: a sign in the margin, and what is said where the cursor stands.
extension WorkbenchState {
  /// Settles how many rows at the foot of the text the comment at the cursor takes.
  mutating func layOutComments(in area: Rect) {
    refreshComments()
    guard !comments.list.isEmpty, !view.isLinear, findRows == 0, area.rows >= 8,
      !commentsAtCaret.isEmpty
    else {
      comments.rows = 0
      return
    }
    comments.rows = min(commentStrip(width: area.columns).count, max(2, area.rows / 3))
  }

  /// Paints the comment at the cursor under the text.
  func paintCommentStrip(on surface: inout Surface, area: Rect) {
    guard comments.rows > 0 else { return }
    var rows = commentStrip(width: area.columns)
    // The row of keys is kept: it says how to read the rest.
    if rows.count > comments.rows { rows = rows.prefix(comments.rows - 1) + rows.suffix(1) }
    let top = area.endRow - comments.rows
    for (offset, row) in rows.enumerated() where top + offset < area.endRow {
      paintRow(
        row, isSelected: false, at: Point(row: top + offset, column: area.column), width: area.columns,
        on: &surface)
    }
  }

  private func commentStrip(width: Int) -> [PaneRow] {
    let here = commentsAtCaret
    guard let comment = here.first else { return [] }
    let count = here.count > 1 ? " 1 of \(here.count) " : ""
    let line = "── Comment \(comment.sign) \(count)"
    var rows = [
      PaneRow([
        (line + String(repeating: "─", count: max(0, width - TextWidth.columns(line))), theme.border)
      ])
    ]
    for (index, words) in words(of: comment).enumerated() {
      rows += PaneRow.wrapped(
        words.replacing("\n", with: " "), width: width, indent: 2,
        style: index == 0 ? theme.title : words.hasPrefix("Better words:") ? theme.good : theme.text)
    }
    let isPraise = comment.group.first.comment.kind == .praise
    let hasWords = here.contains { $0.group.items.contains { !$0.comment.suggestion.isEmpty } }
    var keys: [String] = []
    func offer(_ id: String, _ word: String) {
      if let key = commands[id]?.keys.first { keys.append("\(key.name) \(word)") }
    }
    if hasWords { offer("review.comment-accept", "takes it") }
    if !isPraise {
      offer("review.comment-done", "done")
      offer("review.comment-open", "more")
    }
    offer("review.comment-next", "next")
    // A key that does not fit whole is left out; the palette has it.
    while keys.count > 1, TextWidth.columns(keys.joined(separator: " · ")) > width { keys.removeLast() }
    rows.append(PaneRow([(TextWidth.clip(keys.joined(separator: " · "), columns: width), theme.dim)]))
    return rows
  }

  /// Paints the signs in the column of air before the text.
  mutating func paintCommentMargin(on surface: inout Surface, layout: ScreenLayout) {
    guard !comments.list.isEmpty, let rect = layout.panes[.editor], let text = layout.inside(.editor) else {
      return
    }
    let inner = layout.hasBorders ? rect.inset(by: 1) : rect
    guard text.column > inner.column else { return }
    let column = max(inner.column, text.column - 2)
    let answer = currentAnswer
    for (offset, row) in editor.painted.enumerated() {
      var sign: String?
      if let line = row.line { sign = self.sign(at: line, in: answer) }
      surface.write(
        sign ?? " ", at: Point(row: editor.area.row + offset, column: column), limit: 1,
        style: sign == nil ? theme.text : theme.key)
    }
  }

  /// The sign of the comments that begin on a line: what must change before what may.
  private mutating func sign(at line: EditorLine, in answer: Answer) -> String? {
    var signs: Set<String> = []
    switch line.spot {
    case .heading:
      for comment in comments.list where comment.isOfWhole {
        if answer.place(of: comment.block)?.part == line.part { signs.insert(comment.sign) }
      }
    case .text(let block, let row):
      let id = answer.parts[line.part].blocks[block].id
      for comment in comments.list where !comment.isOfWhole {
        let starts =
          comment.place.pieces.isEmpty
          ? (comment.block == id ? [0] : [])
          : comment.place.pieces.filter { $0.block == id }.map(\.range.lowerBound)
        guard !starts.isEmpty else { continue }
        let layout = layout(at: BlockPlace(part: line.part, block: block)).layout
        if starts.contains(where: { layout.place(of: $0).row == row }) { signs.insert(comment.sign) }
      }
    case .limit, .space: return nil
    }
    return ["!", "?", "·", "+"].first(where: signs.contains)
  }
}
