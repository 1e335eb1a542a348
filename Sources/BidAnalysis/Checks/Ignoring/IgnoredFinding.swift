import BidModel

/// A finding that someone has let stand, and why.
package struct IgnoredFinding: Hashable, Sendable {
  package var finding: Finding
  package var reason: String
  package var source: Source

  /// Where it was said that the finding may stand.
  package enum Source: Hashable, Sendable {
    /// A comment in the answer.
    case note
    /// `ignores.yaml`, and who wrote it there.
    case file(by: String)
  }

  package init(_ finding: Finding, reason: String, source: Source) {
    self.finding = finding
    self.reason = reason
    self.source = source
  }
}

/// The findings of an answer, parted into those to show and those that may stand.
package struct SiftedFindings: Hashable, Sendable {
  package var shown: [Finding] = []
  package var ignored: [IgnoredFinding] = []

  package init() {}
}
