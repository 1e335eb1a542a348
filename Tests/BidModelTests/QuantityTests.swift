import BidModel
import Testing

/// What the register takes for a number, a change, and neither.
@Suite struct QuantityTests {
  @Test(
    "a value of a numeric unit is a number, a part of a whole or a range, with or without its unit",
    arguments: [
      ("18", "h", true), ("18 h", "h", true), ("1,200", "count", true), ("2.5", "days", true),
      ("94%", "%", true), ("9 of 10", "count", true), ("3 to 5", "days", true),
      ("<1", "per 1,000 hours", true),
      ("x3", "factor", true), ("-4", "%", true), ("thirty-one", "count", false), ("many", "h", false),
      ("1,5", "h", false), ("18 hours or so", "h", false), ("", "h", false), ("12.", "h", false),
    ])
  func numbers(_ text: String, _ unit: String, _ isNumber: Bool) {
    #expect(Quantity.isNumber(text, unit: unit) == isNumber)
  }

  @Test(
    "a change is signed or a factor",
    arguments: [
      ("-24%", true), ("+12", true), ("x3", true), ("×2", true), ("24%", true), ("-3 points", true),
      ("lower", false), ("x", false), ("down 24%", false),
    ])
  func changes(_ text: String, _ isChange: Bool) {
    #expect(Quantity.isChange(text, unit: "h") == isChange)
  }

  @Test("one sentence says what is wanted; text units and empty cells want nothing")
  func faults() {
    var fact = KPIFact(KPIReference("safety.incidents"))
    fact.unit = "per 1,000 hours"
    fact.value = "many"
    #expect(
      fact.quantityFault(by: nil) == "The value must be a number per 1,000 hours, such as 18, not ‘many’.")
    fact.unit = "rating"
    #expect(fact.quantityFault(by: nil) == nil)
    (fact.unit, fact.value, fact.baseline) = ("days", "", "a few")
    #expect(fact.quantityFault(by: nil) == "The baseline must be a number in days, such as 18, not ‘a few’.")
  }
}
