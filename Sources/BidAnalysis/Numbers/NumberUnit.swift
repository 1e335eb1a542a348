/// What a figure counts or measures, and how it compares with others of its dimension.
package struct NumberUnit: Hashable, Sendable {
  package var dimension: Dimension
  /// `h`, `days`, `%`, `points`, `£`, `per 1,000`; empty for a plain count.
  package var name: String
  /// How many hours, pounds or single things one of it is.
  package var scale: Double

  /// Figures can be compared within one dimension only.
  package enum Dimension: String, Hashable, Sendable {
    case count, percent, points, time, workingTime, money, rate, factor, other
  }

  package init(_ dimension: Dimension, _ name: String = "", scale: Double = 1) {
    self.dimension = dimension
    self.name = name
    self.scale = scale
  }

  package static let count = NumberUnit(.count)
  package static let percent = NumberUnit(.percent, "%")
  package static let points = NumberUnit(.points, "points")
  package static let factor = NumberUnit(.factor, "times")
  package static let pounds = NumberUnit(.money, "£")

  /// A share of so many: `per 1,000`.
  package static func rate(_ base: Double) -> NumberUnit {
    NumberUnit(.rate, "per \(NumberText.plain(base))")
  }

  /// The unit named as the KPI register names it: `h`, `%`, `count`, `per 1,000 hours`.
  package init(register name: String) {
    switch name {
    case "%": self = .percent
    case "", "count": self = .count
    case "factor": self = .factor
    case "£": self = .pounds
    default:
      if name.hasPrefix("per ") {
        let digits = name.dropFirst(4).prefix { $0.isNumber || $0 == "," }.filter { $0 != "," }
        self = Double(digits).map { .rate($0) } ?? NumberUnit(.other, name)
      } else {
        self = NumberLexicon.unit(named: name) ?? NumberUnit(.other, name)
      }
    }
  }

  /// Whether amounts of the two can be set against each other.
  package func isComparable(with other: NumberUnit) -> Bool {
    guard dimension == other.dimension else { return false }
    return dimension == .rate || dimension == .other ? name == other.name : true
  }
}

/// Numbers as messages print them.
enum NumberText {
  /// Without a needless decimal point: `50`, `2.5`; thousands parted from four digits on.
  static func plain(_ value: Double, places: Int = 2) -> String {
    let power = [1.0, 10, 100, 1000][min(max(places, 0), 3)]
    let scaled = (abs(value) * power).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let whole = Int(scaled) / Int(power)
    var rest = Int(scaled) % Int(power)
    var digits = places
    while digits > 0, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let fraction =
      digits > 0 ? "." + String(repeating: "0", count: digits - String(rest).utf8.count) + String(rest) : ""
    return (value < 0 && scaled > 0 ? "-" : "") + thousands(whole) + fraction
  }

  private static func thousands(_ whole: Int) -> String {
    guard whole >= 1000 else { return String(whole) }
    let last = String(whole % 1000)
    return thousands(whole / 1000) + "," + String(repeating: "0", count: 3 - last.utf8.count) + last
  }
}
