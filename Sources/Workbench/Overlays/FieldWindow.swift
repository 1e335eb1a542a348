import Screen

/// The part of a field's text that is in view, with a sign where it is cut, and where the cursor stands.
struct FieldWindow {
  private(set) var text = ""
  /// Columns before the cursor.
  private(set) var cursor = 0
  /// ``text`` in three: before what is selected, that, and behind it.
  private(set) var pieces = (before: "", selected: "", after: "")

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
    let sign = start > 0 ? 1 : 0
    cursor = sign + width(start..<max(start, place))
    let selection = field.selection?.clamped(to: start..<max(start, end)) ?? start..<start
    pieces = (text, "", "")
    guard isInHand, !selection.isEmpty else { return }
    let before = sign + selection.lowerBound - start
    pieces = (
      String(text.prefix(before)), String(letters[selection]),
      String(text.dropFirst(before + selection.count))
    )
  }
}

/// The text of a field that takes several lines, wrapped to rows, and where the cursor stands in them.
struct FieldLines {
  private(set) var rows: [String] = []
  /// Row of the cursor and the columns before it.
  private(set) var cursor = (row: 0, column: 0)
  /// Characters before each row.
  private var starts: [Int] = []

  /// Wraps between words where there is a space to do so.
  ///
  /// - Complexity: O(*n* · *c*) in the length of the text and the columns.
  init(_ field: FormField, columns: Int) {
    let letters = Array(field.text)
    var start = 0
    while start <= letters.count {
      let end = letters[start...].firstIndex(of: "\n") ?? letters.count
      add(letters[start..<end], columns: max(1, columns))
      start = end + 1
    }
    let place = min(field.cursor, letters.count)
    let row = starts.lastIndex { $0 <= place } ?? 0
    cursor = (row, TextWidth.columns(String(letters[starts[row]..<max(starts[row], place)])))
  }

  /// Where the cursor goes `step` rows up or down, in characters; `nil` beyond the first or last row.
  func offset(from place: Int, by step: Int) -> Int? {
    let row = cursor.row + step
    guard rows.indices.contains(row) else { return nil }
    return starts[row] + min(place - starts[cursor.row], rows[row].count)
  }

  private mutating func add(_ line: ArraySlice<Character>, columns: Int) {
    var start = line.startIndex
    while true {
      var end = start
      var used = 0
      while end < line.endIndex {
        let width = TextWidth.columns(String(line[end]))
        if used + width > columns, end > start { break }
        used += width
        end += 1
      }
      guard end < line.endIndex else { break }
      // The space at the break stays at the end of its row, where it cannot be seen.
      let space = line[start..<end].lastIndex(of: " ").map { $0 + 1 }
      let next = line[end] == " " ? end + 1 : space ?? end
      starts.append(start)
      rows.append(String(line[start..<min(next, end)]))
      start = next
    }
    starts.append(start)
    rows.append(String(line[start...]))
  }
}
