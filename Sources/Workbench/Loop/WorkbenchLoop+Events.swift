import BidModel
import Screen

extension WorkbenchLoop {
  func handle(_ event: TerminalEvent) {
    switch event {
    case .input(let bytes):
      echo(bytes)
      handle(decoder.decode(bytes))
      inputDue = decoder.isWaiting ? now().advanced(by: .milliseconds(25)) : nil
    case .resized:
      state.size = terminal.size
      needsPanes = true
    case .signal(let signal): handle(signal)
    case .mail:
      for letter in mailbox.take() {
        switch letter {
        case .say(let text, let kind): state.say(text, as: kind)
        case .spelling(let news): state.take(news)
        }
      }
      performEffects()
      needsPanes = true
    case .closed: leaveAtOnce()
    case .deadline: break
    }
  }

  /// Shows a letter at once where it will stand; its edit and its painting from the document follow.
  private func echo(_ bytes: [UInt8]) {
    guard let spot = echoSpot else { return }
    echoSpot = nil
    guard bytes.count == 1, spot.takes(bytes[0]), !decoder.isWaiting, surface.size == terminal.size else {
      return
    }
    surface.insert(bytes[0], at: spot.point, movingUpTo: spot.end, style: spot.style)
    terminal.present(&surface, cursor: Point(row: spot.point.row, column: spot.point.column + 1))
    state.distrustRow(spot.row)
    echoCount += 1
  }

  private func handle(_ events: [InputEvent]) {
    let time = now()
    if let last = lastInput, last.duration(to: time) > Self.undoPause { state.session.sealUndo() }
    if !events.isEmpty { lastInput = time }
    state.eventTime = time
    tellTime(time)
    for event in events {
      state.handle(event)
      performEffects()
      if state.isFinished { return }
    }
    if journalDue == nil,
      state.session.answers.contains(where: { !$0.unjournalled.isEmpty })
        || desk.journal != nil && state.openTemplate?.isUnjournalled == true
    {
      journalDue = now().advanced(by: .milliseconds(150))
    }
  }

  /// Tells the session the time of day that its history shows, at most once a second: a key that is
  /// typed should not wait for a calendar.
  private func tellTime(_ time: ContinuousClock.Instant) {
    if let told = timeTold, told.duration(to: time) < .seconds(1) { return }
    timeTold = time
    state.session.time = "\(state.session.values.today) \(desk.timeOfDay())"
  }

  /// A pause in typing that parts what one undo takes back.
  private static let undoPause = Duration.seconds(1)

  private func handle(_ signal: TerminalSignal) {
    switch signal {
    case .hangup, .terminate: leaveAtOnce()
    case .interrupt: state.say("Ctrl-Q quits.", as: .note)
    case .stop: perform(.suspend)
    case .continued: surface.damageAll()
    }
    needsPanes = true
  }

  /// Ends at once and keeps the work: it is in the journal, and offered at the next opening.
  private func leaveAtOnce() {
    journalEdits()
    desk.journal?.sync()
    desk.journal?.flush()
    desk.close(saved: state.session.answers.filter { !$0.isModified }.map(\.id))
    state.isFinished = true
  }

  func runTimers() {
    let time = now()
    if let due = inputDue, due <= time {
      handle(decoder.timeOut())
      inputDue = decoder.isWaiting ? time.advanced(by: .milliseconds(25)) : nil
      needsPanes = true
    }
    if let due = journalDue, due <= time {
      journalEdits()
      if syncDue == nil { syncDue = time.advanced(by: .milliseconds(1_500)) }
    }
    if let due = syncDue, due <= time {
      syncDue = nil
      desk.journal?.sync()
    }
    runStudio(time)
    runClock(time)
    runWalkClock(time)
  }

  /// Shows the time that a walk has taken anew at each full minute of it, while somebody reads.
  private func runWalkClock(_ time: ContinuousClock.Instant) {
    if let due = walkDue, due <= time {
      state.eventTime = time
      needsPanes = true
    }
    walkDue = state.untilNextMinute(at: time).map { time.advanced(by: $0) }
  }

  /// Shows the time left to the deadline anew at each full minute.
  private func runClock(_ time: ContinuousClock.Instant) {
    guard showsClock, state.session.heading.closes != nil, let seconds = state.session.secondsNow() else {
      return
    }
    if let due = clockDue {
      guard due <= time else { return }
      needsPanes = true
    }
    clockDue = time.advanced(by: .seconds(60 - seconds % 60))
  }

  /// Gives the journal every edit it lacks.
  func journalEdits() {
    journalDue = nil
    journalStudio()
    for index in state.session.answers.indices {
      let edits = state.session.answers[index].unjournalled
      guard !edits.isEmpty else { continue }
      state.session.answers[index].unjournalled = []
      desk.journal(edits, of: state.session.answers[index].id)
    }
  }
}
