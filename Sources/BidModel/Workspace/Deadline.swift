/// When a portal closes, as the buyer wrote it.
package struct Deadline: Hashable, Sendable {
  /// As written: `2026-12-11 12:00`.
  package var text: String
  /// Name of the time zone, such as `Europe/London`; empty when none is given.
  package var timeZone: String
  /// The day and time, when the text is one.
  package var moment: LocalMoment?

  package init(_ text: String, timeZone: String = "") {
    self.text = text
    self.timeZone = timeZone
    moment = LocalMoment(text)
  }
}

/// A day and time by the clock on the wall, without a time zone.
package struct LocalMoment: Hashable, Sendable, Comparable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int
  /// 0 to 23.
  package let hour: Int
  /// 0 to 59.
  package let minute: Int

  /// Reads `yyyy-mm-dd`, which means the end of that day, or `yyyy-mm-dd hh:mm` (a `T` may part them).
  ///
  /// - Returns: `nil` for a day or time that does not exist.
  package init?(_ text: String) {
    let fields = text.split { $0 == " " || $0 == "T" }
    guard let first = fields.first, fields.count <= 2 else { return nil }
    let date = first.split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, date[0].utf8.count == 4,
      let year = Self.number(date[0]), let month = Self.number(date[1]), let day = Self.number(date[2]),
      (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    guard fields.count == 2 else {
      (hour, minute) = (23, 59)
      return
    }
    let time = fields[1].split(separator: ":", omittingEmptySubsequences: false)
    guard time.count == 2, let hour = Self.number(time[0]), let minute = Self.number(time[1]),
      hour < 24, minute < 60
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
  }

  package static func < (left: LocalMoment, right: LocalMoment) -> Bool {
    (left.year, left.month, left.day, left.hour, left.minute)
      < (right.year, right.month, right.day, right.hour, right.minute)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count <= 4 else { return nil }
    return Int(text)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
