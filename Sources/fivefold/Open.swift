import ArgumentParser
import BidAnalysis
import BidModel
import BidStorage
import CursesTerminal
import Screen
import Workbench

/// Opens a bid, an answer or a loose file in the terminal.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a workspace, a bid, an answer or a loose file (the default).",
    discussion: "Example: fivefold open my-bids/bids/harbourside-d2a")

  @Argument(help: "A workspace, a bid, an answer or a Markdown file; the folder you stand in when left out.")
  var path: String?

  @OptionGroup var options: SharedOptions

  @OptionGroup var identity: IdentityOptions

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal, for selecting text with it.")
  var noMouse = false

  @Option(help: ArgumentHelp("The line of the file to start at, from 1.", valueName: "n"))
  var line: Int?

  @Option(help: ArgumentHelp("The character of that line to start at, from 1.", valueName: "n"))
  var column: Int?

  func run() throws {
    var surroundings = options.surroundings
    surroundings.asked = identity.person
    var opening = try CommandFailure.catching { () throws(StorageError) in
      try Opening(Destination(path: path ?? "."), in: surroundings)
    }
    var faults: [String] = []
    var settings = Self.settings(surroundings, faults: &faults)
    let hasColors = surroundings.environment["NO_COLOR", default: ""].isEmpty
    let terminal = try CommandFailure.catching { () throws(TerminalError) in
      try CursesTerminal(options: .init(colors: hasColors, mouse: !noMouse && settings.mouse, focus: false))
    }
    defer { terminal.close() }
    var isFirst = true
    while true {
      // What was set while a bid was open holds in the next.
      if !isFirst { settings = Self.settings(surroundings, faults: &faults) }
      let loop = Self.loop(for: opening, on: terminal, in: surroundings) { state in
        let found = state.apply(settings, hasColours: hasColors)
        guard isFirst else { return }
        let all = faults + found
        let rest = all.count > 3 ? " And \(all.count - 3) more." : ""
        if !all.isEmpty { state.say(all.prefix(3).joined(separator: " ") + rest, as: .warning) }
        if let line { state.goToLine(line, column: column ?? 1) }
      }
      if opening.bid.shown == nil, line == nil || !isFirst { loop.returnToPlace() }
      loop.begin()
      guard let next = loop.run() else { return }
      (opening, isFirst) = (next, false)
    }
  }

  /// A loop that shows what was opened.
  private static func loop(
    for opening: Opening, on terminal: CursesTerminal, in surroundings: Surroundings,
    preparing prepare: (inout WorkbenchState) -> Void
  ) -> WorkbenchLoop {
    let opened = opening.bid
    let mailbox = Mailbox()
    mailbox.connect(terminal.wake)
    var state = WorkbenchState(
      session: opened.session, size: terminal.size, theme: .standard, showing: opened.shown)
    prepare(&state)
    state.arrive(at: opening.destination)
    let loop = WorkbenchLoop(
      state: state, terminal: terminal, desk: BidDesk(opened, in: surroundings, mailbox: mailbox),
      reader: opened.reader { mailbox.post(.say("\($0)", .warning)) }, mailbox: mailbox,
      erase: terminal.eraseByte)
    loop.showsClock = true
    loop.spelling = SpellingDesk(opened, in: surroundings, mailbox: mailbox)
    return loop
  }

  /// The person's settings; the standard ones, and why, when their file cannot be read.
  private static func settings(_ surroundings: Surroundings, faults: inout [String]) -> Settings {
    do {
      return try Settings.read(
        folder: Places(environment: surroundings.environment).config, files: surroundings.files)
    } catch {
      faults.append("\(error)")
      return Settings()
    }
  }
}
