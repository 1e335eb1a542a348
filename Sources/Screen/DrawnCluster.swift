/// What a curses cell is given for a grapheme cluster that it cannot hold.
///
/// A curses cell holds one spacing scalar, of the width that the C library says, and four marks. What does not
/// fit is drawn so that the columns stay those of `Glyph.columns` whatever the terminal thinks of clusters:
///
/// - a flag is drawn as its two letters;
/// - an emoji sequence is drawn as its first emoji;
/// - any other cluster is cut into pieces, one for each spacing scalar with its marks (Indic syllables);
/// - what the C library has no width for is drawn as `�`; what is too narrow is filled up with spaces.
///
/// Limitations: terminals that do draw clusters show the simpler form too, because nothing tells us that they do.
package enum DrawnCluster {
  /// The most scalars a curses cell holds.
  package static let cellCapacity = 5

  /// The scalars of each cell, from left to right; their widths add up to `columns`. `width` gives the columns
  /// of a scalar by the C library, -1 when it is unknown there.
  /// - Complexity: O(n) in the cluster's scalars.
  package static func pieces(
    of cluster: String, columns: Int, width: (Unicode.Scalar) -> Int
  ) -> [[Unicode.Scalar]] {
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first else { return placeholder(columns) }
    if (0x1F1E6...0x1F1FF).contains(first.value) {
      return padded(
        scalars.prefix(columns).compactMap(letter), used: min(columns, scalars.count), to: columns)
    }
    let isEmoji =
      first.properties.isEmoji
      && scalars.dropFirst().contains {
        $0 == "\u{FE0F}" || $0 == "\u{200D}" || $0.properties.isEmojiPresentation
          || $0.properties.isEmojiModifier
      }
    if isEmoji {
      let own = width(first)
      guard own > 0, own <= columns else { return placeholder(columns) }
      return padded([[first]], used: own, to: columns)
    }
    return split(scalars, columns: columns, width: width)
  }

  private static func split(
    _ scalars: String.UnicodeScalarView, columns: Int, width: (Unicode.Scalar) -> Int
  ) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var used = 0
    for scalar in scalars {
      let own = width(scalar)
      if own > 0 {
        guard used + own <= columns else { break }
        pieces.append([scalar])
        used += own
      } else if own == 0, let last = pieces.indices.last, pieces[last].count < cellCapacity,
        scalar.properties.generalCategory != .format
      {
        pieces[last].append(scalar)
      } else if own < 0, pieces.isEmpty {
        return placeholder(columns)
      }
    }
    return pieces.isEmpty ? placeholder(columns) : padded(pieces, used: used, to: columns)
  }

  private static func placeholder(_ columns: Int) -> [[Unicode.Scalar]] {
    padded([["\u{FFFD}"]], used: 1, to: columns)
  }

  private static func padded(
    _ pieces: [[Unicode.Scalar]], used: Int, to columns: Int
  ) -> [[Unicode.Scalar]] {
    pieces + Array(repeating: [" "], count: max(0, columns - used))
  }

  /// The Latin letter of a regional indicator.
  private static func letter(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return [" "] }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { [$0] }
  }
}
