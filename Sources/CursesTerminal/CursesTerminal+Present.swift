import CNcurses
import Screen

extension CursesTerminal {
  /// Hands the changed runs to ncurses and lets it send what they change.
  package func present(_ surface: inout Surface, cursor: Point?) {
    guard isOpen else { return }
    if surface.size != shown.size {
      werase(window)
      shown = Surface(size: surface.size)
      presentation += 1
    }
    let isKnown = surface.presentation == presentation && presentation > 0
    for run in surface.changedRuns(since: shown, everyRow: !isKnown) {
      draw(run, of: surface)
      shown.copy(run, from: surface)
    }
    presentation += 1
    surface.markPresented(presentation)
    place(cursor)
    wrefresh(window)
  }

  private func place(_ cursor: Point?) {
    let isVisible = cursor.map { Rect(size).contains($0) } ?? false
    if let cursor, isVisible { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    guard isVisible != cursorIsVisible else { return }
    cursorIsVisible = isVisible
    curs_set(isVisible ? 1 : 0)
  }

  private func draw(_ run: ChangedRun, of surface: borrowing Surface) {
    glyphs.removeAll(keepingCapacity: true)
    let base = run.row * surface.size.columns
    var index = base + run.columns.lowerBound
    let end = base + run.columns.upperBound
    var packedStyle = UInt32.max
    var look: (attributes: UInt32, pair: Int32) = (0, 0)
    while index < end {
      let cell = surface.cells[index]
      if cell.packedStyle != packedStyle {
        packedStyle = cell.packedStyle
        look = palette.look(of: cell.style)
      }
      // Below U+0300 every scalar that a cell can hold is one column wide.
      if cell.glyph < 0x300 {
        append(cell.glyph, look)
        index += 1
        continue
      }
      let columns = surface.columnsOfGlyph(at: index)
      appendPieces(of: cell, columns: columns, in: surface, look)
      index += columns
    }
    glyphs.withUnsafeBufferPointer {
      fivefold_put(window, Int32(run.row), Int32(run.columns.lowerBound), $0.baseAddress, Int32($0.count))
    }
  }

  private func append(_ point: UInt32, _ look: (attributes: UInt32, pair: Int32)) {
    glyphs.append(
      fivefold_glyph(points: (point, 0, 0, 0, 0), attributes: look.attributes, pair: look.pair))
  }

  private func appendPieces(
    of cell: Cell, columns: Int, in surface: borrowing Surface, _ look: (attributes: UInt32, pair: Int32)
  ) {
    if cell.clusterIndex == nil, fivefold_width(cell.glyph) == Int32(columns) {
      append(cell.glyph, look)
      return
    }
    let pieces = DrawnCluster.pieces(of: surface.text(of: cell), columns: columns) {
      Int(fivefold_width($0.value))
    }
    for piece in pieces {
      var glyph = fivefold_glyph(points: (0, 0, 0, 0, 0), attributes: look.attributes, pair: look.pair)
      withUnsafeMutableBytes(of: &glyph.points) { bytes in
        for (place, scalar) in piece.prefix(DrawnCluster.cellCapacity).enumerated() {
          bytes.storeBytes(of: scalar.value, toByteOffset: place * 4, as: UInt32.self)
        }
      }
      glyphs.append(glyph)
    }
  }
}
