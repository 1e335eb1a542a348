import CNcurses
import Glibc
import Screen

extension CursesTerminal {
  /// The most bytes that one `.input` holds.
  private static let mostInput = 8 << 20
  /// A read that returns less has taken everything there was.
  private static let fewBytes = 64

  /// Waits for bytes, signals, wake-ups and the deadline at once.
  package func wait(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: channel.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard isOpen else { return [.closed] }
    var events: [TerminalEvent] = []
    while events.isEmpty {
      if pollOnce(&descriptors, until: deadline) > 0 {
        if descriptors[1].revents != 0 { events += readSignals() }
        if descriptors[2].revents != 0 {
          channel.lower()
          events.append(.mail)
        }
        if descriptors[0].revents != 0 { events += readInput() }
      }
      if let deadline, ContinuousClock.now >= deadline { events.append(.deadline) }
    }
    return events
  }

  private func pollOnce(_ descriptors: inout [pollfd], until deadline: ContinuousClock.Instant?) -> Int32 {
    for index in descriptors.indices { descriptors[index].revents = 0 }
    let count = nfds_t(descriptors.count)
    guard let deadline else { return Glibc.poll(&descriptors, count, -1) }
    let left = max(.zero, ContinuousClock.now.duration(to: deadline)).components
    // Rounded up, so that the deadline has passed when the time is over; never over a day at once.
    let milliseconds =
      min(left.seconds, 86_400) * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Glibc.poll(&descriptors, count, Int32(milliseconds))
  }

  /// Takes all bytes that have come.
  private func readInput() -> [TerminalEvent] {
    var bytes: [UInt8] = []
    var isClosed = false
    while bytes.count < Self.mostInput {
      let count = Glibc.read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 || (count < 0 && errno != EAGAIN) { isClosed = true }
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      // A handful of bytes is a key: what comes next is waited for like any other.
      if count < Self.fewBytes { break }
      if !inputIsOurs, !hasMore() { break }
    }
    let events: [TerminalEvent] = bytes.isEmpty ? [] : [.input(bytes)]
    return isClosed ? events + [.closed] : events
  }

  private func hasMore() -> Bool {
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&descriptor, 1, 0) > 0
  }

  /// Takes the signals that have come, each once.
  private func readSignals() -> [TerminalEvent] {
    var numbers = [UInt8](repeating: 0, count: 256)
    let count = read(signals, &numbers, numbers.count)
    guard count > 0 else { return [] }
    var events: [TerminalEvent] = []
    for number in Set(numbers.prefix(count)).sorted() {
      if let event = answer(Int32(number)) { events.append(event) }
    }
    return events
  }

  private func answer(_ number: Int32) -> TerminalEvent? {
    switch number {
    case SIGWINCH:
      fitWindow()
      return .resized
    case SIGCONT:
      enter()
      return .signal(.continued)
    case SIGHUP: return .signal(.hangup)
    case SIGTERM: return .signal(.terminate)
    case SIGINT: return .signal(.interrupt)
    case SIGTSTP: return .signal(.stop)
    default: return nil
    }
  }
}
