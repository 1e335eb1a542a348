/// The grapheme clusters of several scalars that the cells of one surface show.
package struct ClusterTable: Sendable {
  private var texts: [String] = []
  private var places: [String: UInt32] = [:]

  /// Clusters longer than this many scalars are cut: nobody reads a letter with forty accents.
  package static let longest = 24

  /// An empty table.
  package init() {}

  /// How many clusters it holds.
  package var count: Int { texts.count }

  /// The glyph of the cluster, put into the table when it is new.
  package mutating func glyph(_ cluster: String) -> UInt32 {
    var key = cluster
    if cluster.utf8.count > Self.longest {
      key = String(String.UnicodeScalarView(cluster.unicodeScalars.prefix(Self.longest)))
    }
    if let place = places[key] { return place | Cell.clusterFlag }
    let place = UInt32(texts.count)
    texts.append(key)
    places[key] = place
    return place | Cell.clusterFlag
  }

  /// The cluster at a place; empty when there is none.
  package subscript(index: Int) -> String {
    texts.indices.contains(index) ? texts[index] : ""
  }
}
