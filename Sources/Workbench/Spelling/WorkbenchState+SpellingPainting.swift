import BidModel
import Screen

extension BlockLayout {
  /// The misspelt stretches of a row, in UTF-8 bytes from its start as shown.
  ///
  /// - Complexity: O(log *n* + *m*) in the block's misspellings and those of the row; O(*n*) where
  ///   placeholders are shown as their values.
  func stretches(of faults: [Range<Int>], on row: Int) -> [Range<Int>] {
    guard !faults.isEmpty else { return [] }
    let bytes = rows[row]
    let isPlain = display.chips.isEmpty
    let first = isPlain ? faults.partitioningIndex { $0.upperBound > bytes.lowerBound } : 0
    var found: [Range<Int>] = []
    for fault in faults[first...] {
      let start = isPlain ? fault.lowerBound : display.shownOffset(fault.lowerBound)
      if start >= bytes.upperBound { break }
      let end = isPlain ? fault.upperBound : display.shownOffset(fault.upperBound)
      let shown = max(start, bytes.lowerBound)..<max(start, bytes.lowerBound, min(end, bytes.upperBound))
      if !shown.isEmpty {
        found.append(shown.lowerBound - bytes.lowerBound..<shown.upperBound - bytes.lowerBound)
      }
    }
    return found
  }
}

extension WorkbenchState {
  /// Paints the box of suggestions below the word, or above it near the foot of the window.
  mutating func paint(_ box: SpellingBox, on surface: inout Surface) -> Point? {
    let suggestions = box.suggestions ?? []
    let shown = max(1, min(8, suggestions.count, size.rows - 5))
    let times = box.uses > 1 ? " · \(box.uses) times" : ""
    let title = "Spelling: ‘\(box.word)’\(times)"
    guard !view.isLinear else {
      let inside = self.box(title, rows: size.rows, columns: size.columns, on: &surface)
      return paintRows(of: box, shown: shown, inside: inside, on: &surface)
    }
    let caret = caretPoint(in: editor.area) ?? Point(row: 0, column: 0)
    let width = min(64, max(16, size.columns - 2))
    let height = shown + 4
    let isBelow = caret.row + 1 + height <= size.rows
    let rect = Rect(
      row: isBelow ? caret.row + 1 : max(0, caret.row - height),
      column: max(0, min(caret.column, size.columns - width)), rows: min(height, size.rows), columns: width)
    surface.clear(rect, style: theme.text)
    surface.box(
      rect, title: TextWidth.clip(title, columns: width - 4),
      style: theme.focusedBorder, titleStyle: theme.focusedBorder)
    let inside = Rect(row: rect.row + 1, column: rect.column + 1, rows: rect.rows - 2, columns: width - 2)
    return paintRows(of: box, shown: shown, inside: inside, on: &surface)
  }

  /// Paints the suggestions, `shown` of them, and below them what can be typed.
  private func paintRows(of box: SpellingBox, shown: Int, inside: Rect, on surface: inout Surface) -> Point? {
    guard inside.rows > 0 else { return nil }
    let suggestions = box.suggestions ?? []
    let top = max(0, min(box.selected - shown + 1, suggestions.count - shown))
    for offset in 0..<min(shown, inside.rows) {
      let index = top + offset
      let isSelected = box.typed.isEmpty && index == box.selected && suggestions.indices.contains(index)
      let none = box.suggestions == nil ? "Looking for suggestions…" : "No suggestions"
      let words = suggestions.indices.contains(index) ? (isSelected ? "▸ " : "  ") + suggestions[index] : none
      paintRow(
        PaneRow([(words, suggestions.isEmpty ? theme.dim : theme.text)]), isSelected: isSelected,
        at: Point(row: inside.row + offset, column: inside.column), width: inside.columns, on: &surface)
    }
    return paintSpellingLines(of: box, from: inside.row + shown, inside: inside, on: &surface)
  }

  /// Paints the line that takes another spelling, and the line of keys.
  ///
  /// - Returns: Where the cursor stands in the first.
  private func paintSpellingLines(
    of box: SpellingBox, from row: Int, inside: Rect, on surface: inout Surface
  ) -> Point? {
    guard row < inside.endRow else { return nil }
    let prompt = "› "
    let typed = box.typed.tail(columns: max(1, inside.columns - 4))
    let words = box.typed.isEmpty ? "or type another spelling" : typed
    paintRow(
      PaneRow([(prompt, theme.key), (words, box.typed.isEmpty ? theme.dim : theme.title)]), isSelected: false,
      at: Point(row: row, column: inside.column), width: inside.columns, on: &surface)
    let cursor = Point(
      row: row,
      column: min(
        inside.endColumn - 1, inside.column + TextWidth.columns(prompt + (box.typed.isEmpty ? "" : typed))))
    guard row + 1 < inside.endRow else { return cursor }
    let all = box.uses > 1 ? " · ^R all \(box.uses)" : ""
    paintRow(
      PaneRow([
        (
          TextWidth.clip("Enter use it\(all) · ^A add · ^G ignore · Tab next", columns: inside.columns),
          theme.dim
        )
      ]),
      isSelected: false, at: Point(row: row + 1, column: inside.column), width: inside.columns, on: &surface)
    return cursor
  }
}

extension Style {
  /// The style with a mark put on it: the mark's colours where it has any, and what it switches on.
  func marked(as mark: Style) -> Style {
    var style = adding(mark.attributes)
    if mark.foreground != .standard { style.foreground = mark.foreground }
    if mark.background != .standard { style.background = mark.background }
    return style
  }
}
