import BidModel
import Screen

/// Painting a review's form: what there is to know, then each field on a row, the one in hand in full.
extension WorkbenchState {
  /// Rows of the field in hand that are in view at once.
  private static let fieldRows = 5

  /// Paints a form.
  ///
  /// - Returns: Where the cursor stands.
  func paint(_ form: ReviewForm, on surface: inout Surface) -> Point? {
    let widest = if case .agree = form.purpose { 180 } else { 84 }
    let width = min(widest, max(16, size.columns - 8))
    let label = min(16, width / 3)
    var rows = head(of: form, width: width)
    let headRows = rows.count
    if !rows.isEmpty { rows.append(PaneRow([("", theme.text)])) }
    var cursor = (row: 0, column: 0)
    for (index, field) in form.fields.enumerated() {
      if form.isFirst(index, of: field.name.criterion) {
        rows.append(PaneRow([(TextWidth.clip(field.name.criterion, columns: width), theme.partHeading)]))
      }
      let shown = self.rows(of: field, isInHand: index == form.selected, label: label, width: width)
      if let place = shown.cursor { cursor = (rows.count + place.row, place.column) }
      rows += shown.rows
    }
    rows.append(PaneRow([("", theme.text)]))
    // What is typed is always in view: in a low window what stands above gives way.
    let over = rows.count + 4 - size.rows
    if over > 0 {
      let cut = min(over, headRows)
      rows.removeFirst(cut)
      cursor.row -= cut
    }
    rows.append(PaneRow([(form.fault ?? form.hint, form.fault == nil ? theme.dim : theme.warning)]))
    let inside = box(form.title, rows: rows.count, columns: width, on: &surface)
    for (offset, row) in rows.prefix(inside.rows).enumerated() {
      paintRow(
        row, isSelected: false, at: Point(row: inside.row + offset, column: inside.column),
        width: inside.columns, on: &surface)
    }
    return Point(
      row: min(inside.endRow - 1, inside.row + cursor.row),
      column: min(inside.endColumn - 1, inside.column + cursor.column))
  }

  /// What stands above the fields, as far as there is room; the rest is reached by pages.
  private func head(of form: ReviewForm, width: Int) -> [PaneRow] {
    var head = form.note.isEmpty ? [] : PaneRow.wrapped(form.note, width: width, style: theme.dim)
    if case .agree(let id, _) = form.purpose, let open = session[id], let round = moderatedRound {
      head = moderationRows(of: open, round: round, width: width)
    }
    let headings = form.fields.indices.count { form.isFirst($0, of: form.fields[$0].name.criterion) }
    let room = max(0, size.rows - 8 - form.fields.count - headings)
    if head.count > room, room > 0 {
      let top = max(0, min(form.top, head.count - room + 1))
      let left = head.count - top - room + 1
      head = Array(head[top...].prefix(room - 1))
      head.append(
        PaneRow([(left > 0 ? "PageDown: \(left) more rows" : "PageUp: more above", theme.dim)]))
    }
    return Array(head.prefix(room))
  }

  /// The rows of a field, and the place of the cursor in them when it is in hand.
  private func rows(of field: FormField, isInHand: Bool, label: Int, width: Int)
    -> (rows: [PaneRow], cursor: (row: Int, column: Int)?)
  {
    let name = (
      TextWidth.pad((isInHand ? "▸ " : "  ") + field.label, columns: label),
      isInHand ? theme.title : theme.text
    )
    let room = max(1, width - label)
    let style = field.text.isEmpty ? theme.dim : theme.text
    guard isInHand, field.choices.isEmpty, !field.text.isEmpty else {
      let words = field.choices.isEmpty ? field.text : "‹ \(field.text.isEmpty ? field.hint : field.text) ›"
      let shown = words.isEmpty ? field.hint : words.replacing("\n", with: " ")
      return ([PaneRow([name, (TextWidth.clip(shown, columns: room), style)])], isInHand ? (0, label) : nil)
    }
    let lines = ProseLines(field, width: max(4, room - 1))
    let top = max(0, min(lines.cursor.row - Self.fieldRows / 2, lines.lines.count - Self.fieldRows))
    let rows = lines.lines[top...].prefix(Self.fieldRows).enumerated().map { offset, pieces in
      PaneRow(
        [offset == 0 ? name : (String(repeating: " ", count: label), theme.text)]
          + pieces.map { ($0.text, $0.isSelected ? theme.selected : theme.text) })
    }
    return (rows, (lines.cursor.row - top, label + lines.cursor.column))
  }

  /// Shows more of what stands above a form's fields.
  mutating func scrollReviewForm(by step: Int) {
    guard case .reviewForm(var form) = overlays.last else { return }
    form.top = max(0, min(form.top + step, 100))
    overlays[overlays.count - 1] = .reviewForm(form)
  }
}

extension ReviewForm {
  /// Whether a field is the first of its criterion, which then stands above it.
  fileprivate func isFirst(_ index: Int, of criterion: String) -> Bool {
    !criterion.isEmpty && (index == 0 || fields[index - 1].name.criterion != criterion)
  }

  /// What keys do here.
  fileprivate var hint: String {
    if field.name == .betterWords, field.isSelected, !field.isChanged {
      return "Typing replaces these words · an arrow key keeps them"
    }
    return fields.contains { !$0.choices.isEmpty }
      ? "Enter keeps · Tab next field · ←→ choose · Esc gives up"
      : "Enter keeps · Tab next field · Esc gives up"
  }
}

/// A field's text in lines, broken between words, with the cursor and what is selected.
struct ProseLines {
  /// Each line in stretches, selected or not.
  private(set) var lines: [[(text: String, isSelected: Bool)]] = []
  /// The line of the cursor, and the columns before it.
  private(set) var cursor = (row: 0, column: 0)

  /// - Complexity: O(*n*) in the length of the text.
  init(_ field: FormField, width: Int) {
    let letters = field.text.map { $0.isNewline ? " " : $0 }
    for line in Self.breaks(letters, width: width) {
      if line.lowerBound <= field.cursor {
        cursor = (
          lines.count,
          TextWidth.columns(String(letters[line.lowerBound..<min(line.upperBound, field.cursor)]))
        )
      }
      let selected = field.selection?.clamped(to: line) ?? line.upperBound..<line.upperBound
      lines.append(
        [
          (line.lowerBound..<selected.lowerBound, false), (selected, true),
          (selected.upperBound..<line.upperBound, false),
        ]
        .filter { !$0.0.isEmpty }.map { (String(letters[$0.0]), $0.1) })
    }
  }

  /// The characters of each line; the space at which a line is broken ends it.
  private static func breaks(_ letters: [Character], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0)
    var space: Int?
    for (index, letter) in letters.enumerated() {
      let columns = TextWidth.columns(String(letter))
      if used + columns > width, letter != " ", index > start {
        let end = space ?? index
        lines.append(start..<end)
        start = end
        used = TextWidth.columns(String(letters[end..<index]))
        space = nil
      }
      used += columns
      if letter == " " { space = index + 1 }
    }
    return lines + [start..<letters.count]
  }
}
