extension KPIFact {
  /// What keeps a quantity of the fact from being read, in one sentence; `nil` when all can be.
  ///
  /// - Parameter definition: The KPI of the set, whose unit counts where the fact names none.
  package func quantityFault(by definition: KPIDefinition?) -> String? {
    let unit = self.unit.nonEmpty ?? definition?.unit ?? ""
    for (name, text) in [("value", value), ("baseline", baseline)] where !text.isEmpty {
      guard Quantity.isNumeric(unit: unit), !Quantity.isNumber(text, unit: unit) else { continue }
      return "The \(name) must be a number\(Quantity.inUnit(unit)), such as 18, not ‘\(text)’."
    }
    guard !change.isEmpty, Quantity.isNumeric(unit: unit), !Quantity.isChange(change, unit: unit) else {
      return nil
    }
    return "The change must be a signed number or a factor, such as -24% or x3, not ‘\(change)’."
  }
}

extension Quantity {
  /// Whether what is measured in `unit` is a number: all but text, a rating, a day, and yes or no.
  package static func isNumeric(unit: String) -> Bool {
    !["", "text", "rating", "grade", "date", "yes/no"].contains(unit.lowercased())
  }

  /// Whether `text` is a number, `N of M`, or a range, with or without its unit behind it.
  ///
  /// A comma stands only before three digits, so `1,5` is refused rather than read as fifteen.
  package static func isNumber(_ text: String, unit: String) -> Bool {
    var text = text.trimmingSpaces()
    for ending in [unit, "%"] where !ending.isEmpty && text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count)).trimmingSpaces()
      break
    }
    if unit == "factor", let first = text.first, "x×".contains(first) { text.removeFirst() }
    if let first = text.first, "<>≤≥~£".contains(first) { text = String(text.dropFirst()).trimmingSpaces() }
    for between in [" of ", " to ", "–"] {
      let sides = text.split(separator: between, omittingEmptySubsequences: false)
      if sides.count == 2 { return sides.allSatisfy { isPlainNumber($0.trimmingSpaces()) } }
    }
    return isPlainNumber(text)
  }

  /// Whether `text` is a change: a number with or without a sign, of the unit, per cent or points; or a
  /// factor such as `x3`.
  package static func isChange(_ text: String, unit: String) -> Bool {
    let text = text.trimmingSpaces()
    if let first = text.first, "x×".contains(first) {
      return isPlainNumber(String(text.dropFirst()).trimmingSpaces())
    }
    return [unit, "points", "percentage points", "pp"].contains { isNumber(text, unit: $0) }
  }

  /// `" in days"`, for a message; nothing for a count or a factor.
  fileprivate static func inUnit(_ unit: String) -> String {
    switch unit {
    case "count", "factor": ""
    case "%": " in per cent"
    case _ where unit.hasPrefix("per "): " \(unit)"
    default: " in \(unit)"
    }
  }

  /// Whether `text` is a sign, digits in groups or together, and decimals, as far as they are there.
  private static func isPlainNumber(_ text: String) -> Bool {
    var digits = text[...]
    if let first = digits.first, "+-−".contains(first) { digits.removeFirst() }
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.allSatisfy({ !$0.isEmpty }) else { return false }
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    if halves.count == 2, !halves[1].allSatisfy(isDigit) { return false }
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 } && (groups.count == 1 || groups[0].count <= 3)
  }
}
