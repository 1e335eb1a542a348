import BidModel
import Foundation

/// When the buyer's portal closes: as the bid says it, and the instant that is.
package struct Deadline: Hashable, Sendable {
  /// Day and time as written, such as `2026-12-11 12:00`.
  package var written: String
  /// The time zone as written, such as `Europe/London`; empty for the machine's own.
  package var zone: String
  /// Seconds since 1970; `nil` when day, time or zone cannot be understood.
  package var instant: Int?

  /// Reads a day with or without a time; a day alone closes at its end.
  package init(_ written: String, zone: String) {
    self.written = written
    self.zone = zone
    let pieces = written.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard let day = pieces.first.flatMap({ Day($0) }), pieces.count <= 2 else { return }
    guard let seconds = pieces.count == 2 ? Self.seconds(ofTime: pieces[1]) : 24 * 3_600 else { return }
    guard let zone = zone.isEmpty ? TimeZone.current : TimeZone(identifier: zone) else { return }
    let civil = day.number * 86_400 + seconds
    // The offset is asked for twice, since the first guess may lie beyond a change of the clocks.
    let guess = civil - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(civil)))
    instant = civil - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(guess)))
  }

  /// The day on which it is; `nil` when it cannot be understood.
  var day: Day? { Day(written.prefix(10)) }

  /// The time as written, with its zone.
  var words: String { [written, zone].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The time of day with its zone, or the day when no time is given.
  var shortWords: String {
    let time = written.split(separator: " ").last.map(String.init) ?? written
    return [time, zone].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How long is left at `now` (seconds since 1970): days, then hours, then minutes, rounded down, so
  /// that it never promises more than there is.
  func left(at now: Int) -> String? {
    guard let instant else { return nil }
    let seconds = instant - now
    switch seconds {
    case ..<0: return "closed"
    case ..<3_600: return "\(seconds / 60) min left"
    case ..<(48 * 3_600): return "\(seconds / 3_600) h left"
    default: return "\(seconds / 86_400) days left"
    }
  }

  private static func seconds(ofTime text: some StringProtocol) -> Int? {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2 || pieces.count == 3, pieces.allSatisfy({ $0.utf8.count <= 2 }),
      let hour = Int(pieces[0]), let minute = Int(pieces[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 3_600 + minute * 60
  }
}
