/// What a placeholder stands for in one bid: the register, the KPI set and the bid's scope, as they
/// are today.
package struct KPIValues: Sendable {
  /// The facts.
  package var register: KPIRegister
  /// What the KPIs measure.
  package var set: KPISet
  /// The bid's own scope, preferred when a placeholder names none.
  package var scope: String
  /// `yyyy-mm-dd`.
  package var today: String

  package init(
    register: KPIRegister = KPIRegister(),
    set: KPISet = KPISet(id: "", title: "", version: "", families: [], kpis: []),
    scope: String = "", today: String = ""
  ) {
    self.register = register
    self.set = set
    self.scope = scope
    self.today = today
  }

  /// How a placeholder stands.
  package enum Status: Hashable, Sendable {
    /// The words it stands for.
    case filled(String)
    /// The words it stands for, though the fact is past its review date.
    case stale(String)
    /// The fact, or the side of it that is quoted, is not there yet.
    case empty
    /// Neither the set nor the register has a KPI of that name.
    case unknown
  }

  /// What `placeholder` stands for.
  package func status(of placeholder: Placeholder) -> Status {
    let definition = set[placeholder.reference.kpi]
    guard let fact = register.fact(for: placeholder.reference, in: scope) else {
      return definition == nil ? .unknown : .empty
    }
    guard let words = words(for: placeholder, fact: fact, definition: definition) else { return .empty }
    return fact.isStale(on: today) ? .stale(words) : .filled(words)
  }

  /// The words that stand for one side of a fact, or `nil` when it is empty.
  private func words(for placeholder: Placeholder, fact: KPIFact, definition: KPIDefinition?) -> String? {
    let unit = fact.unit.isEmpty ? definition?.unit ?? "" : fact.unit
    switch placeholder.form {
    case .value:
      if fact.value.isEmpty && !placeholder.namesForm { return Quantity.change(fact.change) }
      return Quantity.words(fact.value, unit: unit)
    case .baseline: return Quantity.words(fact.baseline, unit: unit)
    case .change: return Quantity.change(fact.change)
    case .period: return fact.period.nonEmpty
    case .source: return fact.source.nonEmpty
    case .sentence:
      guard let narrative = definition?.narrative.nonEmpty else { return nil }
      return sentence(narrative, fact: fact, unit: unit)
    }
  }

  /// The narrative with its fields filled, or `nil` when one it needs is empty.
  private func sentence(_ narrative: String, fact: KPIFact, unit: String) -> String? {
    let fields: [(String, String?)] = [
      ("{value}", Quantity.words(fact.value, unit: unit)),
      ("{baseline}", Quantity.words(fact.baseline, unit: unit)),
      ("{change}", Quantity.change(fact.change)), ("{period}", fact.period.nonEmpty),
      ("{source}", fact.source.nonEmpty),
    ]
    var result = narrative
    for (field, words) in fields {
      let pieces = result.split(separator: field, omittingEmptySubsequences: false)
      guard pieces.count > 1 else { continue }
      guard let words else { return nil }
      result = pieces.joined(separator: words)
    }
    return result
  }
}

/// How a quantity of the register is put into words.
package enum Quantity {
  /// `18` and `h` give `18 h`; a percentage stands close; a count and a factor have no unit.
  package static func words(_ value: String, unit: String) -> String? {
    guard !value.isEmpty else { return nil }
    switch unit {
    case "", "count", "factor": return value
    case "%": return value.hasSuffix("%") ? value : value + "%"
    default: return value.hasSuffix(unit) ? value : "\(value) \(unit)"
    }
  }

  /// The size of a change without its sign, which the sentence around it gives: `-24%` gives `24%`,
  /// `x3` gives `threefold`.
  package static func change(_ change: String) -> String? {
    guard let first = change.first else { return nil }
    switch first {
    case "-", "−", "+": return String(change.dropFirst())
    case "x", "×":
      guard let factor = Int(change.dropFirst()) else { return change }
      return folds[factor] ?? "\(factor)-fold"
    default: return change
    }
  }

  private static let folds = [
    2: "twofold", 3: "threefold", 4: "fourfold", 5: "fivefold", 6: "sixfold", 7: "sevenfold",
    8: "eightfold", 9: "ninefold", 10: "tenfold",
  ]
}

extension String {
  /// The text, or `nil` when it is empty.
  package var nonEmpty: String? { isEmpty ? nil : self }
}
