import BidStorage
import Glibc

/// A folder of its own under the system's temporary folder, removed with everything in it at the end.
final class TemporaryFolder: Sendable {
  /// Its path.
  let path: String

  /// Makes the folder.
  init() throws {
    let name = "/tmp/fivefold-test-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    try LocalFileSystem().makeFolder(name, permissions: 0o700)
    path = name
  }

  deinit { Self.remove(path) }

  /// `name` in the folder.
  func file(_ name: String) -> String { FilePath.join(path, name) }

  /// Makes a file.
  func put(_ bytes: [UInt8], at name: String, permissions: UInt32 = 0o644) throws {
    let files = LocalFileSystem()
    let descriptor = try files.open(file(name), .createNew, permissions: 0o600)
    try files.writeAll(bytes, to: descriptor)
    try files.changeMode(descriptor, to: permissions)
    try files.close(descriptor)
  }

  private static func remove(_ path: String) {
    let files = LocalFileSystem()
    guard let status = try? files.linkStatus(at: path) else { return }
    if status.kind == .folder {
      chmod(path, 0o700)
      for name in (try? files.list(path)) ?? [] { remove(FilePath.join(path, name)) }
      rmdir(path)
    } else {
      try? files.unlink(path)
    }
  }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The error that `work` throws, as its sentence; nil when it throws none.
func sentence(_ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch { return "\(error)" }
}

/// Whether a message is whole sentences that name the path.
func isSentence(_ message: String, about path: String) -> Bool {
  message.contains(path) && message.hasSuffix(".") && message.count > path.count + 20
}
