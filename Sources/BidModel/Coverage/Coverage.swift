/// How many sentences of a text hold each mark of each theme and each link of the chain: a running sum that is
/// kept up to date by difference.
package struct Coverage: Hashable, Sendable {
  /// For each theme of the set, for each ``Mark``, the number of sentences.
  private var counts: [[Int]]
  /// For each ``ChainLink`` the number of sentences.
  private var links = Array(repeating: 0, count: ChainLink.allCases.count)

  /// Nothing of `themes` themes.
  package init(themes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: Mark.allCases.count), count: themes)
  }

  /// The number of themes counted.
  package var themeCount: Int { counts.count }

  /// Adds what `reading` holds.
  package mutating func add(_ reading: BlockReading) { count(reading, by: 1) }

  /// Takes away what `reading` had added.
  package mutating func remove(_ reading: BlockReading) { count(reading, by: -1) }

  /// Adds the marks that `link` lends.
  package mutating func add(_ link: KPILink) { count(link, by: 1) }

  /// Takes away what `link` had added.
  package mutating func remove(_ link: KPILink) { count(link, by: -1) }

  /// Adds the counts of `other`, which is of the same theme set.
  package mutating func add(_ other: Coverage) { count(other, by: 1) }

  /// Takes away the counts of `other`, which had been added.
  package mutating func remove(_ other: Coverage) { count(other, by: -1) }

  /// The number of sentences that hold `mark` of the theme at `theme`.
  package func sentences(_ mark: Mark, of theme: Int) -> Int { counts[theme][mark.rawValue] }

  /// The number of sentences that show `link`, whatever they are about.
  package func sentences(_ link: ChainLink) -> Int { links[link.number] }

  /// The links of the chain that no sentence shows.
  package var missingLinks: [ChainLink] { ChainLink.allCases.filter { links[$0.number] == 0 } }

  /// The marks that at least one sentence holds of the theme at `theme`.
  package func marks(of theme: Int) -> MarkSet {
    var marks: MarkSet = []
    for mark in Mark.allCases where counts[theme][mark.rawValue] > 0 { marks.insert(MarkSet(mark)) }
    return marks
  }

  private mutating func count(_ other: Coverage, by step: Int) {
    for link in links.indices { links[link] += step * other.links[link] }
    for theme in counts.indices {
      for mark in counts[theme].indices { counts[theme][mark] += step * other.counts[theme][mark] }
    }
  }

  private mutating func count(_ link: KPILink, by step: Int) {
    for mark in link.marks.marks { counts[link.theme][mark.rawValue] += step }
  }

  private mutating func count(_ reading: BlockReading, by step: Int) {
    for sentence in reading.sentences {
      for hit in sentence.chain { links[hit.link.number] += step }
      for hit in sentence.themes {
        for mark in hit.marks.marks { counts[hit.theme][mark.rawValue] += step }
      }
    }
  }
}
