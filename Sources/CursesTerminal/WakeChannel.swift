import CNcurses
import Glibc

/// A counter in the kernel that any thread may raise and `poll` can wait for.
final class WakeChannel: Sendable {
  /// The descriptor to poll; -1 when the system had none left.
  let descriptor: Int32

  init() {
    descriptor = fivefold_wake_channel()
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Makes the descriptor readable.
  func raise() {
    var one: UInt64 = 1
    // It can only fail when the counter is full, and then it is readable already.
    _ = write(descriptor, &one, 8)
  }

  /// Makes the descriptor unreadable again.
  func lower() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }
}
