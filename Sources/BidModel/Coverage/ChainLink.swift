/// A link of the chain that an evaluator looks for: what is done, what it yields, whom it helps.
package enum ChainLink: String, CaseIterable, Hashable, Sendable {
  /// What is or will be done.
  case activity
  /// The immediate, countable product of doing it.
  case output
  /// The benefit for people or the system.
  case outcome
}

/// A link with the words that show it.
package struct ChainHit: Hashable, Sendable {
  package var link: ChainLink
  /// UTF-8 bytes of ``Block/text``.
  package var spans: [Range<Int>]

  package init(_ link: ChainLink, spans: [Range<Int>]) {
    self.link = link
    self.spans = spans
  }
}
