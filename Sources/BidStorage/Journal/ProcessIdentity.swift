import Glibc

/// Which process, beyond doubt: a process number is used again, but not with the same start time on
/// the same boot of the machine.
package struct ProcessIdentity: Hashable, Sendable {
  /// The process number.
  package var pid: Int32
  /// When it started, in clock ticks since the boot.
  package var started: Int64
  /// The boot of the machine, a random identifier.
  package var boot: String

  /// Puts the fields together.
  package init(pid: Int32, started: Int64, boot: String) {
    self.pid = pid
    self.started = started
    self.boot = boot
  }

  /// The running process.
  ///
  /// Reads two small files of `/proc`; without `/proc`, start and boot are unknown and equal in all.
  package static func current() -> ProcessIdentity {
    let pid = getpid()
    return ProcessIdentity(pid: pid, started: startTime(of: pid) ?? 0, boot: boot())
  }

  /// Whether that process runs now on this machine.
  ///
  /// Limitation: the processes of another container with the same state folder are not seen; the lock
  /// of their file is, so the journal asks for that too.
  package var isAlive: Bool {
    guard boot == Self.boot() else { return false }
    if let now = Self.startTime(of: pid) { return now == started }
    return started == 0 && kill(pid, 0) == 0
  }

  /// Field 22 of `/proc/PID/stat`, counted after the name's bracket, as a name may hold spaces; `nil` for a
  /// process that has ended but that its parent has not taken note of (states Z and X of proc(5)).
  private static func startTime(of pid: Int32) -> Int64? {
    guard let text = content(of: "/proc/\(pid)/stat"), let end = text.lastIndex(of: ")") else {
      return nil
    }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 20, fields[1] != "Z", fields[1] != "X" else { return nil }
    return Int64(fields[20])
  }

  private static func boot() -> String {
    content(of: "/proc/sys/kernel/random/boot_id")?.split(separator: "\n").first.map(String.init) ?? ""
  }

  private static func content(of path: String) -> String? {
    let files = LocalFileSystem()
    guard let descriptor = try? files.open(path, .read, permissions: 0) else { return nil }
    defer { try? files.close(descriptor) }
    return (try? files.readAll(descriptor, limit: 4096)).map { String(decoding: $0, as: UTF8.self) }
  }
}
