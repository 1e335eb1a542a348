import Screen

/// Looks at the keyboard while a command runs: Esc gives the command up, other keys are dropped, and what is
/// not a key is kept for the loop.
final class WaitingKeys {
  private let loop: WorkbenchLoop
  private var decoder: InputDecoder
  /// Since when a sequence is incomplete, as a lone Esc is at first.
  private var waitsSince: ContinuousClock.Instant?

  init(_ loop: WorkbenchLoop) {
    self.loop = loop
    decoder = loop.decoder
  }

  /// Whether Esc was pressed since this was asked last, or the program is asked to end.
  func sawEscape() -> Bool {
    var events: [InputEvent] = []
    var sawInput = false
    while let waiting = look() {
      for event in waiting {
        guard case .input(let bytes) = event else {
          loop.postponed.append(event)
          continue
        }
        sawInput = true
        events += decoder.decode(bytes)
      }
    }
    if sawInput || !decoder.isWaiting { waitsSince = nil }
    if decoder.isWaiting {
      let now = loop.now()
      waitsSince = waitsSince ?? now
      if let since = waitsSince, since.duration(to: now) >= .milliseconds(25) { events += decoder.timeOut() }
    }
    // Who ends the program does not wait for a command either.
    let isEnding = loop.postponed.contains {
      [.closed, .signal(.terminate), .signal(.hangup)].contains($0)
    }
    return isEnding || events.contains(.key(Key(.escape)))
  }

  /// What has happened, without waiting for it; `nil` when nothing has.
  private func look() -> [TerminalEvent]? {
    let events = loop.terminal.wait(until: loop.now()).filter { $0 != .deadline }
    // A terminal that is gone says so each time.
    if events.contains(.closed), loop.postponed.contains(.closed) { return nil }
    return events.isEmpty ? nil : events
  }
}
