import BidModel

/// A case that knows its place among all cases of its kind.
protocol Ordinal: CaseIterable {
  /// The place in `allCases`, from 0.
  var ordinal: Int { get }
}

/// Values by case, in an array: what a dictionary is for keys that need no hashing.
///
/// A sentence's words are sorted into some twenty bins after every keystroke; hashing the names of the
/// bins took a third of that time.
struct CaseTable<Key: Ordinal, Value> {
  private var values: [Value?]

  /// A table without values.
  init() { values = [] }

  subscript(key: Key) -> Value? {
    get { values.isEmpty ? nil : values[key.ordinal] }
    set {
      if values.isEmpty { values = Array(repeating: nil, count: Key.allCases.count) }
      values[key.ordinal] = newValue
    }
  }

  subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
    get { self[key] ?? fallback() }
    _modify {
      if values.isEmpty { values = Array(repeating: nil, count: Key.allCases.count) }
      let index = key.ordinal
      var value = values[index].take() ?? fallback()
      defer { values[index] = value }
      yield &value
    }
  }
}

extension Signal: Ordinal {
  var ordinal: Int {
    switch self {
    case .role: 0
    case .cadence: 1
    case .escalation: 2
    case .tracking: 3
    case .measure: 4
    case .timeframe: 5
    case .verification: 6
    }
  }
}

extension ChainLink: Ordinal {
  var ordinal: Int { number }
}

extension Pitfall: Ordinal {
  var ordinal: Int {
    switch self {
    case .genericPartnership: 0
    case .policyOnly: 1
    case .equitySlogan: 2
    }
  }
}

extension SignalLexicon.Turn: Ordinal {
  var ordinal: Int {
    switch self {
    case .negators: 0
    case .notNegators: 1
    case .plans: 2
    case .notPlans: 3
    case .aims: 4
    case .notAims: 5
    case .breaks: 6
    case .slogans: 7
    case .pronouns: 8
    case .activities: 9
    case .results: 10
    }
  }
}
