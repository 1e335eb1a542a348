import BidModel

extension BlockReader {
  /// A labelled paragraph as an example for each of its sentences.
  ///
  /// The reader must learn stems and decide by patterns alone.
  ///
  /// - Parameters:
  ///   - sentences: The sentences in order.
  ///   - labels: The labels of each.
  /// - Complexity: O(*n*) in the length of the sentences.
  package func examples(
    _ sentences: [String], part: String?, document: String, labels: [Set<String>]
  ) -> [WeightTrainer.Example] {
    let names = SentenceLabels.all(themes: themes).map(\.name)
    return load(sentences) { places, _, tokens, chips, rendered in
      var rules = SentenceRules(themes: themes, pitfalls: signals.pitfalls)
      var before: SentenceSigns?
      var examples: [WeightTrainer.Example] = []
      forEachSentence(places, tokens: tokens, chips: chips) { sentence, facts in
        let draft = rules.draft(of: facts)
        _ = rules.reading(of: facts, as: draft, in: sentence, rendered: rendered)
        let seen = SentenceSigns(
          stems: stems(of: facts.weighed).map(stem),
          readings: names.indices.filter { draft.labels & 1 << UInt64($0) != 0 }.map { names[$0] }, part: part
        )
        examples.append(
          WeightTrainer.Example(
            document: document, names: seen.names(after: before), labels: labels[examples.count]))
        before = seen
      }
      return examples
    }
  }
}
