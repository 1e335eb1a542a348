import BidModel
import Screen

/// Paints rows of the text in the styles of a theme.
///
/// A value of its own and not a method of the state, so that a keystroke copies nothing but styles.
struct RowPainter {
  let theme: ColorTheme

  /// Paints one row of a block: its marker, then its words, chips and selection in their styles.
  func paint(
    _ painted: PaintedRow, layout: BlockLayout, kind: Block.Kind, row: Int, at start: Point, width: Int,
    on surface: inout Surface
  ) {
    let plain = style(of: kind)
    var column = start.column
    let end = start.column + width
    if layout.indent > 0 {
      let marker = row == 0 ? layout.marker : ""
      surface.write(
        TextWidth.pad(marker, columns: layout.indent), at: start, limit: width, style: theme.marker)
      column += layout.indent
    }
    let range = layout.rows[row]
    let pieces = pieces(
      of: layout, in: range, plain: plain, painted: painted)
    for (piece, style) in pieces where column < end {
      let bytes = layout.display.text.utf8
      let first = bytes.index(bytes.startIndex, offsetBy: piece.lowerBound)
      let last = bytes.index(bytes.startIndex, offsetBy: piece.upperBound)
      column += surface.write(
        layout.display.text[first..<last], at: Point(row: start.row, column: column), limit: end - column,
        style: style)
    }
    surface.clear(
      Rect(row: start.row, column: column, rows: 1, columns: max(0, end - column)), style: theme.text)
  }

  /// The stretches of a row that have one style each.
  private func pieces(
    of layout: BlockLayout, in range: Range<Int>, plain: Style, painted: PaintedRow
  ) -> [(Range<Int>, Style)] {
    let over: Range<Int>? =
      switch painted.beyond {
      case .nothing: nil
      case .whole: range
      case .from(let offset): min(range.upperBound, range.lowerBound + offset)..<range.upperBound
      }
    let (selected, found) = (painted.selected, painted.found)
    guard
      selected != nil || over != nil || !layout.display.isPlain || !found.isEmpty || !painted.misspelt.isEmpty
    else { return [(range, plain)] }
    let misspelt = painted.misspelt.map {
      range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound
    }
    var cuts: Set<Int> = [range.lowerBound, range.upperBound]
    let emphasis = layout.display.emphasis
    let spans =
      layout.display.chips.map(\.shown) + [selected, over].compactMap { $0 } + found + misspelt
      + emphasis.flatMap { [$0.open, $0.words, $0.close] }
    for span in spans {
      for cut in [span.lowerBound, span.upperBound] where range.contains(cut) { cuts.insert(cut) }
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      var style = plain
      for span in emphasis {
        if span.words.contains(start) { style = style.adding(span.isStrong ? .bold : .italic) }
        if span.open.contains(start) || span.close.contains(start) { style = theme.dim }
      }
      if let chip = layout.display.chips.first(where: { $0.shown.contains(start) }) {
        style = self.style(of: chip.role)
      }
      if misspelt.contains(where: { $0.contains(start) }) { style = style.marked(as: theme.misspelt) }
      if let over, over.contains(start) { style = theme.beyond }
      if found.contains(where: { $0.contains(start) }) { style = style.adding([.bold, .underline]) }
      if let selected, selected.contains(start) { style = style.adding(.reverse) }
      return (start..<end, style)
    }
  }

  /// The style of a block's words.
  func style(of kind: Block.Kind) -> Style {
    switch kind {
    case .heading: theme.title
    case .verbatim: theme.dim
    default: theme.text
    }
  }

  private func style(of role: DisplayText.Role) -> Style {
    switch role {
    case .filled: theme.chip
    case .stale: theme.staleChip
    case .empty: theme.emptyChip
    case .unknown: theme.unknownChip
    case .open: theme.key
    case .tab, .bar: theme.dim
    }
  }
}
