/// A day of the calendar.
struct CivilDay: Hashable, Sendable {
  /// Days since 1 March of the year 0, counted in the Gregorian calendar.
  private let number: Int

  /// Reads a day as `2026-12-11`, whatever follows it; `nil` for anything else.
  init?(_ text: String) {
    let pieces = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces.map(\.count) == [4, 2, 2], let year = Int(pieces[0]),
      let month = Int(pieces[1]), let day = Int(pieces[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years that begin in March put the leap day last, so that the months before it have fixed lengths.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    number = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day
  }

  /// How many days later than `other` it is.
  func days(since other: CivilDay) -> Int { number - other.number }
}
