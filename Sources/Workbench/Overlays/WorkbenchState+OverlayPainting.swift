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
    case .form, .details, .question: formPage.flatMap { paint($0, on: &surface) }
    case .choice(let choice): paint(choice, on: &surface)
    case .prompt(let prompt): paint(prompt, on: &surface)
    case .completion(let completion): paint(completion, on: &surface)
    case .spelling(let box): paint(box, on: &surface)
    case .find(let box): paint(box, on: &surface)
    case .sheet(let sheet): paint(sheet, on: &surface)
    }
  }

  /// A box in the middle of the window, cleared, and its inside; in the linear mode the whole window.
  func box(_ title: String, rows: Int, columns: Int, on surface: inout Surface) -> Rect {
    let (rect, inside) = boxPlaces(rows: rows, columns: columns)
    surface.clear(rect, style: theme.text)
    if view.isLinear, inside != rect {
      surface.write(
        TextWidth.clip(title, columns: rect.columns), at: Point(row: rect.row, column: rect.column),
        limit: rect.columns, style: theme.title)
    } else if inside != rect {
      surface.box(rect, title: title, style: theme.focusedBorder, titleStyle: theme.focusedBorder)
    }
    return inside
  }

  /// Where a box with so many rows and columns inside stands, and its inside; the same where it has no border.
  ///
  /// In the linear mode it is the window but its last row, which says what changes; the title is its first line.
  func boxPlaces(rows: Int, columns: Int) -> (rect: Rect, inside: Rect) {
    if view.isLinear {
      let rect = Rect(
        row: 0, column: 0, rows: size.rows < 3 ? size.rows : size.rows - 1, columns: size.columns)
      guard rect.rows > 1 else { return (rect, rect) }
      return (rect, Rect(row: 1, column: 0, rows: rect.rows - 1, columns: size.columns))
    }
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
    let commands = paletteCommands(palette.query)
    let inside = box("Commands", rows: max(6, size.rows * 2 / 3), columns: 76, on: &surface)
    let prompt = "> " + palette.query
    surface.write(
      TextWidth.pad(prompt, columns: inside.columns), at: Point(row: inside.row, column: inside.column),
      limit: inside.columns, style: theme.title)
    let miss = commands.isEmpty ? paletteMiss(palette.query) : []
    let words = miss.flatMap { PaneRow.wrapped($0, width: inside.columns, style: theme.warning) }
    for (offset, row) in words.prefix(max(0, inside.rows - 1)).enumerated() {
      paintRow(
        row, isSelected: false, at: Point(row: inside.row + 1 + offset, column: inside.column),
        width: inside.columns, on: &surface)
    }
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
    let inside =
      view.isLinear
      ? box(completion.title, rows: size.rows, columns: size.columns, on: &surface)
      : completionBox(completion, below: caret, on: &surface)
    let (height, width) = (max(1, min(inside.rows, completion.items.count)), inside.columns)
    let top = max(0, min(completion.selected - height + 1, completion.items.count - height))
    if !view.isLinear { paintMore(of: completion, top: top, around: inside, on: &surface) }
    for offset in 0..<height {
      guard completion.items.indices.contains(top + offset) else {
        paintRow(
          PaneRow([("No KPI holds these letters.", theme.dim)]), isSelected: false,
          at: Point(row: inside.row, column: inside.column), width: width, on: &surface)
        break
      }
      let item = completion.items[top + offset]
      let note = TextWidth.clip(item.note, columns: width / 2)
      let room = max(4, width - 1 - TextWidth.columns(note))
      paintRow(
        PaneRow([
          (TextWidth.pad(item.name.clippedInMiddle(columns: room), columns: room), theme.text),
          (" " + note, theme.dim),
        ]),
        isSelected: top + offset == completion.selected,
        at: Point(row: inside.row + offset, column: inside.column), width: width, on: &surface)
    }
    return view.isLinear
      ? Point(row: inside.row + completion.selected - top, column: inside.column) : caret
  }

  /// The frame of a completion, below the cursor or above it near the foot of the window, and its inside.
  private func completionBox(_ completion: Completion, below caret: Point, on surface: inout Surface) -> Rect
  {
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
    return Rect(row: rect.row + 1, column: rect.column + 1, rows: height, columns: width - 2)
  }

  /// Says on the frame that there is more above or below.
  private func paintMore(
    of completion: Completion, top: Int, around inside: Rect, on surface: inout Surface
  ) {
    let below = completion.items.count - top - inside.rows
    for (words, row, isMore) in [
      (" ▲ ", inside.row - 1, top > 0), (" ▼ \(below) more ", inside.endRow, below > 0),
    ] where isMore {
      let width = TextWidth.columns(words)
      surface.write(
        words, at: Point(row: row, column: inside.endColumn - width - 1), limit: width,
        style: theme.focusedBorder)
    }
  }
}

extension Completion {
  /// What stands on the list's border.
  var title: String {
    switch kind {
    case .kpi: filter.map { $0.isEmpty ? "KPI · type to find one" : "KPI · \($0)" } ?? "KPI"
    case .words, .template: "Complete"
    case .synonyms(let word): "Synonyms of ‘\(word)’"
    }
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
