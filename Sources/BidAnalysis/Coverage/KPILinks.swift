import BidModel

/// Joins the sentences of an answer that quote one fact: what is claimed of it, its number, its check.
///
/// A fact belongs to the themes of the sentences that quote it and are no check themselves. Another sentence that
/// quotes it lends those themes what it would earn for them: *evidenced* by an achieved number with its time
/// frame, *assured* by how the number is verified and who or what reviews it. *Operational* is not lent: who
/// checks a figure does not say who does the work.
///
/// Limitations: a claim that tells of a fact without quoting it is joined by its theme alone; the same fact of two
/// scopes is two facts.
enum KPILinks {
  /// A sentence with the block it stands in.
  private typealias Place = (block: BlockID, sentence: SentenceReading)

  /// The links between the sentences of `blocks`.
  ///
  /// - Complexity: O(*s* · *t*) in the sentences that quote a fact and the themes.
  static func links(between blocks: [(id: BlockID, reading: BlockReading)]) -> Set<KPILink> {
    var places: [KPIReference: [Place]] = [:]
    for block in blocks {
      for sentence in block.reading.sentences {
        for fact in sentence.quoted { places[fact, default: []].append((block.id, sentence)) }
      }
    }
    var links: Set<KPILink> = []
    for (fact, places) in places where places.count > 1 {
      let claims = places.filter { place in !place.sentence.signals.contains { $0.signal == .verification } }
      let themes = Set(claims.flatMap(\.sentence.themes).map(\.theme))
      for (block, sentence) in places where !sentence.lends.isEmpty {
        for theme in themes.subtracting(sentence.themes.map(\.theme)) {
          links.insert(
            KPILink(theme: theme, fact: fact, block: block, range: sentence.range, marks: sentence.lends))
        }
      }
    }
    return links
  }
}
