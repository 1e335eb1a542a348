import BidModel

/// One thing that does not agree among the numbers of a text.
package struct NumberFault: Hashable, Sendable {
  package var check: NumberCheck
  /// One sentence: what is wrong.
  package var message: String
  /// One sentence: the way out.
  package var fix: String
  /// UTF-8 bytes of the text read.
  package var span: Range<Int>
  /// Bytes of the text read to be replaced, and by what, when the way out is mechanical.
  package var replacement: Replacement?

  /// A mechanical way out.
  package struct Replacement: Hashable, Sendable {
    package var span: Range<Int>
    package var text: String
  }
}

/// The faults that the numbers of a bid can have.
package enum NumberCheck: String, CaseIterable, Hashable, Sendable {
  case arithmetic = "number-arithmetic"
  case direction = "number-direction"
  case factor = "number-factor"
  case percentPoint = "number-percent-point"
  case partOfWhole = "number-part-of-whole"
  case partsExceedTotal = "number-parts-exceed-total"
  case unitClash = "number-unit-clash"
  case twoValues = "number-two-values"
  case disagreesWithRegister = "number-not-as-registered"
  case typedByHand = "number-typed-by-hand"

  /// How much it matters: the offer of a placeholder is advice, all else a warning.
  package var severity: Severity { self == .typedByHand ? .advice : .warning }
}
