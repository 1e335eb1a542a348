import BidModel

/// What checks know beside the text: it changes only when files other than the answers do.
package struct CheckContext: Hashable, Sendable {
  /// Index of the theme about working with others, when the set has one.
  package var partnership: Int?

  package init(partnership: Int? = nil) { self.partnership = partnership }
}
