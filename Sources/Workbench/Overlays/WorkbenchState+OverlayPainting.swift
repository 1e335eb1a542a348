import BidModel
import Screen

extension WorkbenchState {
  /// Paints an overlay.
  ///
  /// - Returns: Where the terminal's cursor stands in it, if it takes text.
  mutating func paint(_ overlay: Overlay, on surface: inout Surface) -> Point? {
    switch overlay {
    case .page(let page): paint(page, on: &surface)
    case .proof(let box): paint(box, on: &surface)
    case .review(let box): paint(box, on: &surface)
    default: return paintBox(overlay, on: &surface)
    }
    return nil
  }

  private mutating func paintBox(_ overlay: Overlay, on surface: inout Surface) -> Point? {
    switch overlay {
    case .page, .proof, .review: nil
    case .studio(let file): paint(file, on: &surface)
    case .reviewForm(let form): paint(form, on: &surface)
    case .palette(let palette): paint(palette, on: &surface)
    case .help(let top): paintHelp(from: top, on: &surface)
    case .form(let form): paint(FormPage(form), on: &surface)
    case .details(let form): paint(FormPage(form), on: &surface)
    case .question(let form): paint(FormPage(form), on: &surface)
    case .choice(let choice): paint(choice, on: &surface)
    case .prompt(let prompt): paint(prompt, on: &surface)
    case .completion(let completion): paint(completion, on: &surface)
    case .spelling(let box): paint(box, on: &surface)
    case .find(let box): paint(box, on: &surface)
    case .sheet(let sheet): paint(sheet, on: &surface)
    }
  }

  /// A box in the middle of the window, cleared, and its inside.
  func box(_ title: String, rows: Int, columns: Int, on surface: inout Surface) -> Rect {
    let (rect, inside) = boxPlaces(rows: rows, columns: columns)
    surface.clear(rect, style: theme.text)
    if inside != rect {
      surface.box(rect, title: title, style: theme.focusedBorder, titleStyle: theme.focusedBorder)
    }
    return inside
  }

  /// Where a box with so many rows and columns inside stands, and its inside; the same where it has no border.
  func boxPlaces(rows: Int, columns: Int) -> (rect: Rect, inside: Rect) {
    let height = min(size.rows, rows + 2)
    let width = min(size.columns, columns + 4)
    let rect = Rect(
      row: max(0, (size.rows - height) / 3), column: (size.columns - width) / 2, rows: height, columns: width)
    guard height > 2, width > 4 else { return (rect, rect) }
    return (
      rect, Rect(row: rect.row + 1, column: rect.column + 2, rows: height - 2, columns: width - 4)
    )
  }

  private func paint(_ palette: Palette, on surface: inout Surface) -> Point? {
    let commands = commands.matching(palette.query)
    let inside = box("Commands", rows: max(6, size.rows * 2 / 3), columns: 76, on: &surface)
    let prompt = "> " + palette.query
    surface.write(
      TextWidth.pad(prompt, columns: inside.columns), at: Point(row: inside.row, column: inside.column),
      limit: inside.columns, style: theme.title)
    let height = inside.rows - 1
    let top = max(0, min(palette.selected - height / 2, commands.count - height))
    for offset in 0..<max(0, height) {
      let index = top + offset
      let point = Point(row: inside.row + 1 + offset, column: inside.column)
      guard commands.indices.contains(index) else { break }
      paintRow(
        row(for: commands[index], width: inside.columns), isSelected: index == palette.selected, at: point,
        width: inside.columns, on: &surface)
    }
    return Point(
      row: inside.row, column: min(inside.endColumn - 1, inside.column + TextWidth.columns(prompt)))
  }

  private func row(for command: Command, width: Int) -> PaneRow {
    let keys = command.keys.first?.name ?? ""
    let reason = command.unavailable(self)
    let words = reason.map { "\(command.title): \($0)" } ?? "\(command.title): \(command.help)"
    let room = max(4, width - TextWidth.columns(keys) - 1)
    return PaneRow([
      (TextWidth.pad(words, columns: room), reason == nil ? theme.text : theme.dim), (" " + keys, theme.key),
    ])
  }

  /// Columns inside the help screen.
  var helpWidth: Int { max(0, min(112, size.columns - 4)) }

  private func paintHelp(from top: Int, on surface: inout Surface) -> Point? {
    let inside = box("Help · Esc closes", rows: size.rows - 4, columns: 112, on: &surface)
    let lines = HelpText.lines(of: commands, width: helpWidth)
    let start = max(0, min(top, lines.count - inside.rows))
    for offset in 0..<inside.rows where lines.indices.contains(start + offset) {
      surface.write(
        TextWidth.clip(lines[start + offset], columns: inside.columns),
        at: Point(row: inside.row + offset, column: inside.column), limit: inside.columns, style: theme.text)
    }
    return nil
  }

  private func paint(_ form: FormPage, on surface: inout Surface) -> Point? {
    let inside = box(form.title, rows: form.fields.count + 4, columns: 70, on: &surface)
    surface.write(
      TextWidth.clip(form.note, columns: inside.columns),
      at: Point(row: inside.row, column: inside.column),
      limit: inside.columns, style: theme.dim)
    let visible = max(1, inside.rows - 3)
    let top = max(0, min(form.selected - visible + 1, form.fields.count - visible))
    var cursor: Point?
    for offset in 0..<min(visible, form.fields.count) {
      let field = form.fields[top + offset]
      let row = inside.row + 1 + offset
      let isSelected = top + offset == form.selected
      let label = TextWidth.pad(field.label, columns: 15)
      surface.write(
        label, at: Point(row: row, column: inside.column), limit: inside.columns,
        style: isSelected ? theme.title : theme.text)
      let room = inside.columns - 15
      guard room > 2 else { continue }
      let start = Point(row: row, column: inside.column + 15)
      guard !field.text.isEmpty else {
        let example = field.hint.isEmpty ? "" : "e.g. \(field.hint)"
        surface.write(
          TextWidth.clip(example, columns: room), at: start, limit: room, style: theme.dim)
        if isSelected { cursor = start }
        continue
      }
      let window = FieldWindow(field, isInHand: isSelected, columns: room)
      surface.write(
        window.text, at: start, limit: room,
        style: isSelected && field.isSelected ? theme.selected : theme.text)
      if isSelected { cursor = Point(row: row, column: start.column + window.cursor) }
    }
    let hint = form.fault ?? form.hint
    surface.write(
      TextWidth.clip(hint, columns: inside.columns), at: Point(row: inside.endRow - 1, column: inside.column),
      limit: inside.columns, style: form.fault == nil ? theme.dim : theme.warning)
    return cursor
  }

  private func paint(_ choice: Choice, on surface: inout Surface) -> Point? {
    let width = min(88, max(20, size.columns - 8))
    let text = choice.text.flatMap { paragraph in
      paragraph.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        let indent = String(line.prefix { $0 == " " })
        return PaneRow.wrapped(
          String(line), width: width, indent: indent.count, first: indent, style: theme.text)
      } + [PaneRow([("", theme.text)])]
    }
    let inside = box(
      choice.title, rows: min(size.rows - 4, text.count + choice.options.count), columns: width, on: &surface)
    let room = max(0, inside.rows - choice.options.count)
    let top = max(0, min(choice.top, text.count - room))
    let below = text.count - top - room
    for offset in 0..<room where text.indices.contains(top + offset) {
      let isMore = below > 0 && offset == room - 1
      let more = PaneRow([("▼ \(below + 1) more: PageDown", theme.dim)])
      paintRow(
        isMore ? more : text[top + offset], isSelected: false,
        at: Point(row: inside.row + offset, column: inside.column),
        width: inside.columns, on: &surface)
    }
    for (index, option) in choice.options.enumerated() where room + index < inside.rows {
      let sign = index == choice.selected ? "▸ " : "  "
      paintRow(
        PaneRow([(sign + option.title, theme.title)]), isSelected: index == choice.selected,
        at: Point(row: inside.row + room + index, column: inside.column), width: inside.columns, on: &surface)
    }
    return nil
  }

  private mutating func paint(_ completion: Completion, on surface: inout Surface) -> Point? {
    let isTemplate = completion.kind == .template
    guard let caret = isTemplate ? studioCaret : caretPoint(in: editor.area) else { return nil }
    let height = max(1, min(8, completion.items.count))
    let width = min(56, max(12, size.columns - 4))
    let isBelow = caret.row + 1 + height + 2 <= size.rows
    let row = isBelow ? caret.row + 1 : max(0, caret.row - height - 2)
    let rect = Rect(
      row: row, column: max(0, min(caret.column, size.columns - width)), rows: height + 2, columns: width)
    surface.clear(rect, style: theme.text)
    surface.box(
      rect, title: TextWidth.clip(completion.title, columns: width - 8), style: theme.focusedBorder,
      titleStyle: theme.focusedBorder)
    let top = max(0, min(completion.selected - height + 1, completion.items.count - height))
    for (words, row, isMore) in [
      (" ▲ ", rect.row, top > 0),
      (
        " ▼ \(completion.items.count - top - height) more ", rect.endRow - 1,
        completion.items.count > top + height
      ),
    ] where isMore {
      let width = TextWidth.columns(words)
      surface.write(
        words, at: Point(row: row, column: rect.endColumn - width - 2), limit: width,
        style: theme.focusedBorder)
    }
    for offset in 0..<height {
      guard completion.items.indices.contains(top + offset) else {
        paintRow(
          PaneRow([("No KPI holds these letters.", theme.dim)]), isSelected: false,
          at: Point(row: rect.row + 1, column: rect.column + 1), width: width - 2, on: &surface)
        break
      }
      let item = completion.items[top + offset]
      let note = TextWidth.clip(item.note, columns: (width - 2) / 2)
      let room = max(4, width - 3 - TextWidth.columns(note))
      paintRow(
        PaneRow([
          (TextWidth.pad(item.name.clippedInMiddle(columns: room), columns: room), theme.text),
          (" " + note, theme.dim),
        ]),
        isSelected: top + offset == completion.selected,
        at: Point(row: rect.row + 1 + offset, column: rect.column + 1), width: width - 2, on: &surface)
    }
    return caret
  }
}

extension Completion {
  /// What stands on the list's border.
  fileprivate var title: String {
    switch kind {
    case .kpi: filter.map { $0.isEmpty ? "KPI · type to find one" : "KPI · \($0)" } ?? "KPI"
    case .words, .template: "Complete"
    case .synonyms(let word): "Synonyms of ‘\(word)’"
    }
  }
}

/// What a form shows, whichever form it is.
private struct FormPage {
  var title: String
  var note: String
  var fields: [FormField]
  var selected: Int
  var fault: String?
  var hint: String

  init(_ form: KPIForm) {
    (title, note, fields) = ("KPI · \(form.reference)", form.definition, form.fields)
    (selected, fault) = (form.selected, form.fault)
    hint = "Enter keeps it everywhere it is used · Up and Down move · Esc leaves it as it was"
  }

  init(_ form: DetailsForm) {
    (title, note, fields) = (form.title, "Kept in the answer's own file, at its head.", form.fields)
    (selected, fault) = (form.selected, form.fault)
    if let name = form.offered {
      hint = "Right completes \(name) · Enter keeps it"
    } else if form.takesPeople, !form.team.isEmpty {
      hint = "Team: \(form.team.joined(separator: ", "))"
    } else {
      hint = "Enter keeps it · Left and Right change the state · Esc leaves it as it was"
    }
  }

  init(_ form: QuestionForm) {
    (title, note, fields) = ("New question", "A file of its own in the bid's answers folder.", form.fields)
    // A form that is still empty has no fault to show.
    selected = form.selected
    fault =
      form.fields[0].text.isEmpty ? nil : form.fields[1].text.isEmpty && form.selected < 2 ? nil : form.fault
    hint = "Enter makes the file · Semicolons part sub-asks · Esc closes"
  }
}

extension String {
  /// The end of the text that fits into `limit` columns.
  func tail(columns limit: Int) -> String {
    var rest = Substring(self)
    while TextWidth.columns(rest) > limit { rest = rest.dropFirst() }
    return String(rest)
  }
}

/// The part of a field's text that is in view, with a sign where it is cut, and where the cursor stands.
struct FieldWindow {
  private(set) var text = ""
  /// Columns before the cursor.
  private(set) var cursor = 0

  /// - Parameter isInHand: Whether the cursor has to be in view; else the text is shown from its start.
  init(_ field: FormField, isInHand: Bool, columns: Int) {
    let letters = Array(field.text)
    let place = isInHand ? min(field.cursor, letters.count) : 0
    var start = 0
    let width = { (range: Range<Int>) in TextWidth.columns(String(letters[range])) }
    // The cursor needs a column behind the last letter, and a cut one for its sign.
    let behind = place == letters.count ? 1 : 2
    while start < place, width(start..<place) + (start > 0 ? 1 : 0) + behind > columns { start += 1 }
    var end = letters.count
    let room = columns - (start > 0 ? 1 : 0) - 1
    while end > start, width(start..<end) > room - (end < letters.count ? 1 : 0) { end -= 1 }
    text = (start > 0 ? "‹" : "") + String(letters[start..<end]) + (end < letters.count ? "›" : "")
    cursor = (start > 0 ? 1 : 0) + width(start..<max(start, place))
  }
}
