/// A signal that the program has to answer. Signals that mean nothing to it are not reported.
package enum TerminalSignal: Hashable, Sendable {
  /// SIGHUP: the terminal is going away.
  case hangup
  /// SIGTERM: someone asks the program to end.
  case terminate
  /// SIGINT, sent from outside: Ctrl-C itself arrives as a key.
  case interrupt
  /// SIGTSTP, sent from outside: the program should save what it needs to and call `suspend()`.
  case stop
  /// SIGCONT: the program runs again. The terminal has been set up again already; repaint.
  case continued
}

/// What `Terminal.wait` came back with.
package enum TerminalEvent: Hashable, Sendable {
  /// All bytes that had arrived, for the decoder.
  case input([UInt8])
  /// The window has another size; `Terminal.size` tells which.
  case resized
  /// A signal arrived.
  case signal(TerminalSignal)
  /// The wake-up was called, perhaps more than once: look into the mailbox.
  case mail
  /// The terminal is gone and will give no more input.
  case closed
  /// The deadline has passed.
  case deadline
}

/// A terminal as the program's loop sees it. There are two: the real one, and `MemoryTerminal` for tests.
package protocol Terminal: AnyObject {
  /// The size of the window as last reported.
  var size: Size { get }

  /// Blocks until something happened or the deadline passed, and says what. A deadline in the past looks once
  /// and does not block; with none it blocks for as long as it takes. All waiting input comes as one `.input`.
  func wait(until deadline: ContinuousClock.Instant?) -> [TerminalEvent]

  /// Makes the present or next `wait` return `.mail`. May be called from any thread.
  var wake: @Sendable () -> Void { get }

  /// Shows the surface: sends what differs from what is shown, puts the cursor or hides it, clears the damage.
  func present(_ surface: inout Surface, cursor: Point?)

  /// Gives the terminal back, stops the program as Ctrl-Z would, and sets everything up again when it goes on.
  func suspend()

  /// Gives the terminal back as it was. A second call does nothing.
  func close()

  /// Gives the terminal to `body`, such as an editor, and takes it back.
  func runOutside(_ body: () -> Void)

  /// Hands the text to the terminal for the system's clipboard.
  /// - Returns: false when it was not sent; true says it was sent, not that the terminal allowed it.
  func copyToSystemClipboard(_ text: String) -> Bool

  /// The bell.
  func ring()
}
