import BidModel

/// How a quoted KPI stands, for a list of them: what it reads as now, and whether that can be handed in.
struct KPIStanding {
  /// Tells the kinds apart without colour.
  let sign: Character
  let words: String
  /// Whether it is filled, in date, and a quantity where it is quoted as one.
  let isComplete: Bool

  init(of placeholder: Placeholder, in values: KPIValues) {
    let (sign, words, isComplete): (Character, String, Bool) =
      switch values.status(of: placeholder) {
      case .filled(let value): ("✓", value, true)
      case .stale(let value): ("!", "\(value), past its review date", false)
      case .empty: ("◌", "empty", false)
      case .unknown: ("?", "not in the KPI set or the register", false)
      }
    let fact = values.register.fact(for: placeholder.reference, in: values.scope)
    let isNoQuantity =
      [.value, .baseline, .change].contains(placeholder.form)
      && fact?.quantityFault(by: values.set[placeholder.reference.kpi]) != nil
    self.sign = isNoQuantity ? "✗" : sign
    self.words = isNoQuantity ? "\(words), which is not a number" : words
    self.isComplete = isComplete && !isNoQuantity
  }
}
