import Synchronization

/// A terminal without a terminal: a script of events in, the last picture and some counts out.
///
/// Time is virtual. `wait` never blocks: it returns the next scripted event, or lets the clock jump to the
/// deadline. When nothing is left and there is no deadline it returns `whenIdle`, so that a test's loop can end
/// (`[.closed]`) or be stepped by hand (the default, nothing).
package final class MemoryTerminal: Terminal {
  /// The window's size; change it with `resize(to:)`.
  package private(set) var size: Size
  /// The virtual clock.
  package var now: ContinuousClock.Instant
  /// What is shown.
  package private(set) var screen: Surface
  /// Where the cursor is; nil when it is hidden.
  package private(set) var cursor: Point?
  /// How often `present` was called.
  package private(set) var presentCount = 0
  /// How many cells all presents sent together.
  package private(set) var cellsSent = 0
  /// How many cells the last present sent.
  package private(set) var lastCellsSent = 0
  /// How many rows all presents touched together.
  package private(set) var rowsSent = 0
  /// What was copied to the system's clipboard, in order.
  package private(set) var clipboard: [String] = []
  /// The most UTF-8 bytes that the clipboard takes.
  package var mostClipboard = 74_000
  /// How often the bell rang.
  package private(set) var bells = 0
  /// How often the program was suspended.
  package private(set) var suspensions = 0
  /// How often the terminal was lent to another program.
  package private(set) var excursions = 0
  /// Whether the terminal was given back.
  package private(set) var isClosed = false
  /// What `wait` returns when the script is over and there is no deadline.
  package var whenIdle: [TerminalEvent] = []

  private var script: [TerminalEvent] = []
  private var nextEvent = 0
  private let mailbox = WakeFlag()

  /// A blank terminal of a size, whose clock starts at `now`.
  package init(size: Size, now: ContinuousClock.Instant = .now) {
    self.size = size
    self.now = now
    screen = Surface(size: size)
  }

  /// Lets bytes arrive: the next `wait` that gets to them returns them as one input.
  package func feed(_ bytes: [UInt8]) { script.append(.input(bytes)) }

  /// Lets the bytes of a text arrive.
  package func feed(_ text: String) { feed(Array(text.utf8)) }

  /// Gives the window another size and lets that be told.
  package func resize(to newSize: Size) {
    size = newSize
    script.append(.resized)
  }

  /// Lets a signal arrive.
  package func send(_ signal: TerminalSignal) { script.append(.signal(signal)) }

  /// Whether nothing scripted and no mail is left.
  package var isDrained: Bool { nextEvent == script.count && !mailbox.isRaised }

  /// The next scripted event, with the mail when there is some; else the deadline, to which the clock jumps.
  package func wait(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
    var events: [TerminalEvent] = mailbox.lower() ? [.mail] : []
    if nextEvent < script.count {
      events.append(script[nextEvent])
      nextEvent += 1
      if nextEvent == script.count {
        script.removeAll()
        nextEvent = 0
      }
    }
    if !events.isEmpty { return events }
    guard let deadline else { return whenIdle }
    now = max(now, deadline)
    return [.deadline]
  }

  /// Raises the flag that makes `wait` return `.mail`.
  package var wake: @Sendable () -> Void {
    let mailbox = mailbox
    return { mailbox.raise() }
  }

  /// Takes the changed runs over into `screen` and counts them.
  package func present(_ surface: inout Surface, cursor: Point?) {
    presentCount += 1
    let isKnown = surface.presentation == UInt64(presentCount - 1) && presentCount > 1
    let runs = surface.changedRuns(since: screen, everyRow: !isKnown)
    if screen.size != surface.size { screen = Surface(size: surface.size) }
    for run in runs { screen.copy(run, from: surface) }
    lastCellsSent = runs.reduce(0) { $0 + $1.columns.count }
    cellsSent += lastCellsSent
    rowsSent += Set(runs.map(\.row)).count
    surface.markPresented(UInt64(presentCount))
    self.cursor = cursor.flatMap { surface.bounds.contains($0) ? $0 : nil }
  }

  /// Counts the suspension.
  package func suspend() { suspensions += 1 }

  /// Notes that the terminal was given back.
  package func close() { isClosed = true }

  /// Counts the excursion and runs `body`.
  package func runOutside(_ body: () -> Void) {
    excursions += 1
    body()
  }

  /// Keeps the text, when it is no longer than the terminal takes.
  package func copyToSystemClipboard(_ text: String) -> Bool {
    guard text.utf8.count <= mostClipboard else { return false }
    clipboard.append(text)
    return true
  }

  /// Counts the bell.
  package func ring() { bells += 1 }
}

/// A flag that any thread may raise.
private final class WakeFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  var isRaised: Bool { raised.load(ordering: .acquiring) }

  func raise() { raised.store(true, ordering: .releasing) }

  func lower() -> Bool { raised.exchange(false, ordering: .acquiringAndReleasing) }
}
