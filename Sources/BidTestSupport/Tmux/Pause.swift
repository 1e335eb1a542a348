import Glibc

/// Waiting for something outside the process.
enum Pause {
  /// Asks `condition` again and again, a few milliseconds apart, until it holds or the deadline passes.
  ///
  /// - Returns: Whether it held.
  static func until(_ seconds: Double, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    repeat {
      if try condition() { return true }
      // On no descriptors, `poll` is a timer that gives the processor away.
      poll(nil, 0, 5)
    } while ContinuousClock.now < end
    return try condition()
  }
}
