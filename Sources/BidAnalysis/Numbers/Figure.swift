/// A number as a text prints it, with its unit and its precision.
package struct Figure: Hashable, Sendable {
  /// Multiplied out: `£1.2m` is 1,200,000; `half` is 50 with the unit `%`.
  package var value: Double
  /// The upper end when a range is printed: `10 to 15%`.
  package var upper: Double?
  /// Size of the last printed place: 0.1 for `9.4`, 100,000 for `£1.2m`.
  package var step: Double
  /// `nil` when none is printed.
  package var unit: NumberUnit?
  package var hedge = Hedge.exact
  package var form = Form.digits
  /// A minus or plus sign stands before it.
  package var sign = 0
  /// UTF-8 bytes of the text read, the unit included.
  package var span: Range<Int>
  /// UTF-8 bytes of the number alone.
  package var digits: Range<Int>
  /// Tokens of the text read, the unit included.
  var tokens: Range<Int>

  /// How firmly it is said.
  package enum Hedge: Hashable, Sendable {
    /// As it stands; "about 10"; "over 10"; "nearly 10".
    case exact, about, over, under
  }

  /// How it is written.
  package enum Form: Hashable, Sendable {
    case digits, words, fraction, multiple
  }

  /// The values it may stand for: half a printed place either way, more when it is hedged.
  ///
  /// A count is exact; a rounded or truncated figure is both allowed.
  package func bounds(isCount: Bool) -> ClosedRange<Double> {
    let slack = isCount ? 0 : step / 2
    let low = value - slack
    let high = (upper ?? value) + slack
    switch hedge {
    case .exact:
      guard form == .fraction else { return low...high }
      return (value * 0.92)...(value * 1.08)
    case .about: return min(low, value * 0.9)...max(high, (upper ?? value) * 1.1)
    case .over: return low...max(high, value * 1.25)
    case .under: return min(low, value * 0.85)...high
    }
  }
}

/// What a number in a text is.
package enum NumberKind: String, CaseIterable, Hashable, Sendable {
  /// Part of a statement about a measure.
  case claim
  /// A quantity that states no result: a capacity, a population, an age, a sample.
  case amount
  case date, clock
  /// How long a result ran: "over nine months".
  case period
  /// A limit or duration that is kept to: "within two hours".
  case standard
  /// How often: "every six weeks", "24/7".
  case cadence
  /// Part of a name: Ward 7, Section 75.
  case name
  /// A question, page or document number.
  case reference
  case address, phone
  /// Nothing could be made of it.
  case unclear
}

/// A number that was seen, and what it was taken for.
package struct NumberMention: Hashable, Sendable {
  package var kind: NumberKind
  /// UTF-8 bytes of the text read.
  package var span: Range<Int>
  /// Whether some check set it against another number.
  package var isChecked = false
}
