/// Who has a file open for editing; its text finishes "answers/2.1.md is …".
package struct LockHolder: Hashable, Sendable, CustomStringConvertible {
  /// The process number.
  package var pid: Int32
  /// The user's name.
  package var user: String
  /// The machine's name.
  package var host: String
  /// The wall clock when the lock was taken, "HH:MM" as the holder saw it.
  package var since: String
  /// The program's name.
  package var program: String

  /// Puts the fields together.
  package init(pid: Int32, user: String, host: String, since: String, program: String = "Fivefold") {
    self.pid = pid
    self.user = user
    self.host = host
    self.since = since
    self.program = program
  }

  /// "open in another Fivefold: pid 123, ann on host, since 12:04".
  package var description: String {
    guard pid > 0 else { return "open in another Fivefold" }
    return "open in another \(program): pid \(pid), \(user) on \(host), since \(since)".visible
  }

  /// The record kept in the lock file: one `key value` a line, values without line breaks.
  var record: [UInt8] {
    let fields = [
      ("pid", "\(pid)"), ("user", user), ("host", host), ("since", since), ("program", program),
    ]
    return Array(fields.map { "\($0) \($1.visible)\n" }.joined().utf8)
  }

  /// Reads a record; what is missing or damaged stays unknown, as the lock holds all the same.
  init(record: [UInt8]) {
    var values: [Substring: String] = [:]
    let text = String(decoding: record, as: UTF8.self)
    for line in text.split(separator: "\n") {
      let pair = line.split(separator: " ", maxSplits: 1)
      if pair.count == 2 { values[pair[0]] = String(pair[1]) }
    }
    self.init(
      pid: values["pid"].flatMap(Int32.init) ?? 0, user: values["user"] ?? "somebody",
      host: values["host"] ?? "this machine", since: values["since"] ?? "an unknown time",
      program: values["program"] ?? "Fivefold")
  }
}
