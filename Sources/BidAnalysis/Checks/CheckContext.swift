import BidModel

/// What checks know beside the text: it changes only when files other than the answers do.
package struct CheckContext: Hashable, Sendable {
  /// Index of the theme about working with others, when the set has one.
  package var partnership: Int?
  /// The register's KPIs by their words; `nil` has them gathered for each block that needs them.
  package var measures: RegisterMeasures?

  package init(partnership: Int? = nil) { self.partnership = partnership }
}
