/// Columns of one row that differ from what was there before.
package struct ChangedRun: Hashable, Sendable {
  /// The row.
  package var row: Int
  /// The columns; they begin and end with whole glyphs.
  package var columns: Range<Int>

  /// Some columns of a row.
  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension Surface {
  /// The runs in which this surface differs from `previous`, from top left to bottom right.
  ///
  /// Rows that the damage names are compared cell by cell; all rows when `everyRow` is set or the sizes differ.
  /// Differences fewer than four cells apart are one run, because moving the cursor costs more than the cells.
  /// A run is widened so that it never starts or ends inside a wide glyph.
  ///
  /// Limitations: the two surfaces number their clusters apart, so cells with clusters are compared by text.
  /// - Complexity: O(columns) for each row compared.
  package func changedRuns(since previous: borrowing Surface, everyRow: Bool = false) -> [ChangedRun] {
    guard previous.size == size else {
      return size.columns == 0
        ? [] : (0..<size.rows).map { ChangedRun(row: $0, columns: 0..<size.columns) }
    }
    var runs: [ChangedRun] = []
    for row in 0..<size.rows where everyRow || damage.contains(row) {
      appendRuns(of: row, since: previous, to: &runs)
    }
    return runs
  }

  private func appendRuns(of row: Int, since previous: borrowing Surface, to runs: inout [ChangedRun]) {
    let base = row * size.columns
    let end = base + size.columns
    var index = base + plainlyEqual(to: previous, in: base..<end)
    var run: Range<Int>?
    while index < end {
      guard differs(from: previous, at: index) else {
        index += 1
        continue
      }
      var first = index
      while first > base, cells[first].isContinuation { first -= 1 }
      index += 1
      while index < end, cells[index].isContinuation { index += 1 }
      if let open = run, first - open.upperBound < 4 {
        run = open.lowerBound..<index
      } else {
        if let open = run { runs.append(ChangedRun(row: row, columns: open.shifted(by: -base))) }
        run = first..<index
      }
    }
    if let open = run { runs.append(ChangedRun(row: row, columns: open.shifted(by: -base))) }
  }

  /// How many cells at the start of `range` are the same in both and hold no cluster: in most rows, most.
  private func plainlyEqual(to previous: borrowing Surface, in range: Range<Int>) -> Int {
    cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        var index = range.lowerBound
        while index < range.upperBound, new[index].glyph & Cell.clusterFlag == 0, new[index] == old[index] {
          index += 1
        }
        return index - range.lowerBound
      }
    }
  }

  private func differs(from previous: borrowing Surface, at index: Int) -> Bool {
    let new = cells[index]
    let old = previous.cells[index]
    if new.clusterIndex == nil || old.clusterIndex == nil { return new != old }
    return new.packedStyle != old.packedStyle || text(of: new) != previous.text(of: old)
  }

  /// Takes a run of another surface of the same size over.
  /// - Complexity: O(n) in the columns of the run.
  package mutating func copy(_ run: ChangedRun, from other: borrowing Surface) {
    guard other.size == size, run.row >= 0, run.row < size.rows else { return }
    let base = run.row * size.columns
    for index in run.columns.clamped(to: 0..<size.columns).shifted(by: base) {
      var cell = other.cells[index]
      if cell.clusterIndex != nil { cell.glyph = intern(other.text(of: cell)) }
      cells[index] = cell
    }
    damage(row: run.row)
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
