/// The picture that the panes paint: packed cells, row by row, with a note of the rows that may have changed.
///
/// Every write is clipped, and keeps one rule: a wide glyph's first cell is always followed by its continuation
/// cells, and no continuation stands without its glyph. What would break it becomes padding.
package struct Surface: Sendable {
  /// The rows and columns.
  package private(set) var size: Size
  /// The cells, row after row.
  package internal(set) var cells: [Cell]
  /// The rows that may have changed since the surface was last presented.
  package private(set) var damage: RowSet
  /// Which presentation the surface was last part of; zero when none. Copies of a surface share it, so that a
  /// terminal that is given another copy than the one it knows can tell, and compares every row.
  package private(set) var presentation: UInt64 = 0
  private var clusters = ClusterTable()

  /// A blank surface of which every row is damaged.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
    damage = RowSet(count: size.rows, full: true)
  }

  /// The whole of it.
  package var bounds: Rect { Rect(size) }

  /// Makes the surface blank at another size, every row damaged; does nothing at the same size.
  /// - Complexity: O(rows × columns).
  package mutating func resize(to newSize: Size) {
    guard newSize != size else { return }
    self = Surface(size: newSize)
  }

  /// Says that a row may have changed.
  package mutating func damage(row: Int) { damage.insert(row) }

  /// Says that everything may have changed.
  package mutating func damageAll() { damage.insertAll() }

  /// Notes that the surface is what is shown now, as the presentation of this number.
  package mutating func markPresented(_ number: UInt64) {
    damage.removeAll()
    presentation = number
  }

  /// What stands at a column: the glyph's text, its style, and its columns (0 for a column that a wide glyph to
  /// the left covers). Outside the surface it is a plain space.
  package subscript(row: Int, column: Int) -> (text: String, style: Style, columns: Int) {
    guard bounds.contains(Point(row: row, column: column)) else { return (" ", .plain, 1) }
    let index = row * size.columns + column
    let cell = cells[index]
    if cell.isContinuation { return ("", cell.style, 0) }
    return (text(of: cell), cell.style, columnsOfGlyph(at: index))
  }

  /// What a cell of this surface draws.
  package func text(of cell: Cell) -> String {
    if cell.isContinuation { return "" }
    if let index = cell.clusterIndex { return clusters[index] }
    return Unicode.Scalar(cell.glyph).map { String(Character($0)) } ?? " "
  }

  /// How many columns the glyph that starts at a cell takes.
  package func columnsOfGlyph(at index: Int) -> Int {
    let rowEnd = (index / size.columns + 1) * size.columns
    var end = index + 1
    while end < rowEnd, cells[end].isContinuation { end += 1 }
    return end - index
  }

  /// The row as text, trailing spaces and all; empty when there is no such row.
  /// - Complexity: O(columns).
  package func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var line = ""
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where !cell.isContinuation {
      if cell.clusterIndex == nil, let scalar = Unicode.Scalar(cell.glyph) {
        line.unicodeScalars.append(scalar)
      } else {
        line += text(of: cell)
      }
    }
    return line
  }

  /// The glyph that stands for a cluster in this surface's cells.
  mutating func intern(_ cluster: some StringProtocol) -> UInt32 {
    if clusters.count >= 4096 { forgetUnusedClusters() }
    return clusters.glyph(String(cluster))
  }

  /// Makes a new table of only the clusters that are still on the surface, so that days of scrolling through
  /// emoji do not fill the memory. Cells are renumbered; nothing outside holds the numbers.
  private mutating func forgetUnusedClusters() {
    var kept = ClusterTable()
    for index in cells.indices {
      guard let place = cells[index].clusterIndex else { continue }
      cells[index].glyph = kept.glyph(clusters[place])
    }
    clusters = kept
  }
}
