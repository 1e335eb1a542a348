import BidModel

extension KPIForm {
  /// The form for `fact`, which may be new.
  init(_ fact: KPIFact, definition: KPIDefinition?) {
    reference = fact.reference
    known = definition
    self.definition = definition.map { "\($0.title): \($0.definition)" } ?? "Not in the KPI set."
    var fact = fact
    if fact.unit.isEmpty, let unit = definition?.unit { fact.unit = unit }
    fields = Self.layout.map { label, hint, path in
      FormField(label: label, text: fact[keyPath: path], hint: hint)
    }
    fields[0].enter()
  }

  /// The fact the fields spell, on top of `old`.
  func fact(from old: KPIFact?) -> KPIFact {
    var fact = old ?? KPIFact(reference)
    for ((_, _, path), field) in zip(Self.layout, fields) {
      fact[keyPath: path] = field.text.trimmingSpaces()
    }
    // The unit says it once, as in the other rows.
    if fact.unit == "%" {
      for path in [\KPIFact.value, \.baseline] where fact[keyPath: path].hasSuffix("%") {
        fact[keyPath: path] = String(fact[keyPath: path].dropLast()).trimmingSpaces()
      }
    }
    return fact
  }

  /// What keeps the form from being accepted, in one sentence.
  var fault: String? {
    for label in ["Reviewed", "Review by"] {
      guard let field = fields.first(where: { $0.name == .label(label) }), !field.text.isEmpty else {
        continue
      }
      if Day(field.text.trimmingSpaces()) == nil {
        return "\(label) must be a day such as 2026-09-30, not ‘\(field.text)’."
      }
    }
    return fact(from: nil).quantityFault(by: known)
  }

  private static var layout: [(String, String, WritableKeyPath<KPIFact, String>)] {
    [
      ("Value", "18", \.value), ("Baseline", "36", \.baseline), ("Change", "-24% or x3", \.change),
      ("Unit", "h, days, %, count", \.unit), ("Period", "April to September 2026", \.period),
      ("Source", "dashboard, audit, register", \.source),
      ("Verification", "Quality Lead checks 10% each month", \.verification),
      ("Owner", "priya", \.owner), ("Reviewed", "2026-09-30", \.reviewed),
      ("Review by", "2027-03-31", \.reviewBy), ("Note", "", \.note),
    ]
  }
}
