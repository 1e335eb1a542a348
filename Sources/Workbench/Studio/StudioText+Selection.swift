/// Moving and selecting in the text of a template.
extension StudioText {
  /// The cursor.
  package var cursor: Place { Place(row: row, column: column) }

  /// What is selected, in order; `nil` for nothing.
  package var selection: Range<Place>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// The selected text.
  ///
  /// - Complexity: O(*n*) in it.
  package var selectedText: String? {
    guard let range = selection else { return nil }
    let (from, to) = (range.lowerBound, range.upperBound)
    guard from.row < to.row else {
      return String(lines[from.row].prefix(to.column).dropFirst(from.column))
    }
    let middle = lines[(from.row + 1)..<to.row]
    return
      ([String(lines[from.row].dropFirst(from.column))] + middle + [String(lines[to.row].prefix(to.column))])
      .joined(separator: "\n")
  }

  /// Selects everything.
  package mutating func selectAll() {
    isTyping = false
    anchor = Place(row: 0, column: 0)
    (row, column) = (lines.count - 1, lines[lines.count - 1].count)
  }

  /// Takes the selection out, as a step of its own.
  ///
  /// - Returns: Whether anything was selected.
  @discardableResult package mutating func deleteSelection() -> Bool {
    guard selection != nil else { return false }
    note()
    dropSelected()
    return true
  }

  /// Takes the selection out, as part of another step.
  mutating func dropSelected() {
    defer { anchor = nil }
    guard let range = selection else { return }
    let (from, to) = (range.lowerBound, range.upperBound)
    lines[from.row] = String(lines[from.row].prefix(from.column)) + String(lines[to.row].dropFirst(to.column))
    if to.row > from.row { lines.removeSubrange((from.row + 1)...to.row) }
    (row, column) = (from.row, from.column)
  }

  /// Puts `text` in the place of the last `count` graphemes of the line before the cursor, as one step.
  package mutating func replace(last count: Int, with text: String) {
    note()
    anchor = Place(row: row, column: max(0, column - count))
    dropSelected()
    let line = lines[row]
    lines[row] = String(line.prefix(column)) + text + String(line.dropFirst(column))
    column += text.count
  }

  /// Deletes back to the start of the word, as a step of its own.
  package mutating func deleteWordBackwards() {
    if deleteSelection() { return }
    let end = cursor
    move(byWord: -1)
    guard cursor != end else { return }
    anchor = end
    (isTyping, _) = (false, deleteSelection())
  }

  /// Moves the cursor by lines.
  package mutating func move(lines step: Int, selecting: Bool = false) {
    begin(selecting)
    row = max(0, min(lines.count - 1, row + step))
    column = min(column, lines[row].count)
  }

  /// Moves the cursor by graphemes, over the ends of lines; from a selection to its end.
  package mutating func move(by step: Int, selecting: Bool = false) {
    if !selecting, let range = selection {
      let end = step < 0 ? range.lowerBound : range.upperBound
      begin(false)
      return (row, column) = (end.row, end.column)
    }
    begin(selecting)
    if column + step < 0 {
      guard row > 0 else { return }
      row -= 1
      column = lines[row].count
    } else if column + step > lines[row].count {
      guard row + 1 < lines.count else { return }
      row += 1
      column = 0
    } else {
      column += step
    }
  }

  /// Moves the cursor to the start of the word before, or behind the next word's spaces.
  package mutating func move(byWord step: Int, selecting: Bool = false) {
    begin(selecting)
    let letters = Array(lines[row])
    guard step < 0 ? column > 0 : column < letters.count else { return move(by: step, selecting: selecting) }
    let isWord = { (index: Int) in
      letters[index].isLetter || letters[index].isNumber || letters[index] == "_"
    }
    if step < 0 {
      while column > 0, !isWord(column - 1) { column -= 1 }
      while column > 0, isWord(column - 1) { column -= 1 }
    } else {
      while column < letters.count, isWord(column) { column += 1 }
      while column < letters.count, !isWord(column) { column += 1 }
    }
  }

  /// Moves to the start or the end of the line.
  package mutating func move(toEnd: Bool, selecting: Bool = false) {
    begin(selecting)
    column = toEnd ? lines[row].count : 0
  }

  /// Moves to the start or the end of the text.
  package mutating func moveToText(end: Bool, selecting: Bool = false) {
    begin(selecting)
    row = end ? lines.count - 1 : 0
    column = end ? lines[row].count : 0
  }

  /// Begins or keeps a selection before the cursor moves, or drops it.
  private mutating func begin(_ selecting: Bool) {
    isTyping = false
    if !selecting { anchor = nil } else if anchor == nil { anchor = cursor }
  }
}
