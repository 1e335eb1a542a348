import BidModel

/// The checks that set the numbers of one text against each other.
///
/// Each looks at one claim and compares only figures that the claim ties together; a figure that no
/// claim holds is never called wrong. Every figure stands for the interval its printed places allow
/// (36 h is 35.5 to 36.5, a count is exact, "about" a tenth more or less), and a fault is what no values
/// in the intervals could make true. A truncated percentage passes as a rounded one does.
///
/// Limitations: what two sentences say of one measure is compared by ``TwoValues`` only when their
/// words agree; a figure in words such as "several" is not compared at all.
package struct NumberChecks {
  let text: String
  var faults: [NumberFault] = []
  /// Where the faults of the claim at hand begin.
  private(set) var firstFault = 0
  private(set) var checked: [Range<Int>] = []

  private init(text: String) { self.text = text }

  /// The faults of `reading`, in the order of the text; numbers that were compared are marked so.
  ///
  /// - Parameter text: What was read.
  /// - Complexity: O(*n* log *n*) in the number of claims and mentions.
  package static func faults(in reading: inout NumberReading, of text: String) -> [NumberFault] {
    guard !reading.claims.isEmpty else { return [] }
    var checks = NumberChecks(text: text)
    for claim in reading.claims { checks.check(claim) }
    let compared = Self.merged(checks.checked)
    for index in reading.mentions.indices where Self.overlaps(compared, reading.mentions[index].span) {
      reading.mentions[index].isChecked = true
    }
    return checks.faults.sorted {
      ($0.span.lowerBound, $0.kind.rawValue) < ($1.span.lowerBound, $1.kind.rawValue)
    }
  }

  /// `spans` in order, those that meet made one.
  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound >= span.lowerBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  /// Whether one of `spans`, which are in order and apart, overlaps `span`.
  private static func overlaps(_ spans: [Range<Int>], _ span: Range<Int>) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].overlaps(span)
  }

  private mutating func check(_ claim: NumberClaim) {
    guard !claim.isDenied else { return }
    firstFault = faults.count
    checkUnits(claim)
    checkDirection(claim)
    checkChanges(claim)
    checkPart(claim)
    checkParts(claim)
  }

  // MARK: Reporting

  /// Notes that figures were set against each other.
  mutating func mark(_ figures: Figure?...) { checked += figures.compactMap { $0?.span } }

  /// Adds a fault that spans `figures`.
  mutating func report(_ kind: NumberFault.Kind, _ message: String, fix: String, at figures: Figure...) {
    let low = figures.map(\.span.lowerBound).min() ?? 0
    let high = figures.map(\.span.upperBound).max() ?? low
    faults.append(NumberFault(kind: kind, message: message, fix: fix, span: low..<high))
  }

  /// The words of some bytes of the text.
  func words(_ span: Range<Int>) -> String { text.sliceIfWhole(utf8: span) ?? "" }

  /// The words of a figure with its unit.
  func words(_ figure: Figure) -> String { words(figure.span) }
}

extension Figure {
  /// Whether it counts whole things exactly.
  var isCount: Bool {
    (unit == nil || unit?.dimension == .count) && step == 1 && hedge == .exact && value < 10_000
  }

  /// The values it may stand for, in the base of its dimension: hours, pounds, single things.
  var base: ClosedRange<Double> {
    let bounds = bounds(isCount: isCount)
    let scale = unit?.scale ?? 1
    return (bounds.lowerBound * scale)...(bounds.upperBound * scale)
  }

  /// As ``base``, with room for a figure that was cut off and not rounded.
  var loose: ClosedRange<Double> {
    let scale = unit?.scale ?? 1
    let low = base.lowerBound
    return low...max(base.upperBound, isCount ? value * scale : (value + step * 0.999) * scale)
  }
}
