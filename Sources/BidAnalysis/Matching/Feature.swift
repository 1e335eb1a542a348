import BidModel
import BidLanguage

/// What a pattern can ask of a token, as a small number: first the token classes, then the words the
/// patterns name ("atoms"), then the word classes.
typealias Feature = Int32

extension TermPattern.TokenClass {
  /// The feature of tokens of this class.
  var feature: Feature {
    switch self {
    case .number: 0
    case .percent: 1
    case .money: 2
    case .clock: 3
    case .year: 4
    case .ordinal: 5
    case .capital: 6
    }
  }

  /// How many features the token classes take.
  static var featureCount: Int { allCases.count }
}

extension Token.Kind {
  /// The feature that says a token is of this kind; `nil` for words and addresses.
  var feature: Feature? {
    switch self {
    case .word, .address: nil
    case .number: TermPattern.TokenClass.number.feature
    case .percent: TermPattern.TokenClass.percent.feature
    case .money: TermPattern.TokenClass.money.feature
    case .clock: TermPattern.TokenClass.clock.feature
    case .year: TermPattern.TokenClass.year.feature
    case .ordinal: TermPattern.TokenClass.ordinal.feature
    }
  }
}
