import BidModel

/// Numbers the items of numbered lists anew after items were put in, taken out or moved.
///
/// A list is a run of items without another block between them; each depth counts for itself, and a
/// depth starts again under each item above it. A list starts with the lowest number it holds and keeps
/// the sign (`.` or `)`) of each item, so that a list that goes on from an earlier one stays as it is.
///
/// Limitations: a list that its author numbered out of order (1, 1, 1 as Markdown allows) is put in
/// order when it is next edited this way. When the first item goes, the list starts with the next number.
enum ListNumbering {
  /// The blocks with their numbers in order; those that need no change are the same to the byte.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  static func renumbered(_ blocks: [Block]) -> [Block] {
    var result = blocks
    var counters: [Int] = []
    for index in result.indices {
      switch result[index].kind {
      case .numbered(let marker):
        let level = marker.level
        if counters.count > level + 1 { counters.removeLast(counters.count - level - 1) }
        while counters.count <= level { counters.append(0) }
        let number =
          counters[level] == 0 ? lowestNumber(in: blocks, from: index, level: level) : counters[level] + 1
        counters[level] = number
        let symbol = "\(number)\(marker.symbol.last.map(String.init) ?? ".")"
        guard symbol != marker.symbol else { continue }
        result[index].kind = .numbered(
          ListMarker(indent: marker.indent, symbol: symbol, space: marker.space))
        result[index].source = nil
      case .bullet(let marker):
        if counters.count > marker.level { counters.removeLast(counters.count - marker.level) }
      default: counters = []
      }
    }
    return result
  }

  /// The lowest number at `level` in the list that goes on from `start`.
  private static func lowestNumber(in blocks: [Block], from start: Int, level: Int) -> Int {
    var lowest = Int.max
    for block in blocks[start...] {
      guard let marker = block.kind.marker, marker.level >= level else { break }
      guard case .numbered = block.kind, marker.level == level else { continue }
      lowest = min(lowest, Int(marker.symbol.dropLast()) ?? 1)
    }
    return lowest == .max ? 1 : lowest
  }
}
