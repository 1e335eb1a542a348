import BidAnalysis
import BidModel
import Screen

/// The loop of the program: waits for the terminal, lets commands change the state, performs what they
/// ask for, and paints.
///
/// One thread owns the state, the document and the screen. A letter is shown before its edit is made,
/// where what it changes is known (``EchoSpot``); a keystroke paints the text first and alone; when no
/// more input waits, the block that changed is read again and the panes are painted.
/// What a bid holds at the start is read in slices of a few milliseconds between keystrokes.
///
/// It is *idle* when no input and no mail waits, nothing is unread, and no timer is due.
package final class WorkbenchLoop {
  package internal(set) var state: WorkbenchState
  let terminal: any Terminal
  let desk: BidDesk
  /// Made ready after the first painting, since its thousands of patterns take a while.
  private lazy var crew = ReadingCrew(makeReader())
  /// Reads single blocks; setting it makes the crew anew.
  var reader: BlockReader {
    get { crew.first }
    set { crew = ReadingCrew(newValue) }
  }
  private let makeReader: () -> BlockReader
  let now: () -> ContinuousClock.Instant
  var surface: Surface
  var decoder: InputDecoder
  /// Whether panes show less than the state says.
  var needsPanes = true
  /// What the last full painting stood on: when it differs, the text alone is not enough.
  var paintedFrame: Frame?
  /// Where the next letter will be shown, when that is known.
  var echoSpot: EchoSpot?
  /// How many letters were shown before their edit was made: what a test counts instead of timing.
  package internal(set) var echoCount = 0
  /// When the edits that the journal lacks must be given to it.
  var journalDue: ContinuousClock.Instant?
  /// When what the journal has must be safe from a power cut.
  var syncDue: ContinuousClock.Instant?
  /// When typing was last taken in: what follows after a pause is undone apart from it.
  var lastInput: ContinuousClock.Instant?
  /// When the session was told the time of day.
  var timeTold: ContinuousClock.Instant?
  /// When the time left to the deadline has to be shown anew; it keeps nobody from being idle.
  var clockDue: ContinuousClock.Instant?
  /// When the time that a walk has taken has to be shown anew; it keeps nobody from being idle.
  var walkDue: ContinuousClock.Instant?
  /// Whether the time left to the deadline moves by itself.
  package var showsClock = false
  /// When what stands beside a template in the studio must be found out again.
  var studioDue: ContinuousClock.Instant?
  /// When an input sequence that is not complete is taken as it is.
  var inputDue: ContinuousClock.Instant?
  /// What happened while a command ran, other than keys.
  var postponed: [TerminalEvent] = []
  let mailbox: Mailbox
  /// What the command in hand has saved, to be told at once.
  var savedNames: [String] = []
  /// Spelling's dictionary and word list; without one nothing is checked.
  package var spelling: SpellingDesk?
  /// Blocks read since the start: what a test counts instead of timing.
  package internal(set) var readCount = 0
  /// The bid that the person goes to when this one is left.
  package internal(set) var next: Opening?

  /// The things that, when they change, move panes about.
  struct Frame: Equatable {
    var focus: PaneID
    var side: PaneID
    var answer: AnswerID
    var overlays: Int
    var size: Size
    var hasMessage: Bool
    var view: ViewOptions
  }

  /// - Parameters:
  ///   - erase: The byte of the terminal's erase key.
  ///   - now: The clock that timers go by.
  package init(
    state: WorkbenchState, terminal: any Terminal, desk: BidDesk,
    reader: @escaping @autoclosure () -> BlockReader, mailbox: Mailbox,
    erase: UInt8 = 0x7F, now: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.state = state
    self.terminal = terminal
    self.desk = desk
    makeReader = reader
    self.mailbox = mailbox
    self.now = now
    decoder = InputDecoder(erase: erase)
    surface = Surface(size: state.size)
  }

  /// Shows the first screen; then, so that it is not kept waiting, opens the journal, offers what a
  /// process that died has left, and says who else has the answers open.
  package func begin() {
    paintAll()
    desk.openJournal()
    desk.openHistory()
    loadWritten()
    loadHistory(state.editor.answer)
    offerRecoveries()
    for index in state.session.answers.indices where state.session.answers[index].readOnlyReason == nil {
      guard let holder = desk.holder(of: state.session.answers[index].id) else { continue }
      state.session.answers[index].readOnlyReason = holder
      state.session.answers[index].isHeldElsewhere = true
      if state.session.answers[index].id == state.editor.answer { state.say(holder, as: .warning) }
    }
    beginSpelling()
    tellOfUpgrades()
    needsPanes = true
  }

  /// Runs until the person leaves the bid or the terminal is gone; the terminal stays open.
  ///
  /// - Returns: The bid to show next; `nil` when the person quits.
  package func run() -> Opening? {
    while !state.isFinished { step() }
    return next
  }

  /// Waits for what comes next and deals with it.
  package func step() {
    let isBusy = needsPanes || !state.session.unread.isEmpty || !postponed.isEmpty
    let events = postponed + terminal.wait(until: isBusy ? now() : nextDeadline)
    postponed = []
    var sawInput = false
    for event in events {
      if case .input = event { sawInput = true }
      handle(event)
    }
    // What was typed is shown before a timer that fell due meanwhile is seen to.
    if sawInput { paintAfterInput() }
    runTimers()
    if sawInput { return }
    if isBusy {
      settle()
    } else if needsPanes {
      paintAll()
    }
  }

  /// Whether nothing is left to do until something happens outside.
  package var isIdle: Bool {
    !needsPanes && state.session.unread.isEmpty && workDue == nil && mailbox.isEmpty && postponed.isEmpty
  }

  /// The next time at which something is due, the clock on the screen included.
  var nextDeadline: ContinuousClock.Instant? { [workDue, clockDue, walkDue].compactMap { $0 }.min() }

  /// The next time at which work is due.
  private var workDue: ContinuousClock.Instant? {
    [journalDue, syncDue, inputDue, studioDue].compactMap { $0 }.min()
  }

  private var frame: Frame {
    Frame(
      focus: state.focus, side: state.sidePane, answer: state.editor.answer, overlays: state.overlays.count,
      size: state.size, hasMessage: state.message != nil, view: state.view)
  }

  /// Paints the text at once, or everything when more than the text has changed.
  private func paintAfterInput() {
    needsPanes = true
    guard state.overlays.isEmpty, paintedFrame == frame else { return paintAll() }
    let cursor = state.paintTyping(on: &surface) ?? state.paintText(on: &surface)
    terminal.present(&surface, cursor: cursor)
    echoSpot = state.echoSpot()
  }

  /// Reads what changed, for a slice of time; then paints the panes.
  private func settle() {
    let end = now().advanced(by: .milliseconds(3))
    while !state.session.unread.isEmpty {
      let next = state.session.takeUnread(atMost: crew.handful)
      readCount += next.count
      state.session.read(next, with: crew)
      if now() >= end { break }
    }
    if state.session.unread.isEmpty { paintAll() }
  }

  /// Paints everything.
  func paintAll() {
    let cursor = state.paint(on: &surface)
    paintedFrame = frame
    needsPanes = false
    terminal.present(&surface, cursor: cursor)
    echoSpot = state.echoSpot()
    askAboutWords()
  }
}
