import Screen

/// Where the next letter will be shown, and what it will push aside: found before it is typed.
///
/// A letter typed inside a row that has room for it changes that row alone, in a way that can be told
/// beforehand. The loop paints it as soon as its byte is there, and only then performs the edit, wraps
/// the block and paints the row from the document, which is the truth and mends an echo that was wrong.
/// Terminals over slow lines do the same (Winstein and Balakrishnan, "Mosh", 2012).
///
/// Limitations: only printable ASCII in prose, headings and list items without chips, emphasis,
/// selection or hits; a row that the letter fills is left to the painting.
struct EchoSpot: Hashable, Sendable {
  /// The cell of the letter.
  var point: Point
  /// The column after the row's last glyph.
  var end: Int
  /// The row of the text area.
  var row: Int
  var style: Style
  /// Whether the block's text ends here, so that a space changes nothing before it.
  var isAtEnd: Bool

  /// Whether what `byte` changes can be told beforehand: it is a sign that only moves what follows it.
  func takes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20: isAtEnd
    // Signs of placeholders, emphasis, tables and escapes change more than their own cell.
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "|"): false
    case 0x21...0x7E: true
    default: false
    }
  }
}

extension WorkbenchState {
  /// Where a letter typed now will be shown; `nil` when more than its row would change.
  mutating func echoSpot() -> EchoSpot? {
    guard overlays.isEmpty, focus == .editor, editor.anchor == nil, editor.unpainted == .nothing,
      lockedAnswers.contains(editor.answer)
    else { return nil }
    let index = currentIndex
    guard session.answers[index].readOnlyReason == nil,
      let place = session.answers[index].answer.place(of: editor.caret.block)
    else { return nil }
    let kind = session.answers[index].answer[place].kind
    guard kind != .table, kind != .verbatim else { return nil }
    let layout = layout(at: place).layout
    guard layout.display.isPlain else { return nil }
    let (row, column) = layout.place(of: editor.caret.offset)
    let line = EditorLine(part: place.part, spot: .text(block: place.block, row: row))
    guard let offset = editor.painted.firstIndex(where: { $0.line == line }),
      editor.painted[offset].takesEcho, offset < editor.area.rows
    else { return nil }
    let text = layout.text(of: row)
    let (used, whole) = (TextWidth.columns(text.trimmingTrailingSpaces()), TextWidth.columns(text))
    let shown = layout.display.text.utf8
    let next = shown.dropFirst(editor.caret.offset).first
    let width = editor.area.columns
    // A mark after the letter would join it; a full row would be wrapped anew.
    guard next ?? 0 < 0x80, layout.indent + max(used, column - layout.indent) < width,
      layout.indent + whole < width
    else { return nil }
    return EchoSpot(
      point: Point(row: editor.area.row + offset, column: editor.area.column + column),
      end: editor.area.column + layout.indent + whole, row: offset,
      style: RowPainter(theme: theme).style(of: kind), isAtEnd: next == nil)
  }

  /// Sees to it that the row of an echo is painted from the document, whatever it says.
  mutating func distrustRow(_ row: Int) {
    guard editor.painted.indices.contains(row) else { return }
    editor.painted[row].stamp = -1
  }
}

extension Substring {
  /// The text without the spaces at its end.
  fileprivate func trimmingTrailingSpaces() -> Substring {
    var text = self
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
