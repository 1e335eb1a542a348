import Screen

/// What a form shows, whichever form it is.
struct FormPage {
  var title: String
  var note: String
  var fields: [FormField]
  var selected: Int
  var fault: String?
  var hint: String
  /// Columns of the inside, where the window has as many.
  var columns = 70

  /// Columns of the labels.
  static let labelColumns = 15

  init(_ form: KPIForm) {
    (title, note, fields) = ("KPI · \(form.reference)", form.definition, form.fields)
    (selected, fault) = (form.selected, form.fault)
    hint = "Enter keeps it everywhere it is used · Up and Down move · Esc leaves it"
  }

  init(_ form: DetailsForm) {
    (title, fields) = (form.title, form.fields)
    note = "Kept at the head of the answer's file."
    (selected, fault) = (form.selected, form.fault)
    if let name = form.offered {
      hint = "Right completes \(name) · Enter keeps it"
    } else if form.takesPeople, !form.team.isEmpty {
      hint = "Team: \(form.team.joined(separator: ", "))"
    } else {
      hint = "Enter keeps it · Left and Right change the state · Esc leaves it"
    }
  }

  init(_ form: QuestionForm) {
    (title, fields, selected, fault) = (form.title, form.fields, form.selected, form.shownFault)
    note =
      form.answer == nil
      ? "A file of its own in the bid's answers folder." : "Kept at the head of the answer's file."
    let keeps = form.answer == nil ? "Enter makes the file" : "Enter keeps it"
    hint = "\(keeps) · Tab next field · Esc leaves it"
    if let name = form.offered {
      hint = "Right completes \(name) · Enter keeps all"
    } else if !form.choices.isEmpty {
      hint = "\(form.choices.joined(separator: ", ")) · \(keeps)"
    } else if form.fields[form.selected].takesLines {
      hint = "Paste or type · Alt-Enter breaks the line · \(keeps)"
    }
    columns = 92
  }
}

extension WorkbenchState {
  /// What the form on top shows; `nil` when none is open.
  var formPage: FormPage? {
    switch overlays.last {
    case .form(let form): FormPage(form)
    case .details(let form): FormPage(form)
    case .question(let form): FormPage(form)
    default: nil
    }
  }

  /// The columns that the text of a field has.
  func fieldColumns(of form: FormPage) -> Int {
    let inside = view.isLinear ? size.columns : min(form.columns, size.columns - 4)
    return max(1, inside - FormPage.labelColumns)
  }

  /// Paints a form: what it is, its fields, and below them what keys do or what is wrong.
  ///
  /// - Returns: Where the cursor stands.
  func paint(_ form: FormPage, on surface: inout Surface) -> Point? {
    let width = max(8, view.isLinear ? size.columns : min(form.columns, size.columns - 4))
    let note = PaneRow.wrapped(form.note, width: width, style: theme.dim)
    let hint = PaneRow.wrapped(
      form.fault ?? form.hint, width: width, style: form.fault == nil ? theme.dim : theme.warning)
    let (fields, cursor) = fieldRows(of: form)
    let inside = box(
      form.title, rows: note.count + fields.count + 1 + hint.count, columns: form.columns, on: &surface)
    // In a low window the fields are kept, and scroll.
    let foot = inside.rows < 2 ? 0 : min(hint.count, max(1, inside.rows - 8))
    let head = inside.rows < 3 ? 0 : min(note.count, max(1, inside.rows - 8))
    let visible = max(1, inside.rows - head - foot)
    let top = max(0, min(cursor.row - visible + 1, fields.count - visible))
    let put = { (row: PaneRow, line: Int, surface: inout Surface) in
      paintRow(
        row, isSelected: false, at: Point(row: inside.row + line, column: inside.column),
        width: inside.columns, on: &surface)
    }
    for (offset, row) in note.prefix(head).enumerated() { put(row, offset, &surface) }
    for (offset, row) in fields[top...].prefix(visible).enumerated() { put(row, head + offset, &surface) }
    for (offset, row) in hint.prefix(foot).enumerated() { put(row, inside.rows - foot + offset, &surface) }
    guard inside.columns > FormPage.labelColumns + 2 else { return nil }
    return Point(
      row: inside.row + head + cursor.row - top,
      column: min(inside.endColumn - 1, inside.column + cursor.column))
  }

  /// The rows of the fields, and the row and column of the cursor in them.
  private func fieldRows(of form: FormPage) -> (rows: [PaneRow], cursor: (row: Int, column: Int)) {
    let room = fieldColumns(of: form)
    let label = FormPage.labelColumns
    var rows: [PaneRow] = []
    var cursor = (row: 0, column: label)
    for (index, field) in form.fields.enumerated() {
      let isInHand = index == form.selected
      let isWhole = field.selection == 0..<field.text.count
      let style = isInHand && isWhole ? theme.selected : theme.text
      var lines: [(String, Style)]
      var marked: [(String, Style)]?
      var place = (row: 0, column: 0)
      if field.text.isEmpty {
        let example = field.hint.isEmpty ? "" : "e.g. \(field.hint)"
        lines = [(TextWidth.clip(example, columns: room), theme.dim)]
      } else if field.takesLines {
        let all = FieldLines(field, columns: room)
        let shown = isInHand ? max(1, min(8, size.rows - form.fields.count - 8)) : 1
        let top = isInHand ? max(0, min(all.cursor.row - shown / 2, all.rows.count - shown)) : 0
        place = (all.cursor.row - top, min(all.cursor.column, room - 1))
        lines = all.rows[top...].prefix(shown).map { ($0, style) }
        if !isInHand, all.rows.count > 1 {
          let more = " (\(all.rows.count) rows)"
          lines[0].0 = TextWidth.clip(all.rows[0], columns: max(1, room - TextWidth.columns(more))) + more
        }
      } else {
        let window = FieldWindow(field, isInHand: isInHand, columns: room)
        lines = [(window.text, style)]
        marked = [
          (window.pieces.before, theme.text), (window.pieces.selected, theme.selected),
          (window.pieces.after, theme.text),
        ]
        place.column = window.cursor
      }
      if isInHand { cursor = (rows.count + place.row, label + place.column) }
      for (offset, line) in lines.enumerated() {
        let name = TextWidth.pad(offset == 0 ? field.label : "", columns: label)
        rows.append(
          PaneRow([(name, isInHand ? theme.title : theme.text)] + (marked ?? [line])))
      }
    }
    return (rows, cursor)
  }
}
