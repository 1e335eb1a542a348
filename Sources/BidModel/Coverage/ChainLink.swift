/// A link of the chain that an evaluator looks for: what is done, what it yields, whom it helps.
package enum ChainLink: String, CaseIterable, Hashable, Sendable {
  /// What is or will be done.
  case activity
  /// The immediate, countable product of doing it.
  case output
  /// The benefit for people or the system.
  case outcome

  /// The place in `allCases`, from 0.
  package var number: Int {
    switch self {
    case .activity: 0
    case .output: 1
    case .outcome: 2
    }
  }

  /// What to write where it is missing: begins in lower case, without a full stop.
  package var needs: String {
    switch self {
    case .activity: "say what you did that brought it about"
    case .output: "say what that yielded at once: how many, how soon, how complete"
    case .outcome: "say what changed for people or the system, and over what period"
    }
  }
}

/// A link with the words that show it.
package struct ChainHit: Hashable, Sendable {
  /// Which link the words show.
  package var link: ChainLink
  /// UTF-8 bytes of ``Block/text``.
  package var spans: [Range<Int>]

  package init(_ link: ChainLink, spans: [Range<Int>]) {
    self.link = link
    self.spans = spans
  }
}
