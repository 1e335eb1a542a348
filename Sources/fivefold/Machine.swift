import BidStorage
import Foundation
import Glibc
import Workbench

/// What this machine gives the program.
enum Machine {
  /// The surroundings of a run.
  static func surroundings(templates: String?) -> Surroundings {
    var surroundings = Surroundings(
      files: LocalFileSystem(), environment: ProcessInfo.processInfo.environment, program: program,
      templates: templates, host: host, user: user, today: format(.now, "%Y-%m-%d"),
      timeOfDay: { format(.now, "%H:%M") }, secondsNow: { Int(Date.now.timeIntervalSince1970) })
    surroundings.version = Version.current
    return surroundings
  }

  /// The real path of the running program.
  private static var program: String? {
    try? LocalFileSystem().realPath(of: "/proc/self/exe")
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this machine" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var user: String {
    ProcessInfo.processInfo.environment["USER"] ?? ProcessInfo.processInfo.environment["LOGNAME"]
      ?? "uid \(getuid())"
  }

  /// A time in the local zone by `strftime`, which costs no locale data.
  private static func format(_ date: Date, _ pattern: String) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let length = strftime(&buffer, buffer.count, pattern, &parts)
    return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
