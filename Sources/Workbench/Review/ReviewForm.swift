import BidAnalysis
import BidModel
import Screen

/// The fields of something that is said in a review.
package struct ReviewForm: Hashable, Sendable {
  package var title: String
  /// What there is to know before answering.
  package var note: String
  package var fields: [Field]
  package var selected: Int
  package var purpose: Purpose
  /// The first row in view of what stands above the fields, when there is more than fits.
  package var top = 0
  /// Why it cannot be kept yet.
  package var fault: String?

  /// One field.
  package struct Field: Hashable, Sendable {
    package var label: String
    package var text: String
    package var hint: String
    /// What Left and Right choose among; none for free words.
    package var choices: [String] = []
    /// What this field and those below it are about, on a row of its own; empty for none.
    package var heading = ""
  }

  /// What Enter keeps.
  package enum Purpose: Hashable, Sendable {
    case comment(AnswerID)
    case score(AnswerID, criteria: [String])
    case agree(AnswerID, criteria: [String])
    case decline([FixItem])
    case reply([FixItem])
    case assign([FixItem])
    case reopen([FixItem])
    case waive(GateItem)
    case identity
    case name
    case ai(AnswerID)
    case jump
  }

  package init(title: String, note: String = "", fields: [Field], selected: Int = 0, purpose: Purpose) {
    self.title = title
    self.note = note
    self.fields = fields
    self.selected = selected
    self.purpose = purpose
  }

  /// Types into the selected field; in one of choices, goes to the next that begins with the letter.
  mutating func type(_ text: String) {
    fault = nil
    let field = fields[selected]
    guard !field.choices.isEmpty else { return fields[selected].text += text }
    for letter in text.lowercased() {
      let start = (field.choices.firstIndex(of: fields[selected].text) ?? -1) + 1
      let order = field.choices[start...] + field.choices[..<start]
      if let next = order.first(where: { $0.lowercased().first == letter }) { fields[selected].text = next }
    }
  }

  /// Shows another choice.
  mutating func choose(by step: Int) {
    let choices = fields[selected].choices
    guard !choices.isEmpty else { return }
    let index = choices.firstIndex(of: fields[selected].text) ?? (step > 0 ? -1 : choices.count)
    fields[selected].text = choices[(index + step + choices.count) % choices.count]
  }

  /// The words of a field, without space at their ends.
  func words(_ index: Int) -> String {
    fields.indices.contains(index) ? fields[index].text.trimmingSpaces() : ""
  }
}

extension WorkbenchState {
  /// Changes the form on top.
  mutating func changeReviewForm(_ change: (inout ReviewForm) -> Void) {
    guard case .reviewForm(var form) = overlays.last else { return }
    change(&form)
    overlays[overlays.count - 1] = .reviewForm(form)
  }

  /// Paints a form: each field on a row, the selected one's words in full.
  ///
  /// - Returns: Where the cursor stands.
  func paint(_ form: ReviewForm, on surface: inout Surface) -> Point? {
    let widest = if case .agree = form.purpose { 180 } else { 84 }
    let width = min(widest, max(16, size.columns - 8))
    let label = min(16, width / 3)
    var head = form.note.isEmpty ? [] : PaneRow.wrapped(form.note, width: width, style: theme.dim)
    if case .agree(let id, _) = form.purpose, let open = session[id], let round = moderatedRound {
      head = moderationRows(of: open, round: round, width: width)
    }
    let room = max(0, size.rows - 8 - form.fields.count - form.fields.count { !$0.heading.isEmpty })
    if head.count > room, room > 0 {
      let top = max(0, min(form.top, head.count - room + 1))
      let left = head.count - top - room + 1
      head = Array(head[top...].prefix(room - 1))
      head.append(
        PaneRow([(left > 0 ? "PageDown: \(left) more rows" : "PageUp: more above", theme.dim)]))
    }
    var rows = Array(head.prefix(room))
    if !rows.isEmpty { rows.append(PaneRow([("", theme.text)])) }
    var cursor = (row: 0, column: 0)
    for (index, field) in form.fields.enumerated() {
      let isSelected = index == form.selected
      if !field.heading.isEmpty {
        rows.append(PaneRow([(TextWidth.clip(field.heading, columns: width), theme.partHeading)]))
      }
      let sign = isSelected ? "▸ " : "  "
      let name = TextWidth.pad(sign + field.label, columns: label)
      let words = field.choices.isEmpty ? field.text : "‹ \(field.text.isEmpty ? field.hint : field.text) ›"
      let shown = words.isEmpty ? field.hint : words
      let lines = isSelected ? Self.lines(of: shown, width: max(4, width - label - 1)) : [shown]
      let visible = lines.suffix(5)
      for (offset, line) in visible.enumerated() {
        let lead = offset == 0 ? name : String(repeating: " ", count: label)
        let style = field.text.isEmpty ? theme.dim : theme.text
        rows.append(
          PaneRow([
            (lead, isSelected ? theme.title : theme.text),
            (TextWidth.clip(line, columns: max(1, width - label)), style),
          ]))
      }
      if isSelected {
        let isFree = field.choices.isEmpty
        let end = field.text.isEmpty || !isFree ? 0 : TextWidth.columns(visible.last ?? "")
        cursor = (rows.count - 1, label + end)
      }
    }
    rows.append(PaneRow([("", theme.text)]))
    // What is typed is always in view: in a low window what stands above gives way.
    let over = rows.count + 4 - size.rows
    if over > 0 {
      let cut = min(over, head.count)
      rows.removeFirst(cut)
      cursor.row -= cut
    }
    let hint =
      form.fields.contains { !$0.choices.isEmpty }
      ? "Enter keeps · Tab next field · ←→ choose · Esc gives up"
      : "Enter keeps · Tab next field · Esc gives up"
    rows.append(PaneRow([(form.fault ?? hint, form.fault == nil ? theme.dim : theme.warning)]))
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

  /// `text` in lines of `width` columns, broken between words, a space at its end kept.
  private static func lines(of text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if !last.isEmpty, TextWidth.columns(last) + 1 + TextWidth.columns(word) > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (lines.count == 1 && last.isEmpty ? "" : last.isEmpty ? "" : " ") + word
      }
    }
    return lines
  }
}
