import BidStorage
import Glibc

/// Standard input, output and error, whatever they lead to: closed, a folder, a full disk.
enum StandardStreams {
  /// Opens `/dev/null` for those that are closed, so that no file of the bid is opened under their numbers and
  /// written into by a print.
  static func secure() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is given, which is this one.
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
  }

  /// Writes a line to standard error; where that cannot be written there is nobody to tell.
  static func tell(_ line: String) { _ = write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes text to standard output; where that cannot be, ends the program with 2: a report that is cut looks
  /// like a clean one.
  static func say(_ text: String) {
    guard let failure = write(Array(text.utf8), to: STDOUT_FILENO) else { return }
    tell("fivefold: standard output cannot be written: \(SystemError(.write, code: failure).reason).")
    exit(2)
  }

  /// Writes all of `bytes`.
  ///
  /// - Returns: The `errno` of what went wrong; `nil` when all is written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Everything on standard input.
  ///
  /// - Throws: `system` when it cannot be read; `tooLarge` beyond the size that a file may have.
  /// - Complexity: O(*n*) in the bytes.
  static func input() throws(StorageError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .system(SystemError(.read, code: errno), task: "read", path: "standard input")
      }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= FileReader.defaultLimit else {
        throw .tooLarge(path: "standard input", size: bytes.count, limit: FileReader.defaultLimit)
      }
    }
  }
}
