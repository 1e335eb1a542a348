/// How often a label was given and should have been.
package struct Tally: Hashable, Sendable {
  /// Given and right.
  package var hits = 0
  /// Given and wrong.
  package var falseAlarms = 0
  /// Not given and wanted.
  package var misses = 0

  package init() {}

  /// The share of what was given that is right; 0 when nothing was given.
  package var precision: Double { Self.ratio(hits, hits + falseAlarms) }

  /// The share of what is wanted that was given; 0 when nothing is wanted.
  package var recall: Double { Self.ratio(hits, hits + misses) }

  /// The harmonic mean of precision and recall.
  package var f1: Double { Self.ratio(2 * hits, 2 * hits + falseAlarms + misses) }

  /// How often the label is wanted.
  package var support: Int { hits + misses }

  /// Whether nothing was given and nothing wanted, so that there is no score.
  package var isEmpty: Bool { hits + falseAlarms + misses == 0 }

  package static func += (left: inout Tally, right: Tally) {
    left.hits += right.hits
    left.falseAlarms += right.falseAlarms
    left.misses += right.misses
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
